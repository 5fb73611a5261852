import "server-only";
import { addDays, instantOf } from "@/lib/office/local-time";
import { overlaps, type Span } from "@/lib/rules/outage-overlap";
import type { OutageFacts } from "@/lib/rules/types";
import type { OutageRow } from "./rows";

/** The instants of one service date, epoch ms, and the outages that may touch it. */
export interface OfficeDay {
  readonly date: string;
  readonly begins: number;
  /** First instant of the next date. */
  readonly ends: number;
  readonly hours: Span;
  readonly outages: readonly OutageRow[];
}

const spanOf = ({ startedAt, endedAt }: OutageFacts, asOf: number): Span => ({
  from: startedAt,
  until: Math.min(endedAt ?? asOf, asOf),
});

/** The length in ms of what several spans cover of another, overlaps counted once. */
export function covered(within: Span, spans: readonly Span[]): number {
  let sum = 0;
  let upTo = within.from;
  for (const span of [...spans].sort((one, other) => one.from - other.from)) {
    const from = Math.max(span.from, upTo);
    const until = Math.min(span.until, within.until);
    if (until <= from) continue;
    sum += until - from;
    upTo = until;
  }
  return sum;
}

/** The part of outages that lies in a day's office hours and has happened by `asOf`, ms. */
export const outageMsOf = (day: OfficeDay, outages: readonly OutageRow[], asOf: number): number =>
  covered(
    day.hours,
    outages.map((outage) => spanOf(outage, asOf)),
  );

/** The days of an account by their date. */
export function officeDays(
  dates: readonly string[],
  office: { readonly timeZone: string; readonly hours: { readonly opens: string; readonly closes: string } },
  outages: readonly OutageRow[],
): Map<string, OfficeDay> {
  const { timeZone, hours } = office;
  return new Map(
    dates.map((date) => {
      const at = (time: string, of = date) => instantOf(of, time, timeZone);
      const [begins, ends] = [at("00:00"), at("00:00", addDays(date, 1))];
      const near = outages.filter(({ startedAt, endedAt }) =>
        overlaps({ from: begins, until: ends }, { from: startedAt, until: endedAt ?? Infinity }),
      );
      const open = { from: at(hours.opens), until: at(hours.closes) };
      return [date, { date, begins, ends, hours: open, outages: near }];
    }),
  );
}
