import "server-only";
import { addDays, instantOf, localParts, minutesOf } from "@/lib/office/local-time";
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

const DAY_MS = 86_400_000;

/** The days of an account by their date. */
export function officeDays(
  dates: readonly string[],
  office: { readonly timeZone: string; readonly hours: { readonly opens: string; readonly closes: string } },
  outages: readonly OutageRow[],
): Map<string, OfficeDay> {
  const { timeZone, hours } = office;
  const midnights = new Map<string, number>();
  const midnight = (date: string): number => {
    const known = midnights.get(date) ?? instantOf(date, "00:00", timeZone);
    midnights.set(date, known);
    return known;
  };
  return new Map(
    dates.map((date) => {
      const [begins, ends] = [midnight(date), midnight(addDays(date, 1))];
      // Asking a zone is dear: only a day on which clocks are changed needs it for each time.
      const at = (time: string) =>
        ends - begins === DAY_MS ? begins + minutesOf(time) * 60_000 : instantOf(date, time, timeZone);
      const near = outages.filter(({ startedAt, endedAt }) =>
        overlaps({ from: begins, until: ends }, { from: startedAt, until: endedAt ?? Infinity }),
      );
      const open = { from: at(hours.opens), until: at(hours.closes) };
      return [date, { date, begins, ends, hours: open, outages: near }];
    }),
  );
}

/** The local hour of an instant, for a ticket of `day`. */
export function hourOn(day: OfficeDay, instant: number, timeZone: string): number {
  const plain = day.ends - day.begins === DAY_MS && instant >= day.begins && instant < day.ends;
  return plain
    ? Math.floor((instant - day.begins) / 3_600_000)
    : Math.floor(localParts(instant, timeZone).minutes / 60);
}
