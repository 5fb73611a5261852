import { useFormatter, useTranslations } from "next-intl";
import type { AccountEvent } from "@/lib/access/types";
import { SHEET } from "../styles";

/** What became of an account, newest first: each line says when, what, and by whom where that is somebody else. */
export function AccountHistory({ events }: { events: readonly AccountEvent[] }) {
  const t = useTranslations("access");
  const format = useFormatter();
  return (
    <section aria-labelledby="account-history" className={`${SHEET} p-6`}>
      <h2 id="account-history" className="text-lead">
        {t("history.heading")}
      </h2>
      <ol className="mt-3">
        {events.map(({ seq, at, kind, role, byOther, byName }) => (
          <li
            key={seq}
            className="grid grid-cols-[13rem_1fr] gap-x-6 border-t border-line py-3 first:border-t-0"
          >
            <time dateTime={new Date(at).toISOString()} className="text-ink-soft tabular-nums">
              {format.dateTime(at, {
                day: "numeric",
                month: "short",
                year: "numeric",
                hour: "2-digit",
                minute: "2-digit",
                hourCycle: "h23",
              })}
            </time>
            <span className={kind === "REFUSED" || kind === "LOCKED" ? "font-strong text-amber" : ""}>
              {t(`history.kind.${kind}`, { role: role ? t(`role.${role}`) : "none" })}
              {byOther && `, ${byName === null ? t("history.byServer") : t("history.by", { name: byName })}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
