import { useTranslations } from "next-intl";
import Link from "next/link";
import type { VoucherLine } from "@/lib/vouchers/types";
import { SHEET, TEXT_LINK } from "../styles";
import { useWords } from "../use-words";

/** The vouchers that wait for an officer, the longest waiting first; each is one tap away. */
export function WaitingVouchers({ lines, anyToday }: { lines: readonly VoucherLine[]; anyToday: boolean }) {
  const t = useTranslations("staff");
  const { minutes } = useWords();
  return (
    <section aria-labelledby="waiting-title" className={`${SHEET} flex flex-col p-6`}>
      <h2 id="waiting-title" className="text-lead">
        {t("confirm.waiting")}
      </h2>
      {lines.length === 0 && (
        <p className="py-6 text-ink-soft">{t(anyToday ? "confirm.waitingNone" : "confirm.waitingNoneYet")}</p>
      )}
      <ul className="mt-3 flex flex-col">
        {lines.map((line) => (
          <li key={line.id} className="border-t border-line">
            <Link
              href={`/staff/vouchers/${line.id}`}
              className="-mx-3 flex min-h-18 items-center gap-4 rounded-field px-3 py-2"
            >
              <span className="flex w-24 shrink-0 flex-col items-start gap-1">
                <strong className="text-[26px] leading-tight font-number tracking-(--tracking-number) tabular-nums">
                  {line.number}
                </strong>
                {line.stepsDone > 0 && (
                  <span className="rounded-round bg-green-wash px-3 py-0.5 text-small font-strong text-green tabular-nums">
                    {line.stepsDone}/3
                  </span>
                )}
              </span>
              <span className="min-w-0 flex-1 leading-snug">
                <strong className="block">
                  {t("confirm.who", { queue: line.queueNumber, last4: line.last4 ?? "none" })}
                </strong>
                <span className="block text-small text-ink-soft">
                  {t("confirm.wait", { wait: minutes(line.waitedMinutes) })}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <Link href="/staff/vouchers" className={`${TEXT_LINK} mt-auto`}>
        {t("confirm.all")}
      </Link>
    </section>
  );
}
