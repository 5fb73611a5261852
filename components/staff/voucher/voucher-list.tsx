import { useTranslations } from "next-intl";
import Link from "next/link";
import type { VoucherLine, VoucherState } from "@/lib/vouchers/types";
import { SHEET } from "../styles";
import { useWords } from "../use-words";
import { StateSign } from "./state-sign";

export const VOUCHER_FILTERS = ["open", "completed", "withheld", "all"] as const;
export type VoucherFilter = (typeof VOUCHER_FILTERS)[number];

const STATES: Readonly<Record<VoucherFilter, readonly VoucherState[]>> = {
  open: ["ISSUED", "CONFIRMED"],
  completed: ["COMPLETED"],
  withheld: ["WITHHELD", "LAPSED"],
  all: ["ISSUED", "CONFIRMED", "COMPLETED", "WITHHELD", "LAPSED"],
};

/** Today's vouchers by state, each a tap from its page. No names: the list may be seen over a shoulder. */
export function VoucherList({ lines, filter }: { lines: readonly VoucherLine[]; filter: VoucherFilter }) {
  const t = useTranslations("staff.vouchers");
  const shown = lines.filter(({ state }) => STATES[filter].includes(state));
  return (
    <section aria-labelledby="vouchers-title" className={`${SHEET} px-8 py-7`}>
      <div className="flex flex-wrap items-center gap-x-8 gap-y-4">
        <h1 id="vouchers-title" className="text-title">
          {t("title")}
        </h1>
        <nav aria-label={t("filter")} className="flex flex-wrap gap-2">
          {VOUCHER_FILTERS.map((one) => {
            const count = lines.filter(({ state }) => STATES[one].includes(state)).length;
            return (
              <Link
                key={one}
                href={one === "open" ? "/staff/vouchers" : `/staff/vouchers?show=${one}`}
                replace
                aria-current={one === filter ? "true" : undefined}
                className={
                  "flex min-h-12 items-center gap-2.5 rounded-field px-5 font-strong " +
                  (one === filter
                    ? "bg-ink text-on-navy"
                    : "shadow-[inset_0_0_0_2px_var(--color-line-strong)]")
                }
              >
                {t(one)} <span className="tabular-nums">{count}</span>
              </Link>
            );
          })}
        </nav>
      </div>
      {shown.length === 0 && (
        <p className="py-10 text-ink-soft">{t(lines.length === 0 ? "noneYet" : "none")}</p>
      )}
      <ul className="mt-5">
        {shown.map((line) => (
          <VoucherRow key={line.id} line={line} />
        ))}
      </ul>
    </section>
  );
}

function VoucherRow({ line }: { line: VoucherLine }) {
  const t = useTranslations("staff");
  const { clock, minutes } = useWords();
  return (
    <li className="border-t border-line">
      <Link
        href={`/staff/vouchers/${line.id}`}
        className="-mx-4 grid min-h-20 grid-cols-[7.5rem_1fr_auto] items-center gap-4 rounded-field px-4 py-3 wide:grid-cols-[7.5rem_1fr_1fr_auto]"
      >
        <strong className="text-[30px] font-number tracking-(--tracking-number) tabular-nums">
          {line.number}
        </strong>
        <span className="leading-snug">
          <strong className="block">
            {t("confirm.who", { queue: line.queueNumber, last4: line.last4 ?? "none" })}
          </strong>
          <span className="block text-small text-ink-soft">
            {t("confirm.line", { time: clock(line.issuedAt), wait: minutes(line.waitedMinutes) })}
          </span>
        </span>
        <span className="text-small text-ink-soft tall:hidden">
          {line.origin === "GRANT" && t("vouchers.grant")}
        </span>
        <StateSign state={line.state} done={line.stepsDone} />
      </Link>
    </li>
  );
}
