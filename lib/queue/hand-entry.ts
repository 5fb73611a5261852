import "server-only";
import type { SignedInAccount } from "@/lib/access/types";
import { appendAudit } from "@/lib/audit/append";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { reader, writeTransaction, type Tx } from "@/lib/platform/database";
import type { Ticket } from "@/lib/platform/generated/sqlite/client";
import type { ActionResult } from "@/lib/platform/types";
import { localDate } from "@/lib/rules/local-date";
import type { AdvanceTicketInput, EnterTicketInput } from "./hand-entry-schema";
import { takeIn } from "./take-in";
import { parseBooking } from "./parse-booking";
import { ticketInput, type TicketInput } from "./schema";

interface StaffContext {
  readonly account: SignedInAccount;
}

/**
 * One officer at a time gives out bookings and queue numbers of a date: whether one is free is looked up, not held by a
 * constraint, since a feed may repeat them. The day's counter is the row that everybody can lock.
 */
async function lockServiceDate(tx: Tx, serviceDate: string): Promise<void> {
  await tx.dayCounter.upsert({
    where: { serviceDate },
    create: { serviceDate, lastNumber: 0 },
    update: { lastNumber: { increment: 0 } },
  });
}

/**
 * Enters an applicant by hand, for an office whose SMART does not deliver: the same ingest as every other source.
 * Repeating it under the same key enters nobody twice. Refusals: BOOKING_UNREADABLE, BOOKING_AMBIGUOUS,
 * BOOKING_HAS_TICKET and QUEUE_NUMBER_TAKEN (today).
 */
export async function enterTicket(
  { account }: StaffContext,
  entry: EnterTicketInput,
  requestId: string,
): Promise<ActionResult<{ ticketId: string }>> {
  const settings = await readSettings(reader());
  const parsed = entry.bookingScan ? parseBooking(entry.bookingScan, settings.bookingPatterns) : null;
  if (parsed?.kind === "NONE") return { ok: false, code: "BOOKING_UNREADABLE" };
  if (parsed?.kind === "AMBIGUOUS") return { ok: false, code: "BOOKING_AMBIGUOUS" };
  const at = now();
  const serviceDate = localDate(at.getTime(), settings.timeZone);
  const sourceTicketId = `hand-${entry.key}`;
  const input = ticketInput.parse({
    ticketId: sourceTicketId,
    bookingCode: parsed?.code,
    queueNumber: entry.queueNumber,
    serviceDate,
    biometricTicketAt: entry.withNumber ? at.toISOString() : null,
    applicationType: entry.applicationType,
    replacementReason: entry.applicationType === "REPLACEMENT" ? entry.replacementReason : null,
    bookingChannel: entry.bookingChannel,
    registeredInSmart: entry.registeredInSmart,
    // An entry by hand raises no flag; the feed and supervisors do. Outside SMART nobody has looked.
    underReview: entry.registeredInSmart ? false : null,
    updatedAt: at.toISOString(),
  });
  const actor = { kind: "OFFICER", id: account.id } as const;
  return writeTransaction(async (tx) => {
    await lockServiceDate(tx, serviceDate);
    const again = await tx.ticket.findUnique({ where: { sourceTicketId }, select: { id: true } });
    if (again) return { ok: true, value: { ticketId: again.id } };
    const { bookingCode, queueNumber } = input;
    if (bookingCode && (await tx.ticket.findFirst({ where: { serviceDate, bookingCode } }))) {
      return { ok: false, code: "BOOKING_HAS_TICKET" };
    }
    if (queueNumber && (await tx.ticket.findFirst({ where: { serviceDate, queueNumber } }))) {
      return { ok: false, code: "QUEUE_NUMBER_TAKEN" };
    }
    await takeIn(tx, [input], { kind: "HAND", accountId: account.id }, { actor, requestId });
    const { id } = await tx.ticket.findUniqueOrThrow({ where: { sourceTicketId }, select: { id: true } });
    await appendAudit(tx, { actor, action: "ticket.entered", subject: { kind: "ticket", id }, requestId });
    return { ok: true, value: { ticketId: id } };
  });
}

