"use client";

import { useTranslations } from "next-intl";
import type { SettingsPage } from "@/lib/vouchers/office-settings/types";
import { CHOICE, FIELD } from "../styles";
import type { Send } from "../types";
import { useDraft, useProblem } from "./draft-context";
import type { Section } from "./draft";
import { FieldFrame, ListField, NumberField, NumbersField, TextField } from "./fields";
import { LogoField } from "./logo-field";
import { PatternTry } from "./pattern-try";
import { PlanField } from "./plan-field";
import { PrintTest, type PrinterChoice } from "./print-test";
import type { TriedPatterns } from "@/lib/vouchers/office-settings/types";

export interface SectionProps {
  readonly page: SettingsPage;
  readonly tryPatterns: Send<TriedPatterns>;
  readonly printers: readonly PrinterChoice[];
  readonly testPrint: Send<unknown>;
}

/** The abbreviations that stand behind times of this country's zones. */
const ZONE_LABELS: Readonly<Record<string, string>> = {
  "Asia/Jakarta": "WIB",
  "Asia/Pontianak": "WIB",
  "Asia/Makassar": "WITA",
  "Asia/Jayapura": "WIT",
};

/** The fields of one part of the page. */
export function SectionFields({ section, ...props }: SectionProps & { section: Section }) {
  const t = useTranslations("settings");
  const { draft } = useDraft();
  switch (section) {
    case "office":
      return (
        <>
          <TextField path="name" />
          <TextField path="subtitle" />
          <TimeZone zones={props.page.timeZones} />
          <TextField path="zoneLabel" upper />
        </>
      );
    case "letterhead":
      return (
        <>
          <ListField path="letterhead.authority" most={4} />
          <TextField path="letterhead.address" lines={2} />
          <TextField path="letterhead.contact" />
          <LogoField />
          <TextField path="letterhead.place" />
          <TextField path="letterhead.signer.position" />
          <TextField path="letterhead.signer.name" />
          <TextField path="letterhead.signer.idNumber" />
          <TextField path="documentNumbers.report" />
          <TextField path="documentNumbers.receipt" />
        </>
      );
    case "room":
      return (
        <>
          <TextField path="complaintRoom.name" />
          <TextField path="complaintRoom.directions" lines={2} />
          <Closing />
          <TextField path="complaintRoom.afterHours" lines={2} />
          <PlanField />
        </>
      );
    case "numbers":
      return (
        <>
          <TextField path="voucherPrefix" upper />
          {props.page.prefixToday !== null && props.page.prefixToday !== draft.voucherPrefix && (
            <p role="status" className="rounded-field bg-amber-wash px-5 py-3 font-strong text-amber">
              {t("prefixTomorrow", { prefix: props.page.prefixToday })}
            </p>
          )}
          <ListField path="bookingPatterns" most={10} mono />
          <PatternTry send={props.tryPatterns} />
        </>
      );
    case "hall":
      return (
        <>
          <NumbersField path="hall.alertBefore" />
          <AlertMoments promised={props.page.promisedMinutes} />
          <NumberField path="hall.feedSilentMinutes" />
          <ListField path="counters" most={12} />
        </>
      );
    case "printing":
      return (
        <>
          <PaperWidthChoice />
          <PrintTest printers={props.printers} testPrint={props.testPrint} />
        </>
      );
    case "privacy":
      return (
        <>
          <NumberField path="retention.days" />
          <p className="rounded-field bg-paper-deep px-5 py-3">{t("retentionWhat")}</p>
          {draft.retention.days < props.page.draft.retention.days && (
            <p role="status" className="rounded-field bg-amber-wash px-5 py-3 font-strong text-amber">
              {t("retentionFewer", { before: props.page.draft.retention.days })}
            </p>
          )}
        </>
      );
  }
}

function TimeZone({ zones }: { zones: readonly string[] }) {
  const { draft, set } = useDraft();
  const choose = (zone: string) => {
    set("timeZone", zone);
    const known = Object.values(ZONE_LABELS).includes(draft.zoneLabel);
    if (known && ZONE_LABELS[zone]) set("zoneLabel", ZONE_LABELS[zone]);
  };
  return (
    <FieldFrame path="timeZone">
      {(input) => (
        <select
          {...input}
          value={draft.timeZone}
          onChange={(event) => choose(event.target.value)}
          className={`${FIELD} text-body`}
        >
          {(zones.includes(draft.timeZone) ? zones : [draft.timeZone, ...zones]).map((zone) => (
            <option key={zone} value={zone}>
              {ZONE_LABELS[zone] ? `${zone} (${ZONE_LABELS[zone]})` : zone}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

function Closing() {
  const { draft, set } = useDraft();
  return (
    <FieldFrame path="complaintRoom.closes">
      {(input) => (
        <input
          {...input}
          type="time"
          value={draft.complaintRoom.closes}
          onChange={(event) => set("complaintRoom.closes", event.target.value)}
          className={`${FIELD} max-w-48 px-3 text-body`}
        />
      )}
    </FieldFrame>
  );
}

/** When the alerts would rise with the promise as it is today; one before anybody waits is said not to. */
function AlertMoments({ promised }: { promised: number }) {
  const t = useTranslations("settings.alerts");
  const { draft } = useDraft();
  const read = (draft.hall.alertBefore as readonly (number | null)[]).filter((one) => one !== null);
  const levels = read.map((before) => promised - before).filter((level) => level > 0);
  return (
    <p role="status" className="rounded-field bg-paper-deep px-5 py-3">
      {levels.length > 0 ? t("at", { levels: levels.join(", "), promised }) : t("never", { promised })}
      {levels.length > 0 && levels.length < read.length && <> {t("some")}</>}
    </p>
  );
}

function PaperWidthChoice() {
  const t = useTranslations("settings");
  const { draft, set } = useDraft();
  const problem = useProblem("paperWidth");
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="font-strong">{t("field.paperWidth")}</legend>
      <p className="text-small text-ink-soft">{t("hint.paperWidth")}</p>
      <div className="grid grid-cols-2 gap-3">
        {(["80", "58"] as const).map((width) => (
          <label key={width} className={CHOICE}>
            <input
              type="radio"
              name="paperWidth"
              checked={draft.paperWidth === width}
              onChange={() => set("paperWidth", width)}
              className="absolute inset-0 cursor-pointer appearance-none rounded-field"
            />
            {t("paper", { width })}
          </label>
        ))}
      </div>
      {problem !== null && <p className="text-small font-strong text-amber">{problem}</p>}
    </fieldset>
  );
}
