import { useTranslations } from "next-intl";
import type { NationalYear } from "@/lib/office/types";
import { buttonClass, SHEET } from "../styles";
import { useWords } from "../use-words";

/** National holidays on file that the office's calendar lacks; a mere guess is named one and taken singly. */
export function NationalList({
  years,
  today,
  known,
  add,
}: {
  years: readonly NationalYear[];
  today: string;
  known: readonly { readonly date: string }[];
  add: (holidays: readonly { readonly date: string; readonly name: string }[]) => void;
}) {
  const t = useTranslations("calendar");
  const { day } = useWords();
  const have = new Set(known.map(({ date }) => date));
  return (
    <section aria-label={t("national")} className={`${SHEET} p-6`}>
      <h2 className="text-lead">{t("national")}</h2>
      {years.map(({ year, source, holidays }) => {
        const lacking = holidays.filter(({ date }) => date >= today && !have.has(date));
        const sure = lacking.filter(({ status }) => status !== "EXPECTED");
        return (
          <div key={year} className="mt-4">
            <div className="flex flex-wrap items-center gap-4">
              <h3 className="mr-auto text-[20px]">{year}</h3>
              {sure.length > 0 && (
                <button type="button" onClick={() => add(sure)} className={buttonClass("secondary", "small")}>
                  {t("addSure", { count: sure.length })}
                </button>
              )}
            </div>
            <p className="mt-1 text-small text-ink-soft">{source}</p>
            {lacking.length === 0 && <p className="mt-2">{t("complete")}</p>}
            <ul className="mt-2">
              {lacking.map((holiday) => (
                <li key={holiday.date} className="flex items-center gap-4 border-t border-line py-2">
                  <span className="mr-auto leading-snug">
                    {day(holiday.date)}
                    <span className="block text-small text-ink-soft">
                      {holiday.name}, {t(`status.${holiday.status}`)}
                    </span>
                  </span>
                  <button
                    type="button"
                    aria-label={`${t("add")}: ${holiday.name}`}
                    onClick={() => add([holiday])}
                    className={buttonClass("secondary", "small")}
                  >
                    {t("add")}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
