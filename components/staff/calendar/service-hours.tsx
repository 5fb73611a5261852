import { useFormatter, useTranslations } from "next-intl";
import { useId } from "react";
import type { OfficeCalendar } from "@/lib/office/types";
import { CHOICE, FIELD, SHEET } from "../styles";

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

/** Working days and the hours of a day; the complaint room may shut earlier. */
export function ServiceHours({
  draft,
  edit,
}: {
  draft: OfficeCalendar;
  edit: (part: Partial<OfficeCalendar>) => void;
}) {
  const t = useTranslations("calendar");
  const format = useFormatter();
  const id = useId();
  // 1 January 2024 was a Monday.
  const weekday = (day: number) =>
    format.dateTime(new Date(Date.UTC(2024, 0, day)), { weekday: "short", timeZone: "UTC" });
  const times = [
    {
      name: "opens",
      value: draft.hours.opens,
      set: (opens: string) => edit({ hours: { ...draft.hours, opens } }),
    },
    {
      name: "closes",
      value: draft.hours.closes,
      set: (closes: string) => edit({ hours: { ...draft.hours, closes } }),
    },
    { name: "roomCloses", value: draft.roomCloses, set: (roomCloses: string) => edit({ roomCloses }) },
  ] as const;
  return (
    <section className={`${SHEET} flex flex-col gap-5 p-6`}>
      <fieldset>
        <legend className="font-head">{t("workingDays")}</legend>
        <div className="mt-2 grid grid-cols-7 gap-1.5">
          {WEEK.map((day) => (
            <label key={day} className={`${CHOICE} px-0!`}>
              <input
                type="checkbox"
                checked={draft.workingDays.includes(day)}
                onChange={(event) =>
                  edit({
                    workingDays: event.target.checked
                      ? [...draft.workingDays, day].sort()
                      : draft.workingDays.filter((one) => one !== day),
                  })
                }
                className="absolute inset-0 cursor-pointer appearance-none rounded-field"
              />
              {weekday(day)}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="grid grid-cols-2 gap-3">
        {times.map(({ name, value, set }) => (
          <div key={name} className="flex flex-col justify-end">
            <label htmlFor={`${id}-${name}`} className="text-small font-strong">
              {t(name)}
            </label>
            <input
              id={`${id}-${name}`}
              type="time"
              value={value}
              onChange={(event) => set(event.target.value)}
              className={`${FIELD} mt-1 px-3 text-body`}
            />
          </div>
        ))}
      </div>
    </section>
  );
}
