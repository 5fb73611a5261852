"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { OfficeCalendar } from "@/lib/office/types";
import { FIELD, SHEET } from "../styles";
import { useWords } from "../use-words";
import { AddDate, DateRow } from "./date-row";

/** The holidays in the office's own calendar, those to come; earlier ones stay in it unseen. */
export function HolidayList({
  draft,
  today,
  edit,
  add,
}: {
  draft: OfficeCalendar;
  today: string;
  edit: (part: Partial<OfficeCalendar>) => void;
  add: (holidays: readonly { readonly date: string; readonly name: string }[]) => void;
}) {
  const t = useTranslations("calendar");
  const { day } = useWords();
  const [date, setDate] = useState("");
  const [name, setName] = useState("");
  const [missing, setMissing] = useState(false);
  const coming = draft.holidays.filter((holiday) => holiday.date >= today);
  return (
    <section aria-label={t("holidays")} className={`${SHEET} p-6`}>
      <h2 className="text-lead">{t("holidays")}</h2>
      {coming.length === 0 && <p className="mt-2 text-ink-soft">{t("noHolidays")}</p>}
      <ul className="mt-3">
        {coming.map((holiday) => (
          <DateRow
            key={holiday.date}
            label={`${day(holiday.date)} ${holiday.date.slice(0, 4)}`}
            detail={holiday.name}
            removeLabel={t("remove")}
            onRemove={() => edit({ holidays: draft.holidays.filter((other) => other.date !== holiday.date) })}
          />
        ))}
      </ul>
      <AddDate
        label={t("holidayDate")}
        button={t("add")}
        date={date}
        onDate={setDate}
        problem={missing ? t("missing") : null}
        onAdd={() => {
          const short = date === "" || name.trim() === "";
          setMissing(short);
          if (short) return;
          add([{ date, name: name.trim() }]);
          setDate("");
          setName("");
        }}
      >
        <input
          aria-label={t("holidayName")}
          placeholder={t("holidayName")}
          maxLength={80}
          aria-invalid={missing && name.trim() === ""}
          value={name}
          onChange={(event) => setName(event.target.value)}
          className={`${FIELD} min-w-48 flex-1 text-body`}
        />
      </AddDate>
    </section>
  );
}
