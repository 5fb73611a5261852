import { useTranslations } from "next-intl";
import { SHEET } from "@/components/staff/styles";
import type { CaseView } from "@/lib/register/case/types";
import { useRegisterWords } from "../use-register-words";
import { TimelineItem } from "./timeline-item";

/** Everything that is on record of a case, in the order in which it happened. */
export function Timeline({ view: { days, decisionsLeftOut } }: { view: CaseView }) {
  const t = useTranslations("register.case");
  const { date } = useRegisterWords();
  return (
    <section aria-labelledby="case-timeline" className={`${SHEET} px-8 py-7`}>
      <h2 id="case-timeline" className="text-lead">
        {t("timeline")}
      </h2>
      {days.length === 0 && <p className="mt-2 text-ink-soft">{t("empty")}</p>}
      {decisionsLeftOut > 0 && (
        <p className="mt-2 text-ink-soft">{t("leftOut", { count: decisionsLeftOut })}</p>
      )}
      {days.map((day) => (
        <section key={day.date} aria-label={date(day.date)} className="mt-4">
          {days.length > 1 && <h3 className="pb-2 text-small font-strong text-ink-soft">{date(day.date)}</h3>}
          <ol>
            {day.entries.map((entry) => (
              <TimelineItem key={`${entry.kind}-${entry.id}`} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}
