import "server-only";
import { accountNames } from "@/lib/access/accounts";
import { can } from "@/lib/access/rights";
import type { SignedInAccount } from "@/lib/access/types";
import { recordLook } from "@/lib/audit/looks";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import type { Prisma, Ticket } from "@/lib/platform/generated/sqlite/client";
import { parseBooking } from "@/lib/queue/parse-booking";
import { queueWritings, seriesNumber } from "@/lib/queue/queue-writings";
import { localDate } from "@/lib/rules/local-date";
import { officerClauses } from "./clause-views";
import { evaluate } from "./evaluate";
import { latestRuling } from "./rulings";
import type { StaffContext } from "./staff-call";
import type { TicketView } from "./types";
import { waitOf } from "./wait";

const MOST_FOUND = 12;

async function ticketView(ticket: Ticket, account: SignedInAccount): Promise<TicketView> {
  const db = reader();
  const at = now();
  const settings = await readSettings(db);
  const { evaluation, policy, serviceDate } = await evaluate(db, [ticket], at, settings);
  const { id, applicantRef } = ticket;
  const voucher = await db.voucher.findFirst({
    where: { OR: [{ ticketId: id }, { serviceDate: ticket.serviceDate, applicantRef }] },
  });
  const ruling = await latestRuling(db, id);
  const names = await accountNames(ruling ? [ruling.byId] : []);
  const waitedMs = waitOf(ticket, at);
  const today = ticket.serviceDate === serviceDate;
  const held = ruling?.kind === "WITHHELD";
  return {
    id,
    queueNumber: ticket.queueNumber,
    last4: ticket.bookingLast4,
    applicantName: ticket.applicantName,
    serviceDate: ticket.serviceDate,
    ticketAt: ticket.biometricTicketAt?.getTime() ?? null,
    calledAt: ticket.calledAt?.getTime() ?? null,
    biometricStartedAt: ticket.biometricStartedAt?.getTime() ?? null,
    completedAt: ticket.completedAt?.getTime() ?? null,
    waitedMs,
    outcome: evaluation.outcome,
    clauses: officerClauses(evaluation.clauses),
    contradictory: evaluation.contradictory,
    voucher: voucher && { id: voucher.id, number: voucher.number, state: voucher.state },
    ruling: ruling && {
      kind: ruling.kind,
      at: ruling.at.getTime(),
      byName: names.get(ruling.byId) ?? "–",
      reason: ruling.reason,
    },
    mayGrant: can(account.role, "voucher.grant") && today && !voucher && (waitedMs ?? 0) > policy.thresholdMs,
    mayWithhold: can(account.role, "voucher.withhold") && today && !voucher && !held,
    now: at.getTime(),
  };
}

/** A ticket with what the rules say of it now; null when there is none. The look is audited. */
export async function openTicket({ account }: StaffContext, ticketId: string): Promise<TicketView | null> {
  const ticket = await reader().ticket.findUnique({ where: { id: ticketId } });
  if (!ticket) return null;
  await recordLook(account.id, "ticket.viewed", { kind: "ticket", id: ticketId });
  return ticketView(ticket, account);
}

/**
 * Today's tickets by a booking as scanned, its last digits (four or more), or a queue number in any writing.
 * Each ticket found is a look at a person's record, and audited as one.
 */
export async function findTickets({ account }: StaffContext, query: string): Promise<TicketView[]> {
  const settings = await readSettings(reader());
  const serviceDate = localDate(now().getTime(), settings.timeZone);
  const typed = query
    .replace(/[\u0000-\u001f]/g, "")
    .trim()
    .toUpperCase();
  const parsed = parseBooking(query, settings.bookingPatterns);
  const digits = typed.replace(/[\s.-]/g, "");
  const queue = seriesNumber(typed);
  const where: Prisma.TicketWhereInput[] = [{ queueNumber: typed }];
  if (parsed.kind === "BOOKING") where.push({ bookingCode: parsed.code.toUpperCase() });
  if (/^\d{4,16}$/.test(digits))
    where.push({ bookingLast4: digits.slice(-4), bookingCode: { endsWith: digits } });
  if (queue) where.push({ queueNumber: { in: queueWritings(queue) } });
  const tickets = await reader().ticket.findMany({
    where: { serviceDate, OR: where },
    orderBy: { queueNumber: "asc" },
    take: MOST_FOUND,
  });
  const views: TicketView[] = [];
  for (const ticket of tickets) {
    await recordLook(account.id, "ticket.viewed", { kind: "ticket", id: ticket.id });
    views.push(await ticketView(ticket, account));
  }
  return views;
}
