import "server-only";
import type { Ticket } from "@/lib/platform/generated/sqlite/client";

/**
 * Milliseconds waited at an instant for what a person decides: as the rules count, but a start noted before its number
 * is left out rather than taken for an answer. Null without a number.
 */
export function waitOf(
  ticket: Pick<Ticket, "biometricTicketAt" | "biometricStartedAt">,
  at: Date,
): number | null {
  const { biometricTicketAt: from, biometricStartedAt: started } = ticket;
  if (!from) return null;
  const until = started && started <= at && started >= from ? started : at;
  return Math.max(0, until.getTime() - from.getTime());
}

const LONGEST_STORED_MS = 2 ** 31 - 1;

/** A wait as its column holds it: above 24 days it is a source's wrong date, and must not fail the check. */
export function storedWait<T extends number | null>(waitedMs: T): T | number {
  return waitedMs === null ? waitedMs : Math.min(waitedMs, LONGEST_STORED_MS);
}
