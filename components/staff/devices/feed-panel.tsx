"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import type { FeedTokenRow } from "@/lib/access/types";
import { buttonClass } from "../styles";
import type { Send } from "../types";
import { NameForm } from "./name-form";
import { Row, Rows } from "./row";

type Issued = { readonly name: string; readonly token: string };

/** The tokens with which the queue is sent in. A new one is shown until this page is left, and never again. */
export function FeedPanel({
  tokens,
  now,
  issue,
  revoke,
}: {
  tokens: readonly FeedTokenRow[];
  /** The server's system instant, epoch ms. */
  now: number;
  issue: Send<{ token: string }>;
  revoke: Send<null>;
}) {
  const t = useTranslations("access.feed");
  const format = useFormatter();
  const [issued, setIssued] = useState<Issued | null>(null);
  const used = (at: number | null) =>
    at === null
      ? t("never")
      : t("used", { when: format.relativeTime(new Date(Math.min(at, now)), new Date(now)) });
  return (
    <div className="grid items-start gap-6 wide:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="flex flex-col gap-6 wide:order-last">
        {issued && <IssuedToken issued={issued} close={() => setIssued(null)} />}
        <NameForm
          label={t("name")}
          placeholder={t("namePlaceholder")}
          button={t("issue")}
          action={issue}
          done={(name, { token }) => setIssued({ name, token })}
        />
      </div>
      <Rows empty={t("empty")}>
        {tokens.map(({ id, name, lastUsedAt }) => (
          <Row
            key={id}
            title={name}
            detail={used(lastUsedAt)}
            question={{
              label: t("revoke"),
              ask: t("revokeAsk", { name }),
              yes: t("revokeYes"),
              action: revoke,
              input: { id },
            }}
          />
        ))}
      </Rows>
    </div>
  );
}

function IssuedToken({ issued, close }: { issued: Issued; close: () => void }) {
  const t = useTranslations("access");
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    // Without TLS browsers give pages no clipboard; the token can still be selected by hand.
    if (!("clipboard" in navigator)) return;
    await navigator.clipboard.writeText(issued.token);
    setCopied(true);
  };
  return (
    <section
      role="status"
      data-tone="navy"
      className="flex flex-col gap-3 rounded-control bg-navy p-6 text-on-navy"
    >
      <h2 className="text-lead">{t("feed.tokenTitle", { name: issued.name })}</h2>
      <code data-feed-token className="font-sans text-body font-strong break-all text-gold select-all">
        {issued.token}
      </code>
      <p className="text-on-navy-soft">{t("feed.tokenBody")}</p>
      <div className="flex flex-wrap gap-3">
        <button type="button" onClick={() => void copy()} className={buttonClass("gold", "small")}>
          {t(copied ? "devices.copied" : "devices.copy")}
        </button>
        <button
          type="button"
          onClick={close}
          className="min-h-12 rounded-field px-5 font-head shadow-[inset_0_0_0_2px_var(--color-on-navy)]"
        >
          {t("devices.close")}
        </button>
      </div>
    </section>
  );
}
