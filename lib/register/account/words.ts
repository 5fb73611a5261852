import "server-only";
import type { WaitQuantile } from "@/lib/queue/types";
import type { Period } from "@/lib/register/types";
import { periodKind } from "./period";
import type { Cell } from "./types";

/** A word of the report's catalogue with its values filled in. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const MINUTE_MS = 60_000;

/** How a report of one office writes numbers, times and periods in one language. */
export interface ReportWords {
  readonly say: Say;
  readonly locale: string;
  readonly timeZone: string;
  readonly number: (value: number) => string;
  /** "97,4%" */
  readonly share: (value: number) => string;
  /** Whole minutes that have passed: "1 jam 45 mnt". */
  readonly duration: (ms: number) => string;
  readonly quantile: (value: WaitQuantile | null) => string;
  /** A local date: "26 November 2026". */
  readonly date: (date: string) => string;
  /** "Sen, 2 Nov" */
  readonly shortDate: (date: string) => string;
  /** `YYYY-MM`: "November 2026". */
  readonly month: (month: string) => string;
  readonly shortMonth: (month: string) => string;
  /** "26 November 2026 pukul 10.30 WIB" */
  readonly instant: (at: number) => string;
  readonly shortInstant: (at: number) => string;
  /** For spreadsheets: "26/11/2026 10:30" on the office's clocks. */
  readonly localStamp: (at: number) => string;
  readonly period: (period: Period) => string;
  readonly cell: (cell: Cell) => string;
  /** The same for narrow columns: durations as hours and minutes, "2:19". */
  readonly narrowCell: (cell: Cell) => string;
}

const dayOf = (date: string) => new Date(`${date}T00:00:00Z`);

/** @param say the report's catalogue in that language */
export function reportWords(
  say: Say,
  locale: string,
  { timeZone, zoneLabel }: { readonly timeZone: string; readonly zoneLabel: string },
): ReportWords {
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
    return (date: string) => format.format(dayOf(date));
  };
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(locale, {
    style: "percent",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const dayAt = new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month: "long", year: "numeric" });
  const shortDayAt = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: "2-digit",
    month: "short",
    year: "numeric",
  });
  const stamp = new Intl.DateTimeFormat("en-GB", {
    ...{ timeZone, day: "2-digit", month: "2-digit", year: "numeric" },
    ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  });
  const date = dates({ day: "numeric", month: "long", year: "numeric" });
  const month = dates({ month: "long", year: "numeric" });
  const duration = (ms: number): string => {
    const minutes = Math.floor(ms / MINUTE_MS);
    if (minutes === 0) return say(ms > 0 ? "unit.seconds" : "unit.minutes", { minutes: 0 });
    if (minutes < 60) return say("unit.minutes", { minutes });
    return minutes % 60 === 0
      ? say("unit.hours", { hours: minutes / 60 })
      : say("unit.hoursMinutes", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  };
  const atLeast = (value: string, is: boolean) => (is ? say("unit.atLeast", { value }) : value);
  const period = (of: Period): string => {
    const kind = periodKind(of);
    if (kind === "month") return month(`${of.from.slice(0, 7)}-01`);
    if (kind === "year") return say("period.yearOf", { year: of.from.slice(0, 4) });
    if (kind === "quarter") {
      const quarter = Math.ceil(Number(of.from.slice(5, 7)) / 3);
      return say("period.quarterOf", { quarter, year: of.from.slice(0, 4) });
    }
    return of.from === of.to ? date(of.from) : say("period.span", { from: date(of.from), to: date(of.to) });
  };
  const shortDate = dates({ weekday: "short", day: "numeric", month: "short" });
  const clockLike = (ms: number): string => {
    const minutes = Math.floor(ms / MINUTE_MS);
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
  };
  const shortInstant = (at: number) => `${shortDayAt.format(at)} ${clock.format(at)}`;
  const cell = (one: Cell): string => {
    switch (one?.kind) {
      case undefined:
        return say("unit.none");
      case "text":
        return one.value;
      case "count":
        return whole.format(one.value);
      case "duration":
        return atLeast(duration(one.value), one.atLeast === true);
      case "share":
        return percent.format(one.value);
      case "date":
        return shortDate(one.value);
      case "instant":
        return shortInstant(one.value);
    }
  };
  return {
    say,
    locale,
    timeZone,
    number: (value) => whole.format(value),
    share: (value) => percent.format(value),
    duration,
    quantile: (value) => (value ? atLeast(duration(value.ms), value.atLeast) : say("unit.none")),
    date,
    shortDate,
    month: (of) => month(`${of}-01`),
    shortMonth: (of) => dates({ month: "short" })(`${of}-01`),
    instant: (at) => `${dayAt.format(at)}, ${clock.format(at)} ${zoneLabel}`,
    shortInstant,
    localStamp: (at) => stamp.format(at).replace(",", ""),
    period,
    cell,
    narrowCell: (one) =>
      one?.kind === "duration" ? atLeast(clockLike(one.value), one.atLeast === true) : cell(one),
  };
}
