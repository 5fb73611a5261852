import "server-only";
import { randomUUID } from "node:crypto";
import { appendAudit } from "@/lib/audit/append";
import { officeState, roomIsOpen } from "@/lib/office/calendar";
import type { OfficeSettings } from "@/lib/office/schema";
import { readPolicies } from "@/lib/office/policies";
import { readSettings } from "@/lib/office/settings";
import { now, systemNow } from "@/lib/platform/clock";
import { anyOf, TICKET_COLUMNS, VOUCHER_COLUMNS } from "@/lib/platform/columns";
import { reader, type Tx } from "@/lib/platform/database";
import { keyedHash } from "@/lib/platform/secrets";
import type { ActionResult } from "@/lib/platform/types";
import type { Ticket, Voucher } from "@/lib/platform/generated/sqlite/client";
import { rowsOf, sql } from "@/lib/platform/statements";
import { firstSlip, queuePrintJob } from "@/lib/printing/print-jobs";
import { directionSlip } from "@/lib/printing/slips";
import { wakePrinting } from "@/lib/printing/wake";
import { parseBooking } from "@/lib/queue/parse-booking";
import { toPublicResult } from "@/lib/rules/public-result";
import type { Policy } from "@/lib/rules/types";
import type { CheckInput } from "./kiosk-schema";
import { decisionRows, evaluate, recordDecision, type Finding } from "./evaluate";
import { issueVoucher } from "./issue-voucher";
import { oncePerKey } from "./request-keys";
import { freshAnswer, glimpse, rescanAnswer, type AnswerBody } from "./kiosk-answers";
import { isWithheld } from "./rulings";
import type { KioskAnswer } from "./types";

interface KioskCall {
  readonly kiosk: { readonly id: string };
  readonly requestId: string;
}

/**
 * The kiosk's one question: where does this booking stand? Decides with the server's clock, records the decision, and
 * for ELIGIBLE issues voucher and print job in the same transaction (F.1–F.3). Same key, same answer, for 60 seconds.
 * What a person scanned is neither stored nor logged.
 */
export async function checkBooking(call: KioskCall, input: CheckInput): Promise<ActionResult<KioskAnswer>> {
  const [settings, policies] = await Promise.all([readSettings(reader()), readPolicies(reader())]);
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
  const answer = await oncePerKey(input.key, scope, (tx) =>
    check(tx, call, bookingCode, { settings, policies }),
  );
  wakePrinting();
  return wrap(answer);
}

async function check(
  tx: Tx,
  call: KioskCall,
  bookingCode: string,
  { settings, policies }: { readonly settings: OfficeSettings; readonly policies: readonly Policy[] },
): Promise<AnswerBody> {
  // Lock and read in one: whoever else checks this booking waits here.
  const tickets = await rowsOf<Ticket>(
    tx,
    sql`
    UPDATE "tickets" SET "checks" = "checks" + 1, "updatedAt" = ${systemNow()}
    WHERE "bookingCode" = ${bookingCode} RETURNING ${TICKET_COLUMNS}`,
  );
  // Of tickets with one and the same biometric instant the first counts: the order must not be the database's whim.
  tickets.sort((one, other) => (one.id < other.id ? -1 : 1));
  const finding = await evaluate(tx, tickets, now(), settings, policies);
  const { serviceDate } = finding;
  const known = await todaysVoucher(tx, tickets, serviceDate);
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
  tx: Tx,
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
  tx: Tx,
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
        souvenirPromised:
          (await tx.souvenirPromise.count({ where: { held: voucher.id, state: "OPEN" } })) > 0,
      };
    case "WITHHELD":
    case "LAPSED":
      return seeOfficer(tx, call, finding, settings);
  }
}

async function answerFresh(
  tx: Tx,
  call: KioskCall,
  tickets: readonly Ticket[],
  finding: Finding,
  settings: OfficeSettings,
): Promise<AnswerBody> {
  const { evaluation, policy, serviceDate, at } = finding;
  const result = toPublicResult(evaluation);
  const row = evaluation.ticket?.row;
  const record = { source: "KIOSK", kioskId: call.kiosk.id, requestId: call.requestId } as const;
  // An officer's written withholding stands against the rules' answer, whichever of the applicant's tickets of today
  // it was written on, and looks like every other SEE_OFFICER.
  const todays = tickets.filter((ticket) => ticket.serviceDate === serviceDate).map(({ id }) => id);
  const withheld = result.outcome === "ELIGIBLE" && (await isWithheld(tx, todays));
  if (result.outcome === "ELIGIBLE" && row?.biometricTicketAt && !withheld) {
    const id = randomUUID();
    const origin = { kioskId: call.kiosk.id };
    const { rows, queued } = await firstSlip(tx, { voucherId: id, ...origin });
    const { waitedMs } = result;
    const ticket = { ...row, biometricTicketAt: row.biometricTicketAt };
    const issue = { id, ticket, serviceDate, at, waitedMs, policy, settings, origin };
    const evidence = decisionRows(finding, { ...record, voucherId: id });
    const voucher = await issueVoucher(tx, issue, { ...evidence, ...rows });
    const actor = { kind: "KIOSK", id: call.kiosk.id } as const;
    const subject = { kind: "voucher", id };
    await appendAudit(tx, { actor, action: "voucher.issued", subject, requestId: call.requestId });
    return freshAnswer(voucher, queued, settings);
  }
  await recordDecision(tx, finding, record);
  switch (result.outcome) {
    case "UNKNOWN_BOOKING":
    case "OTHER_DAY":
      return { outcome: result.outcome };
    case "NO_BIOMETRIC_TICKET":
      return { outcome: result.outcome, ticket: glimpse(row) };
    case "NOT_YET": {
      const { waitedMs, checkAgainFrom } = result;
      const { thresholdMs } = policy;
      const ticketAt = checkAgainFrom - 1 - thresholdMs;
      const afterClosing = !roomIsOpen(checkAgainFrom, settings);
      return {
        outcome: result.outcome,
        ticket: glimpse(row),
        ticketAt,
        waitedMs,
        thresholdMs,
        checkAgainFrom,
        afterClosing,
      };
    }
    case "SERVED_IN_TIME":
    case "OUTAGE":
      return { outcome: result.outcome, ticket: glimpse(row), waitedMs: result.waitedMs };
    case "SEE_OFFICER":
    case "ELIGIBLE":
      return seeOfficer(tx, call, finding, settings);
  }
}

/** One answer for every cause: it carries nothing of the ticket, so not even its length can tell. */
async function seeOfficer(
  tx: Tx,
  call: KioskCall,
  finding: Finding,
  settings: OfficeSettings,
): Promise<AnswerBody> {
  const job = await queuePrintJob(tx, { kind: "DIRECTION", kioskId: call.kiosk.id });
  return {
    outcome: "SEE_OFFICER",
    printJobId: job.id,
    printedBy: job.printedBy,
    slip: directionSlip(finding.serviceDate, finding.at, settings),
  };
}
