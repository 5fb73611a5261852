"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { NationalYear, OfficeCalendar } from "@/lib/office/types";
import { RefusalNote } from "../access/refusal-note";
import { useSend } from "../access/use-send";
import { buttonClass, SHEET } from "../styles";
import type { Send } from "../types";
import { useWords } from "../use-words";
import { HolidayList } from "./holiday-list";
import { NationalList } from "./national-list";
import { ServiceHours } from "./service-hours";
import { SpecialDays } from "./special-days";

/** When the office serves. One save makes one version of the settings; kiosks follow within seconds. */
export function CalendarForm({
  calendar,
  national,
  today,
  standing,
  change,
}: {
  calendar: OfficeCalendar;
  national: readonly NationalYear[];
  /** The office's date, `YYYY-MM-DD`. */
  today: string;
  /** `opensOn`: the local date of the next opening, `YYYY-MM-DD`. */
  standing: { readonly open: boolean; readonly opensAt: number | null; readonly opensOn: string | null };
  change: Send<{ version: number }>;
}) {
  const t = useTranslations("calendar");
  const { clock, day } = useWords();
  const [draft, setDraft] = useState(calendar);
  const { pending, refusal, send } = useSend(change);
  const edit = (part: Partial<OfficeCalendar>) => setDraft((before) => ({ ...before, ...part }));
  const changed = JSON.stringify(draft) !== JSON.stringify(calendar);
  const addHolidays = (added: readonly { readonly date: string; readonly name: string }[]) => {
    const known = new Set(draft.holidays.map(({ date }) => date));
    const fresh = added.filter(({ date }) => !known.has(date)).map(({ date, name }) => ({ date, name }));
    edit({
      holidays: [...draft.holidays, ...fresh].sort((one, other) => one.date.localeCompare(other.date)),
    });
  };
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send(draft);
      }}
      className="grid items-start gap-6 wide:grid-cols-[minmax(360px,440px)_1fr]"
    >
      <div className="flex flex-col gap-6">
        <p role="status" className={`${SHEET} px-6 py-4`}>
          {standing.open
            ? t("openToday")
            : standing.opensAt === null || standing.opensOn === null
              ? t("closedUnknown")
              : t("closedUntil", { day: day(standing.opensOn), time: clock(standing.opensAt) })}
        </p>
        <ServiceHours draft={draft} edit={edit} />
        <SpecialDays draft={draft} today={today} edit={edit} />
      </div>
      <div className="flex flex-col gap-6">
        <HolidayList draft={draft} today={today} edit={edit} add={addHolidays} />
        <NationalList years={national} today={today} known={draft.holidays} add={addHolidays} />
      </div>
      <div className={`${SHEET} sticky bottom-4 flex flex-col gap-3 p-4 shadow-lift wide:col-span-2`}>
        <RefusalNote refusal={refusal} />
        <button
          type="submit"
          aria-busy={pending}
          aria-disabled={!changed}
          className={buttonClass(changed ? "primary" : "waiting")}
        >
          {t(pending ? "saving" : changed ? "save" : "unchanged")}
        </button>
      </div>
    </form>
  );
}
