"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FrameProvider } from "@/components/kiosk/frame-context";
import { WayCard } from "@/components/kiosk/way-card";
import { VoucherSlip } from "@/components/slip/voucher-slip";
import type { PaperWidth } from "@/lib/printing/types";
import type { SettingsPage } from "@/lib/vouchers/office-settings/types";
import { useDraft } from "./draft-context";

type Sample = SettingsPage["sample"];

export function Preview({ title, children }: { title: string; children: ReactNode }) {
  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="text-small font-strong text-ink-soft">{title}</figcaption>
      {children}
    </figure>
  );
}

/** The real slip with an invented voucher and what is typed; its marks say that it is a sample. */
export function SlipPreview({ sample, paperWidth }: { sample: Sample; paperWidth: PaperWidth }) {
  const t = useTranslations("settings.preview");
  const { draft } = useDraft();
  const { name, subtitle, timeZone, zoneLabel, complaintRoom, voucherPrefix } = draft;
  const office = { name, subtitle, timeZone, zoneLabel, room: complaintRoom, demo: true };
  const slip = { ...sample.slip, office, number: `${voucherPrefix || "?"}-007` };
  return (
    <Preview title={t("slip", { width: paperWidth })}>
      <div
        className="overflow-x-auto"
        tabIndex={0}
        role="group"
        aria-label={t("slip", { width: paperWidth })}
      >
        <div
          data-preview={`slip-${paperWidth}`}
          className={`${paperWidth === "80" ? "w-[80mm]" : "w-[58mm]"} bg-white pb-2 shadow-rest`}
        >
          <VoucherSlip slip={slip} paperWidth={paperWidth} />
        </div>
      </div>
    </Preview>
  );
}

const nothing = () => undefined;

/** The kiosk's own card of the way, smaller: open, and as it stands when the room is shut. */
export function WayPreview({ sample }: { sample: Sample }) {
  const t = useTranslations("settings.preview");
  const { draft } = useDraft();
  const { name, directions, afterHours, plan } = draft.complaintRoom;
  const office = { ...sample.office, room: { name, directions, afterHours, plan: drawable(plan) } };
  const frame = {
    office,
    locale: "",
    locales: [],
    onLocale: nothing,
    largeText: false,
    onLargeText: nothing,
    lowButtons: false,
    onLowButtons: nothing,
    muted: true,
    onMuted: nothing,
    onCallOfficer: nothing,
  };
  return (
    <FrameProvider value={frame}>
      {(["OPEN", "CLOSED"] as const).map((room) => (
        <Preview key={room} title={t(`way.${room}`)}>
          <div
            data-surface="kiosk"
            data-preview={`way-${room}`}
            className="w-[700px] bg-paper [zoom:.56] tall:[zoom:1]"
          >
            <WayCard room={room} />
          </div>
        </Preview>
      ))}
    </FrameProvider>
  );
}

type Plan = NonNullable<Sample["office"]["room"]["plan"]>;

/** A plan that can be drawn while somebody types: with a number missing it would be no picture. */
function drawable(plan: Plan | undefined): Plan | null {
  if (!plan) return null;
  const { kiosk, room, path, landmarks } = plan;
  const numbers: unknown[] = [
    plan.columns,
    plan.rows,
    ...[kiosk, room, ...path, ...landmarks].flatMap(spotNumbers),
  ];
  return numbers.every((one) => typeof one === "number") && plan.columns > 0 && plan.rows > 0 ? plan : null;
}

const spotNumbers = (spot: object) =>
  Object.entries(spot)
    .filter(([key]) => key !== "label" && key !== "parts")
    .map(([, value]: [string, unknown]) => value);

/** The head and foot of a letter as documents carry them, and how they are numbered. */
export function LetterheadPreview({ today }: { today: string }) {
  const t = useTranslations("settings.preview");
  const format = useFormatter();
  const { draft } = useDraft();
  const { authority, address, contact, place, signer, logo } = draft.letterhead;
  const day = format.dateTime(new Date(`${today}T12:00:00Z`), { dateStyle: "long", timeZone: "UTC" });
  const [year = "", month = "1"] = today.split("-");
  const numbers = {
    seq: "007",
    month: ROMAN[Number(month) - 1] ?? "",
    year,
    date: today.replaceAll("-", ""),
  };
  return (
    <Preview title={t("letter")}>
      <div
        data-preview="letterhead"
        className="bg-white px-6 py-7 text-[13px] leading-snug text-black shadow-rest"
      >
        <div className="flex items-center gap-4 border-b-[3px] border-double border-black pb-3 text-center">
          {logo !== undefined && <img src={logo} alt="" className="size-14 shrink-0 object-contain" />}
          <div className="min-w-0 flex-1 break-words">
            {authority.map((line, index) => (
              <p key={index} className="uppercase">
                {line}
              </p>
            ))}
            <p className="font-head uppercase">{draft.name}</p>
            <p className="uppercase">{draft.subtitle}</p>
            <p className="mt-1 text-[11px]">{address}</p>
            {contact !== "" && <p className="text-[11px]">{contact}</p>}
          </div>
        </div>
        <p className="mt-4 break-words">
          {t("report")} {filled(draft.documentNumbers.report, numbers)}
        </p>
        <p className="break-words">
          {t("receipt")}{" "}
          {filled(draft.documentNumbers.receipt, { ...numbers, number: `${draft.voucherPrefix}-007` })}
        </p>
        <div className="mt-6 ml-auto w-fit max-w-[70%] break-words">
          <p>
            {place}, {day}
          </p>
          <p>{signer.position}</p>
          <p className="mt-10 font-head">{signer.name === "" ? "……………………" : signer.name}</p>
          {signer.idNumber !== "" && <p>{t("idNumber", { number: signer.idNumber })}</p>}
        </div>
      </div>
    </Preview>
  );
}

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

const filled = (pattern: string, values: Readonly<Record<string, string>>) =>
  pattern.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
