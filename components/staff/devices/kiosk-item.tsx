"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import type { KioskRow } from "@/lib/access/types";
import { RefusalNote } from "../access/refusal-note";
import { useSend } from "../access/use-send";
import { buttonClass } from "../styles";
import type { Invitation } from "./enrolment-code";
import type { KiosksPanelProps } from "./kiosks-panel";
import { PrinterSelect } from "./printer-select";
import { RenameForm } from "./rename-form";
import { Row } from "./row";

/** A wrong clock on the kiosk's machine harms nothing here, but its certificates may fail one day. */
const WRONG_CLOCK_MS = 60_000;
const CAMERAS = new Set(["off", "starting", "live", "missing", "refused"]);

type Props = Omit<KiosksPanelProps, "kiosks" | "invite"> & {
  kiosk: KioskRow;
  onCode: (invitation: Invitation) => void;
};

/** One kiosk: whether it is there, what it runs and shows, on what it prints, and what can be done from afar. */
export function KioskItem({ kiosk, onCode, ...props }: Props) {
  const t = useTranslations("access.kiosks");
  const [renaming, setRenaming] = useState(false);
  const reloading = useSend(props.reload);
  const replacing = useSend(props.replace);
  const { id, name, state } = kiosk;
  if (renaming) {
    return (
      <li className="border-t border-line px-6 py-4 first:border-t-0">
        <RenameForm id={id} name={name} rename={props.rename} close={() => setRenaming(false)} />
      </li>
    );
  }
  const enrolled = state === "ENROLLED";
  return (
    <Row
      title={name}
      detail={<KioskDetail kiosk={kiosk} now={props.now} build={props.build} />}
      note={kiosk.silent ? t("silent") : undefined}
      alarm
      question={{
        label: t("revoke"),
        ask: t("revokeAsk", { name }),
        yes: t("revokeYes"),
        action: props.revoke,
        input: { id },
      }}
      below={
        enrolled &&
        props.printers && (
          <PrinterSelect
            kioskId={id}
            printerId={kiosk.printerId}
            printers={props.printers.choices}
            assign={props.printers.assign}
          />
        )
      }
    >
      {enrolled && (
        <button
          type="button"
          aria-busy={reloading.pending}
          onClick={() => reloading.send({ id })}
          className={buttonClass("secondary", "small")}
        >
          {t("reload")}
        </button>
      )}
      <button
        type="button"
        aria-busy={replacing.pending}
        onClick={() => replacing.send({ id }, onCode)}
        className={buttonClass("secondary", "small")}
      >
        {t("newCode")}
      </button>
      <button type="button" onClick={() => setRenaming(true)} className={buttonClass("secondary", "small")}>
        {t("rename")}
      </button>
      <RefusalNote refusal={reloading.refusal ?? replacing.refusal} />
    </Row>
  );
}

function KioskDetail({ kiosk, now, build }: { kiosk: KioskRow; now: number; build: string }) {
  const t = useTranslations("access.kiosks");
  const format = useFormatter();
  const { state, lastSeenAt, camera, clockSkewMs } = kiosk;
  if (state !== "ENROLLED") return t(`state.${state}`);
  if (lastSeenAt === null) return t("never");
  const seen = format.relativeTime(new Date(Math.min(lastSeenAt, now)), new Date(now));
  const wrongClock = clockSkewMs !== null && Math.abs(clockSkewMs) > WRONG_CLOCK_MS;
  const facts = [
    t("seen", { when: seen }),
    kiosk.build === null ? null : kiosk.build === build ? t("buildSame") : t("buildOld"),
    kiosk.screen === null ? null : t("screen", { size: kiosk.screen.replace("x", " × ") }),
    camera !== null && CAMERAS.has(camera) ? t(`camera.${camera}`) : null,
    wrongClock ? t("wrongClock", { minutes: Math.round(Math.abs(clockSkewMs) / 60_000) }) : null,
    kiosk.reloadAskedAt === null ? null : t("reloadWaits"),
    kiosk.replacing ? t("state.INVITED") : null,
  ];
  return facts.filter((fact) => fact !== null).join(" · ");
}