type Stage = AdvanceTicketInput["to"];

/** The facts that a stage adds, or why it cannot come now. A stage that has been reached changes nothing. */
function reach(
  stored: Ticket,
  to: Stage,
  at: Date,
  queueNumber: string | undefined,
): Partial<TicketInput> | string {
  switch (to) {
    case "NUMBER":
      if (stored.biometricTicketAt) return {};
      return queueNumber || stored.queueNumber
        ? { biometricTicketAt: at, queueNumber: queueNumber ?? stored.queueNumber }
        : "QUEUE_NUMBER_NEEDED";
    case "CALL":
      return stored.biometricTicketAt ? { calledAt: stored.calledAt ?? at } : "NO_NUMBER_YET";
    case "SERVE":
      if (!stored.biometricTicketAt) return "NO_NUMBER_YET";
      return { calledAt: stored.calledAt ?? at, biometricStartedAt: stored.biometricStartedAt ?? at };
    case "COMPLETE":
      return stored.biometricStartedAt ? { completedAt: stored.completedAt ?? at } : "NOT_SERVED_YET";
  }
}

/**
 * Takes a ticket of today one stage on: number, call, service (which ends the wait, F.2.b), completion. Doing it twice
 * does nothing more. Refusals: UNKNOWN_TICKET, OTHER_DAY, QUEUE_NUMBER_NEEDED, QUEUE_NUMBER_TAKEN, NO_NUMBER_YET,
 * NOT_SERVED_YET.
 */
export async function advanceTicket(
  { account }: StaffContext,
  { ticketId, to, queueNumber }: AdvanceTicketInput,
  requestId: string,
): Promise<ActionResult<{ ticketId: string }>> {
  const actor = { kind: "OFFICER", id: account.id } as const;
  return writeTransaction(async (tx) => {
    const data = { checks: { increment: 0 } };
    const [stored] = await tx.ticket.updateManyAndReturn({ where: { id: ticketId }, data });
    if (!stored) return { ok: false, code: "UNKNOWN_TICKET" };
    const { timeZone } = await readSettings(tx);
    const at = now();
    if (stored.serviceDate !== localDate(at.getTime(), timeZone)) return { ok: false, code: "OTHER_DAY" };
    if (to === "NUMBER" && queueNumber) {
      const { serviceDate } = stored;
      await lockServiceDate(tx, serviceDate);
      const others = { serviceDate, queueNumber, id: { not: ticketId } };
      if (await tx.ticket.findFirst({ where: others })) return { ok: false, code: "QUEUE_NUMBER_TAKEN" };
    }
    const added = reach(stored, to, at, queueNumber);
    if (typeof added === "string") return { ok: false, code: added };
    const { sourceTicketId, sourceUpdatedAt } = stored;
    // A feed whose clock is ahead must not make what an officer just did look old.
    const updatedAt = new Date(Math.max(at.getTime(), sourceUpdatedAt.getTime() + 1));
    const revised: TicketInput = { ...stateOf(stored), ...added, ticketId: sourceTicketId, updatedAt };
    const source = { kind: "HAND", accountId: account.id } as const;
    const { updated } = await takeIn(tx, [revised], source, { actor, requestId });
    if (updated > 0) {
      const event = { actor, action: "ticket.entered", subject: { kind: "ticket", id: ticketId } } as const;
      await appendAudit(tx, { ...event, data: { to }, requestId });
    }
    return { ok: true, value: { ticketId } };
  });
}

function stateOf(stored: Ticket): Omit<TicketInput, "ticketId" | "updatedAt"> {
  const {
    bookingCode,
    queueNumber,
    serviceDate,
    biometricTicketAt,
    calledAt,
    biometricStartedAt,
    completedAt,
  } = stored;
  const {
    applicationType,
    replacementReason,
    bookingChannel,
    registeredInSmart,
    underReview,
    applicantName,
  } = stored;
  const times = { biometricTicketAt, calledAt, biometricStartedAt, completedAt };
  const application = { applicationType, replacementReason, bookingChannel, registeredInSmart, underReview };
  return { bookingCode, queueNumber, serviceDate, applicantName, ...times, ...application };
}
