/**
 * The rules once more, written from their prose alone: it shares no line with the product, so that one reading checks the
 * other. Instants are epoch ms; the simulated office keeps Jakarta's time, which has no summer time.
 */
export interface Known {
  readonly serviceDate: string;
  readonly ticketAt: number | null;
  readonly startedAt: number | null;
  readonly type: "NEW" | "REPLACEMENT" | "OTHER" | null;
  readonly reason: "EXPIRED" | "FULL" | "DAMAGED" | "LOST" | "DATA_CHANGE" | null;
  readonly channel: "M_PASPOR" | "ONLINE_QUEUE" | "WALK_IN" | null;
  readonly smart: boolean | null;
  readonly review: boolean | null;
}

export interface Disruption {
  readonly from: number;
  readonly to: number | null;
}

export const HOUR = 3_600_000;
const PROMISE = 2 * HOUR;

/** The office's local date (`YYYY-MM-DD`) at an instant. */
export const dateAt = (instant: number) => new Date(instant + 7 * HOUR).toISOString().slice(0, 10);

/** Whether a disruption that had begun by `now` fell into the first two hours after a number. */
export function disturbed(ticketAt: number, disruptions: readonly Disruption[], now: number): boolean {
  return disruptions.some(({ from, to }) => {
    if (from > now) return false;
    if (to !== null && to <= from) return false;
    return from < ticketAt + PROMISE && (to === null || to > ticketAt);
  });
}

/** Milliseconds from the number to its service, or to now while there is none; null without a number. */
export function waited({ ticketAt, startedAt }: Known, now: number): number | null {
  if (ticketAt === null) return null;
  const served = startedAt !== null && startedAt <= now && startedAt >= ticketAt;
  return Math.max(0, (served ? startedAt : now) - ticketAt);
}

export const isOverPromise = (ticket: Known, now: number) => (waited(ticket, now) ?? 0) > PROMISE;

/** What a booking with these tickets is owed at an instant. */
export function owed(tickets: readonly Known[], disruptions: readonly Disruption[], now: number): string {
  if (tickets.length === 0) return "UNKNOWN_BOOKING";
  const todays = tickets.filter(({ serviceDate }) => serviceDate === dateAt(now));
  const [ticket] = todays.sort((one, other) => (one.ticketAt ?? Infinity) - (other.ticketAt ?? Infinity));
  if (!ticket) return "OTHER_DAY";
  const { ticketAt } = ticket;
  const started = ticket.startedAt !== null && ticket.startedAt <= now ? ticket.startedAt : null;
  if (started !== null && (ticketAt === null || started < ticketAt)) return "SEE_OFFICER";
  if (ticketAt === null) return "NO_BIOMETRIC_TICKET";
  const over = isOverPromise(ticket, now);
  if (started !== null && !over) return "SERVED_IN_TIME";
  if (disturbed(ticketAt, disruptions, now)) return "OUTAGE";
  if (!over) return "NOT_YET";
  const qualifies =
    (ticket.type === "NEW" || ticket.type === "REPLACEMENT") &&
    ticket.reason !== "DAMAGED" &&
    ticket.reason !== "LOST" &&
    (ticket.channel === "M_PASPOR" || ticket.channel === "ONLINE_QUEUE") &&
    ticket.smart === true &&
    ticket.review === false;
  return qualifies ? "ELIGIBLE" : "SEE_OFFICER";
}
