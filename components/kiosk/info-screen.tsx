"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Logo } from "@/components/ui/logo";
import { useFrame } from "./frame-context";
import { ScreenShell } from "./screen-shell";
import { useWording } from "./use-wording";

const CONDITIONS = ["type", "wait", "channel", "kind", "outage", "review", "room"] as const;
const NOTICE = ["purpose", "kept", "rights"] as const;
type Page = "conditions" | "data";

/**
 * The conditions of part F in general form, for everyone alike, and what becomes of personal data (UU 27/2022): two
 * pages, so that both can be read from a chair.
 */
export function InfoScreen({ onDone }: { onDone: () => void }) {
  const t = useTranslations("kiosk.info");
  const [page, setPage] = useState<Page>("conditions");
  const { office } = useFrame();
  const { wait } = useWording();
  const format = useFormatter();
  const { types, channels, excludedReasons } = office.conditions;
  const either = (words: readonly string[]) => format.list(words, { type: "disjunction" });
  const values = {
    promise: wait(office.thresholdMs),
    room: office.room.name,
    types: either(types.map((type) => t(`types.${type}`))),
    channels: either(channels.map((channel) => t(`channels.${channel}`))),
    reasons: either(excludedReasons.map((reason) => t(`reasons.${reason}`))),
  };
  const other = page === "conditions" ? "data" : "conditions";
  const title = t(`${page}Page`);
  return (
    <ScreenShell
      key={page}
      name="info"
      title={title}
      lead={
        page === "conditions" ? (
          <span className="optional-gone:hidden wide:hidden">{t("lead", values)}</span>
        ) : undefined
      }
      hero={
        page === "conditions" ? (
          <Conditions values={values} />
        ) : (
          <Data basis={office.legalBasis} notice={office.noticeAddress} />
        )
      }
      status={title}
      actions={
        <>
          <Button tone="secondary" size="kiosk" onClick={() => setPage(other)}>
            {t(`${other}Short`)}
          </Button>
          <Button size="kiosk" onClick={onDone}>
            {t("done")}
          </Button>
        </>
      }
    />
  );
}

function Conditions({
  values,
}: {
  values: Record<"promise" | "room" | "types" | "channels" | "reasons", string>;
}) {
  const t = useTranslations("kiosk.info");
  // A policy that excludes no reason has no such condition.
  const conditions = CONDITIONS.filter((condition) => condition !== "kind" || values.reasons !== "");
  return (
    <Card className="px-11 pt-9 pb-5 scarce:pt-5 scarce:pb-2">
      <h2 className="text-[1.15em]">{t("conditionsTitle")}</h2>
      <ul className="mt-5 gap-x-12 wide:columns-2">
        {conditions.map((condition) => (
          <li key={condition} className="mb-4 flex break-inside-avoid scarce:mb-1 gap-5 leading-snug">
            <Logo plain className="mt-[.22em] size-[.8em] shrink-0" />
            <span>{t(`conditions.${condition}`, values)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Data({ basis, notice }: { basis: string; notice: string }) {
  const t = useTranslations("kiosk.info");
  return (
    <Card className="flex flex-col gap-6 px-11 py-9">
      <p className="border-b-2 border-line pb-5 leading-snug font-strong">
        {t("basis", { legalBasis: basis })}
      </p>
      {NOTICE.map((part) => (
        <p key={part} className="leading-snug">
          {t(`data.${part}`, { address: notice })}
        </p>
      ))}
    </Card>
  );
}
