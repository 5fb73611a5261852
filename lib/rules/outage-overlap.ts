import type { OutageFacts } from "./types";

/** A half-open span of time `[from, until)` in epoch ms; empty when `until` is not after `from`. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** Whether two half-open spans share an instant. Spans that only touch do not, and an empty one shares none. */
export function overlaps(a: Span, b: Span): boolean {
  return Math.max(a.from, b.from) < Math.min(a.until, b.until);
}

/**
 * Whether a disruption that has begun by `now` fell into the promised time of a ticket (F.2.f).
 * One that began only after the promised time caused no breach and takes nothing away.
 * @param promised `[biometricTicketAt, biometricTicketAt + threshold)`
 * @param now epoch ms; a disruption announced for later has not happened
 */
export function disrupted(promised: Span, outages: readonly OutageFacts[], now: number): boolean {
  return outages.some(
    ({ startedAt, endedAt }) =>
      startedAt <= now && overlaps(promised, { from: startedAt, until: endedAt ?? Infinity }),
  );
}
