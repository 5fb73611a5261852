"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import type { KioskRow } from "@/lib/access/types";
import { buttonClass } from "../styles";
import type { Send } from "../types";
import { EnrolmentCode, type Invitation } from "./enrolment-code";
import { NameForm } from "./name-form";
import { RenameForm } from "./rename-form";
import { Row, Rows } from "./row";

type Props = {
  kiosks: readonly KioskRow[];
  /** The server's system instant, epoch ms: what "seen 2 minutes ago" is counted from. */
  now: number;
  invite: Send<Omit<Invitation, "name">>;
  rename: Send<null>;
  revoke: Send<null>;
};

/** The kiosks of the hall; a new one is invited by a code that is shown once. */
export function KiosksPanel({ kiosks, now, invite, rename, revoke }: Props) {
  const t = useTranslations("access.kiosks");
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  return (
    <div className="grid items-start gap-6 wide:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="flex flex-col gap-6 wide:order-last">
        {invitation && (
          <EnrolmentCode
            invitation={invitation}
            enrolled={kiosks.some(({ id, state }) => id === invitation.id && state === "ENROLLED")}
            close={() => setInvitation(null)}
          />
        )}
        <NameForm
          label={t("name")}
          placeholder={t("namePlaceholder")}
          button={t("invite")}
          action={invite}
          done={(name, value) => setInvitation({ ...value, name })}
        />
      </div>
      <Rows empty={t("empty")}>
        {kiosks.map((kiosk) => (
          <KioskItem key={kiosk.id} kiosk={kiosk} now={now} rename={rename} revoke={revoke} />
        ))}
      </Rows>
    </div>
  );
}

type ItemProps = Pick<Props, "now" | "rename" | "revoke"> & { kiosk: KioskRow };

function KioskItem({ kiosk, now, rename, revoke }: ItemProps) {
  const t = useTranslations("access.kiosks");
  const format = useFormatter();
  const [renaming, setRenaming] = useState(false);
  const { id, name, state, lastSeenAt } = kiosk;
  const seen = () =>
    lastSeenAt === null
      ? t("never")
      : t("seen", { when: format.relativeTime(new Date(Math.min(lastSeenAt, now)), new Date(now)) });
  if (renaming) {
    return (
      <li className="border-t border-line px-6 py-4 first:border-t-0">
        <RenameForm id={id} name={name} rename={rename} close={() => setRenaming(false)} />
      </li>
    );
  }
  return (
    <Row
      title={name}
      detail={state === "ENROLLED" ? seen() : t(`state.${state}`)}
      question={{
        label: t("revoke"),
        ask: t("revokeAsk", { name }),
        yes: t("revokeYes"),
        action: revoke,
        input: { id },
      }}
    >
      <button type="button" onClick={() => setRenaming(true)} className={buttonClass("secondary", "small")}>
        {t("rename")}
      </button>
    </Row>
  );
}
