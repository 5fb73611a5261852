import "server-only";
import { appendAudit } from "@/lib/audit/append";
import { officeState, roomIsOpen } from "@/lib/office/calendar";
import type { OfficeSettings } from "@/lib/office/schema";
import { readInForce, type InForce } from "@/lib/office/in-force";
import { now, systemNow } from "@/lib/platform/clock";
import { anyOf, TICKET_COLUMNS, VOUCHER_COLUMNS } from "@/lib/platform/columns";
import { keyedHash } from "@/lib/platform/secrets";
import type { PlainTx } from "@/lib/platform/plain-transactions";
import type { ActionResult } from "@/lib/platform/types";
import type { Prisma, SouvenirPromise, Ticket, Voucher } from "@/lib/platform/generated/sqlite/client";
import { rowsOf, sql } from "@/lib/platform/statements";
import { wakePrinting } from "@/lib/printing/wake";
import { parseBooking } from "@/lib/queue/parse-booking";
import { localDate } from "@/lib/rules/local-date";
import type { Policy } from "@/lib/rules/types";
import type { CheckInput } from "./kiosk-schema";
import { evaluate, recordDecision, type Finding } from "./evaluate";
import { answerFresh, seeOfficer, type KioskCall } from "./fresh-answers";
import { glimpse, rescanAnswer, type AnswerBody } from "./kiosk-answers";
import { oncePerKeyAhead } from "./request-keys";
import type { KioskAnswer } from "./types";

/**
 * The kiosk's one question: where does this booking stand? Decides with the server's clock, records the decision, and
 * for ELIGIBLE issues voucher and print job in the same transaction (F.1–F.3). Same key, same answer, for 60 seconds.
 * What a person scanned is neither stored nor logged.
 * @param inForce settings and policies, where the caller has just read them.
 */
export async function checkBooking(
  call: KioskCall,
  input: CheckInput,
  inForce?: InForce,
): Promise<ActionResult<KioskAnswer>> {
  const { settings, policies } = inForce ?? (await readInForce());
  const instant = now().getTime();
  const wrap = (body: AnswerBody): ActionResult<KioskAnswer> => {
    const room = roomIsOpen(instant, settings) ? "OPEN" : "CLOSED";
    return { ok: true, value: { serverNow: now().getTime(), room, ...body } };
  };
  const { open, opensAt } = officeState(instant, settings);
  if (!open) return wrap({ outcome: "CLOSED", opensAt });
  const parsed = parseBooking(input.payload, settings.bookingPatterns);
  if (parsed.kind === "NONE") return wrap({ outcome: "UNREADABLE" });
  if (parsed.kind === "AMBIGUOUS") return wrap({ outcome: "AMBIGUOUS" });
  const bookingCode = parsed.code.toUpperCase();
  // A key repeats one question, not another: the booking is part of it, though never stored as it is.
  const scope = `${call.kiosk.id}:${keyedHash("request-scope", bookingCode).toString("hex", 0, 8)}`;
  const answer = await oncePerKeyAhead(
    input.key,
    scope,
    (tx, condition) => lockTickets(tx, bookingCode, condition),
    (tx, tickets) => check(tx, call, tickets, { settings, policies }),
  );
  if ("printedBy" in answer && answer.printedBy === "SERVER") wakePrinting();
  return wrap(answer);
}

/** Lock and read in one: whoever else checks this booking waits here. */
async function lockTickets(tx: PlainTx, bookingCode: string, condition: Prisma.Sql): Promise<Ticket[]> {
  const tickets = await rowsOf<Ticket>(
    tx,
    sql`
    UPDATE "tickets" SET "checks" = "checks" + 1, "updatedAt" = ${systemNow()}
    WHERE "bookingCode" = ${bookingCode} AND ${condition} RETURNING ${TICKET_COLUMNS}`,
  );
  // Of tickets with one and the same biometric instant the first counts: the order must not be the database's whim.
  return tickets.sort((one, other) => (one.id < other.id ? -1 : 1));
}

async function check(
  tx: PlainTx,
  call: KioskCall,
  tickets: readonly Ticket[],
  { settings, policies }: { readonly settings: OfficeSettings; readonly policies: readonly Policy[] },
): Promise<AnswerBody> {
  const at = now();
  const serviceDate = localDate(at.getTime(), settings.timeZone);
  // After the tickets' lock: what somebody else did to them meanwhile is seen.
  const [finding, known] = await Promise.all([
    evaluate(tx, tickets, at, settings, policies),
    todaysVoucher(tx, tickets, serviceDate),
  ]);
  const answer = known
    ? await answerHolder(tx, call, known, finding, settings)
    : await answerFresh(tx, call, tickets, finding, settings);
  const subject = { kind: "ticket", id: finding.evaluation.ticket?.row.id ?? null };
  await appendAudit(tx, {
    actor: { kind: "KIOSK", id: call.kiosk.id },
    action: "booking.checked",
    subject,
    data: { outcome: answer.outcome },
    requestId: call.requestId,
  });
  return answer;
}

/**
 * The voucher that this booking has today, on whatever date a correction has put its ticket since: the kiosk takes
 * nothing back. Failing that, one that a ticket of today was given under another date; a ticket has one voucher ever.
 */
async function todaysVoucher(
  tx: PlainTx,
  tickets: readonly Ticket[],
  serviceDate: string,
): Promise<Voucher | null> {
  if (tickets.length === 0) return null;
  const todays = new Set(tickets.filter((ticket) => ticket.serviceDate === serviceDate).map(({ id }) => id));
  const vouchers = await rowsOf<Voucher>(
    tx,
    sql`
    SELECT ${VOUCHER_COLUMNS} FROM "vouchers"
    WHERE "ticketId" IN ${anyOf(tickets.map(({ id }) => id))}
      OR ("serviceDate" = ${serviceDate} AND "applicantRef" IN ${anyOf(tickets.map(({ applicantRef }) => applicantRef))})
    ORDER BY "serviceDate" DESC`,
  );
  return (
    vouchers.find((voucher) => voucher.serviceDate === serviceDate || todays.has(voucher.ticketId)) ?? null
  );
}

/** Somebody who already has today's voucher: what happened after issue is for the officer, the kiosk takes nothing back. */
async function answerHolder(
  tx: PlainTx,
  call: KioskCall,
  voucher: Voucher,
  finding: Finding,
  settings: OfficeSettings,
): Promise<AnswerBody> {
  const record = {
    source: "KIOSK",
    kioskId: call.kiosk.id,
    voucherId: voucher.id,
    requestId: call.requestId,
  } as const;
  await recordDecision(tx, finding, record);
  // A source that moved its ticket to today after another day's voucher: only a person can sort that out.
  if (voucher.serviceDate !== finding.serviceDate) return seeOfficer(tx, call, finding, settings);
  switch (voucher.state) {
    case "ISSUED":
    case "CONFIRMED":
      return rescanAnswer(tx, call.kiosk.id, voucher, settings);
    case "COMPLETED":
      return {
        outcome: "ALREADY_RECEIVED",
        ticket: glimpse(voucher),
        number: voucher.number,
        souvenirPromised: await hasOpenPromise(tx, voucher.id),
      };
    case "WITHHELD":
    case "LAPSED":
      return seeOfficer(tx, call, finding, settings);
  }
}

async function hasOpenPromise(tx: PlainTx, voucherId: string): Promise<boolean> {
  const open = await rowsOf<Pick<SouvenirPromise, "id">>(
    tx,
    sql`SELECT "id" FROM "souvenir_promises" WHERE "held" = ${voucherId} AND "state" = 'OPEN'`,
  );
  return open.length > 0;
}
