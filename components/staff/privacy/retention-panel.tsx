import { useFormatter, useTranslations } from "next-intl";
import { CheckIcon, DashIcon } from "@/components/ui/icons";
import type { RetentionRunView, RetentionView } from "@/lib/register/retention/types";
import { SHEET } from "../styles";
import { useWords } from "../use-words";

const countsOf = ({ tickets, vouchers, signatures, requests, files }: RetentionRunView) => ({
  ...{ tickets, vouchers, signatures, requests, files },
});

/** Whether old personal data are gone: what is set, the last removal, and those before it. */
export function RetentionPanel({ view }: { view: RetentionView }) {
  const t = useTranslations("privacy.retention");
  const format = useFormatter();
  const { day } = useWords();
  const last = view.runs.find(({ finishedAt }) => finishedAt !== null);
  const upTo = (run: RetentionRunView) => t("upTo", { date: `${day(run.upTo)} ${run.upTo.slice(0, 4)}` });
  return (
    <section aria-labelledby="retention" className={`${SHEET} flex flex-col gap-5 p-6`}>
      <div>
        <h2 id="retention" className="text-lead">
          {t("title")}
        </h2>
        <p className="mt-1 text-ink-soft">{t("lead", { days: view.days })}</p>
      </div>
      {view.late ? (
        <p role="alert" className="flex items-start gap-3 rounded-field bg-amber-wash px-5 py-4 text-amber">
          <DashIcon className="mt-0.5 h-6 w-6" />
          <span className="font-strong">{t("late")}</span>
        </p>
      ) : (
        last && (
          <div className="flex items-start gap-4 rounded-field bg-green-wash px-5 py-4">
            <CheckIcon className="mt-0.5 h-7 w-7 text-green" />
            <div>
              <p className="font-strong text-green">{t("done")}</p>
              <p className="mt-1">{upTo(last)}</p>
            </div>
          </div>
        )
      )}
      {view.runs.length === 0 && <p>{t("none")}</p>}
      <ol>
        {view.runs.map((run) => (
          <li key={run.id} className="border-t border-line py-3 first:border-t-0">
            <p className="flex flex-wrap gap-x-4">
              <time dateTime={new Date(run.startedAt).toISOString()} className="font-strong tabular-nums">
                {format.dateTime(run.startedAt, { dateStyle: "medium", timeStyle: "short" })}
              </time>
              <span className="text-ink-soft">{t(run.byHand ? "byHand" : "byItself")}</span>
              {run.finishedAt === null && <span className="font-strong text-amber">{t("unfinished")}</span>}
            </p>
            <p className="text-ink-soft">{t("counts", countsOf(run))}</p>
          </li>
        ))}
      </ol>
      <p className="text-small text-ink-soft">{t("note")}</p>
    </section>
  );
}
