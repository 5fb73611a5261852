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
