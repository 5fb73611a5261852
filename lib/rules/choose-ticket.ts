import type { TicketFacts } from "./types";

/**
 * The ticket that counts among all those of one booking: today's, and of several today the one whose biometric number
 * is the earliest (our reading of F.2.b). One without a number counts only if none of today's has one.
 * Of equals the first in the given order counts, so callers should pass tickets in a stable order.
 * @param today local date `YYYY-MM-DD` in the office's time zone
 * @returns null when no ticket is for today
 */
export function chooseTicket<T extends TicketFacts>(tickets: readonly T[], today: string): T | null {
  let chosen: T | null = null;
  for (const ticket of tickets) {
    if (ticket.serviceDate !== today) continue;
    if (chosen === null || numberedAt(ticket) < numberedAt(chosen)) chosen = ticket;
  }
  return chosen;
}

function numberedAt(ticket: TicketFacts): number {
  return ticket.biometricTicketAt ?? Infinity;
}
