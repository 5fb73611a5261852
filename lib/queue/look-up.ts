import "server-only";
import { reader } from "@/lib/platform/database";
import type { LookupAnswer } from "./answer-schema";
import { stageOf } from "./stage";

/**
 * What is known of tickets, for a bridge that checks itself: how far, of which day, as of when. No names, no bookings.
 * @returns an answer an id, in the ids' order.
 */
export async function lookUpTickets(ticketIds: readonly string[]): Promise<LookupAnswer["tickets"]> {
  const rows = await reader().ticket.findMany({ where: { sourceTicketId: { in: [...new Set(ticketIds)] } } });
  const known = new Map(rows.map((row) => [row.sourceTicketId, row]));
  return ticketIds.map((ticketId) => {
    const row = known.get(ticketId);
    if (!row) return { ticketId, state: "UNKNOWN", serviceDate: null, updatedAt: null };
    const { serviceDate, sourceUpdatedAt } = row;
    return { ticketId, state: stageOf(row), serviceDate, updatedAt: sourceUpdatedAt.toISOString() };
  });
}
