import type { HeadlineFigure } from "@/components/staff/report/headline";
import type { PeriodChoice } from "@/components/staff/report/period-picker";
import { keptPromise } from "@/lib/register/account/kept-promise";
import { neighbour, periodKind, periodsAround } from "@/lib/register/account/period";
import type { AccountFigures } from "@/lib/register/account/types";
import type { ReportWords } from "@/lib/register/account/words";
import type { Period } from "@/lib/register/types";

/** What one may choose from the period that is shown; nothing that has not begun. @param today the office's local date */
export function choicesFor(period: Period, today: string, { say }: ReportWords) {
  const kind = periodKind(period);
  const anchor = period.to < today ? period.to : period.from <= today ? today : period.from;
  const around = periodsAround(kind === "free" || kind === "month" ? anchor : period.from);
  const choices = (["month", "quarter", "year"] as const).map((key): PeriodChoice => ({
    key,
    label: say(`period.${key}`),
    period:
      key === "month" && kind !== "month" && period.to >= today ? periodsAround(anchor).month : around[key],
    chosen: kind === key,
  }));
  const after = neighbour(period, 1);
  return { choices, before: neighbour(period, -1), after: after.from > today ? null : after };
}

/** The figures at the page's head, in words. */
export function headlineOf(figures: AccountFigures, words: ReportWords): HeadlineFigure[] {
  const { say, number, quantile, share, duration } = words;
  const { tickets, vouchers } = figures.total;
  const { waits, passed } = tickets;
  const { apology } = figures;
  const { kept, known } = keptPromise(tickets);
  const nil = vouchers.issued === 0;
  return [
    {
      key: "kept",
      label: say("headline.kept"),
      value: known === 0 ? say("unit.none") : share(kept / known),
      more: say("headline.keptOf", { kept: number(kept), count: number(known) }),
    },
    {
      key: "passed",
      label: say("headline.passed", { hours: duration(figures.promiseMs) }),
      value: number(passed),
      more: say("headline.passedOf", { unserved: number(tickets.passedUnserved) }),
    },
    {
      key: "median",
      label: say("headline.median"),
      value: quantile(waits.median),
      more: say("headline.ninetieth", { wait: quantile(waits.ninetieth) }),
    },
    {
      key: "vouchers",
      label: say("headline.vouchers"),
      value: number(vouchers.issued),
      more: nil
        ? say("headline.nil")
        : say("headline.vouchersOf", {
            ...{ confirmed: number(vouchers.confirmed), lapsed: number(vouchers.lapsed) },
            ...{ withheld: number(vouchers.withheld) },
          }),
    },
    {
      key: "apology",
      label: say("headline.apology"),
      value: apology.medianMs === null ? say("headline.noApology") : duration(apology.medianMs),
      more: say("headline.apologyOf", {
        count: apology.given,
        wait: apology.ninetiethMs === null ? say("unit.none") : duration(apology.ninetiethMs),
      }),
    },
  ];
}
