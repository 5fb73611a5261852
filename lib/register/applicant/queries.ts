import "server-only";
import { accountNames } from "@/lib/access/accounts";
import type { SignedInAccount } from "@/lib/access/types";
import { reader } from "@/lib/platform/database";
import type { AccessRequestLine, ChosenCase } from "./types";

const LINES_SHOWN = 50;

interface StaffContext {
  readonly account: SignedInAccount;
}

/** The newest requests of applicants, without whose they were. */
export async function accessRequests(_context: StaffContext): Promise<AccessRequestLine[]> {
  const rows = await reader().accessRequest.findMany({
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: LINES_SHOWN,
    select: { id: true, at: true, byId: true, visits: true, ground: true },
  });
  const names = await accountNames(rows.map(({ byId }) => byId));
  return rows.map(({ id, at, byId, visits, ground }) => ({
    ...{ id, visits, ground },
    at: at.getTime(),
    byName: names.get(byId) ?? "–",
  }));
}

/** The case that an officer came from; null when there is none. Nothing in it says who it is. */
export async function chosenCase(_context: StaffContext, ticketId: string): Promise<ChosenCase | null> {
  const ticket = await reader().ticket.findUnique({
    where: { id: ticketId },
    select: { id: true, queueNumber: true, serviceDate: true },
  });
  return ticket && { ticketId: ticket.id, queueNumber: ticket.queueNumber, serviceDate: ticket.serviceDate };
}
