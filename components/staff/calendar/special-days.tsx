"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { OfficeCalendar } from "@/lib/office/types";
import { SHEET } from "../styles";
import { useWords } from "../use-words";
import { AddDate, DateRow } from "./date-row";

/** Days on which the head of the office has it serve although it would be closed. */
export function SpecialDays({
  draft,
  today,
  edit,
}: {
  draft: OfficeCalendar;
  today: string;
  edit: (part: Partial<OfficeCalendar>) => void;
}) {
  const t = useTranslations("calendar");
  const { day } = useWords();
  const [date, setDate] = useState("");
  const [missing, setMissing] = useState(false);
  const days = draft.specialServiceDays;
  const add = () => {
    setMissing(date === "");
    if (date === "") return;
    edit({ specialServiceDays: [...new Set([...days, date])].sort() });
    setDate("");
  };
  return (
    <section aria-label={t("special")} className={`${SHEET} p-6`}>
      <h2 className="text-lead">{t("special")}</h2>
      <p className="mt-1 text-small text-ink-soft">{t("specialLead")}</p>
      <ul className="mt-3">
        {days
          .filter((one) => one >= today)
          .map((one) => (
            <DateRow
              key={one}
              label={`${day(one)} ${one.slice(0, 4)}`}
              removeLabel={t("remove")}
              onRemove={() => edit({ specialServiceDays: days.filter((other) => other !== one) })}
            />
          ))}
      </ul>
      <AddDate
        label={t("specialDate")}
        button={t("add")}
        date={date}
        onDate={setDate}
        onAdd={add}
        problem={missing ? t("missingDate") : null}
      />
    </section>
  );
}
