import "server-only";
import { addDays } from "@/lib/office/local-time";
import type { Period } from "@/lib/register/types";

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const pad = (number: number) => String(number).padStart(2, "0");

/** How many days a period has. */
export function daysOf({ from, to }: Period): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

/** `months` months from the first of `month` on; `month` counts from 1 and may run over into other years. */
export function monthsFrom(year: number, month: number, months: number): Period {
  const first = new Date(Date.UTC(year, month - 1, 1));
  const last = new Date(Date.UTC(year, month - 2 + months, 1));
  const [lastYear, lastMonth] = [last.getUTCFullYear(), last.getUTCMonth() + 1];
  return {
    from: first.toISOString().slice(0, 10),
    to: `${lastYear}-${pad(lastMonth)}-${pad(daysIn(lastYear, lastMonth))}`,
  };
}

/** The calendar month, quarter and year that a local date lies in. */
export function periodsAround(date: string): Readonly<Record<"month" | "quarter" | "year", Period>> {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  return {
    month: monthsFrom(year, month, 1),
    quarter: monthsFrom(year, month - ((month - 1) % 3), 3),
    year: monthsFrom(year, 1, 12),
  };
}

export type PeriodKind = "month" | "quarter" | "year" | "free";

/** What a period is called: a whole calendar month, quarter or year, or days from and to. */
export function periodKind(period: Period): PeriodKind {
  const same = (other: Period) => other.from === period.from && other.to === period.to;
  const around = periodsAround(period.from);
  if (same(around.month)) return "month";
  if (same(around.quarter)) return "quarter";
  return same(around.year) ? "year" : "free";
}

/** The period of the same kind before or after; of a free one as many days. */
export function neighbour(period: Period, step: -1 | 1): Period {
  const kind = periodKind(period);
  const [year, month] = [Number(period.from.slice(0, 4)), Number(period.from.slice(5, 7))];
  const months = { month: 1, quarter: 3, year: 12 };
  if (kind !== "free") return monthsFrom(year, month + step * months[kind], months[kind]);
  const days = step * daysOf(period);
  return { from: addDays(period.from, days), to: addDays(period.to, days) };
}

/** Every local date of a period. */
export function datesOf(period: Period): string[] {
  return Array.from({ length: Math.max(0, daysOf(period)) }, (_, index) => addDays(period.from, index));
}

/** The months that a period touches, `YYYY-MM`, in order. */
export function monthsOf(period: Period): string[] {
  return [...new Set(datesOf(period).map((date) => date.slice(0, 7)))];
}
