"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { KioskRow } from "@/lib/access/types";
import type { Send } from "../types";
import { EnrolmentCode, type Invitation } from "./enrolment-code";
import { KioskItem } from "./kiosk-item";
import { NameForm } from "./name-form";
import type { PrinterChoice } from "./printer-select";
import { Rows } from "./row";
import { useFreshPage } from "./use-fresh-page";

export type KiosksPanelProps = {
  kiosks: readonly KioskRow[];
  /** The server's system instant, epoch ms: what "seen 2 minutes ago" is counted from. */
  now: number;
  invite: Send<Omit<Invitation, "name">>;
  /** The build that the server runs. */
  build: string;
  rename: Send<null>;
  revoke: Send<null>;
  replace: Send<Invitation>;
  reload: Send<null>;
  /** The hall's printers and how a kiosk is given one; without any, kiosks print with their own browser. */
  printers?: { readonly choices: readonly PrinterChoice[]; readonly assign: Send<null> };
};

/** The kiosks of the hall; a new one is invited by a code that is shown once. */
export function KiosksPanel(props: KiosksPanelProps) {
  const { kiosks, invite } = props;
  const t = useTranslations("access.kiosks");
  useFreshPage();
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  return (
    <div className="grid items-start gap-6 wide:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="flex flex-col gap-6 wide:order-last">
        {invitation && (
          <EnrolmentCode
            invitation={invitation}
            enrolled={kiosks.some(
              ({ id, state, replacing }) => id === invitation.id && state === "ENROLLED" && !replacing,
            )}
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
          <KioskItem key={kiosk.id} {...props} kiosk={kiosk} onCode={setInvitation} />
        ))}
      </Rows>
    </div>
  );
}
