import "server-only";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import type { SignedInAccount } from "@/lib/access/types";
import { localDate } from "@/lib/rules/local-date";
import { stageOf } from "./stage";
import type { HandTicketLine } from "./types";

const MOST_LINES = 300;

/** Today's tickets for the page that enters them by hand: the longest waiting first, those done last. No names. */
export async function ticketsOfToday(
  _context: { readonly account: SignedInAccount },
  { search }: { readonly search?: string } = {},
): Promise<HandTicketLine[]> {
  const { timeZone } = await readSettings(reader());
  const at = now();
  const serviceDate = localDate(at.getTime(), timeZone);
  const wanted = search?.trim().toUpperCase();
  const rows = await reader().ticket.findMany({
    where: {
      serviceDate,
      ...(wanted ? { OR: [{ queueNumber: { contains: wanted } }, { bookingLast4: wanted }] } : {}),
    },
    orderBy: [
      { completedAt: { sort: "asc", nulls: "first" } },
      { biometricTicketAt: { sort: "asc", nulls: "last" } },
    ],
    take: MOST_LINES,
  });
  return rows.map((row) => {
    const ticketAt = row.biometricTicketAt?.getTime() ?? null;
    const until = Math.min(row.biometricStartedAt?.getTime() ?? at.getTime(), at.getTime());
    return {
      id: row.id,
      queueNumber: row.queueNumber,
      last4: row.bookingLast4,
      stage: stageOf(row),
      ticketAt,
      waitedMs: ticketAt === null ? null : Math.max(0, until - ticketAt),
    };
  });
}
