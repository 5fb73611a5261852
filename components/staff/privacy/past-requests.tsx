import { useFormatter, useTranslations } from "next-intl";
import type { AccessRequestLine } from "@/lib/register/applicant/types";
import { SHEET } from "../styles";

/** Requests that were answered, newest first; whose they were is not said. */
export function PastRequests({ requests }: { requests: readonly AccessRequestLine[] }) {
  const t = useTranslations("privacy.past");
  const format = useFormatter();
  return (
    <section aria-labelledby="past-requests" className={`${SHEET} p-6`}>
      <h2 id="past-requests" className="text-lead">
        {t("title")}
      </h2>
      <p className="mt-1 text-ink-soft">{t("lead")}</p>
      {requests.length === 0 && <p className="mt-4">{t("none")}</p>}
      <ol className="mt-3">
        {requests.map(({ id, at, byName, visits, ground }) => (
          <li
            key={id}
            className="grid grid-cols-[13rem_1fr] gap-x-6 gap-y-1 border-t border-line py-3 first:border-t-0"
          >
            <time dateTime={new Date(at).toISOString()} className="text-ink-soft tabular-nums">
              {format.dateTime(at, { dateStyle: "medium", timeStyle: "short" })}
            </time>
            <div className="min-w-0">
              <p className="font-strong">{t("line", { name: byName, count: visits })}</p>
              <p className="break-words">{ground ?? t("groundRemoved")}</p>
              <p className="text-small text-ink-soft tabular-nums">{t("number", { id: id.slice(0, 8) })}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
