import "server-only";
import { appendAudit } from "@/lib/audit/append";
import { officeState, roomIsOpen } from "@/lib/office/calendar";
import type { OfficeSettings } from "@/lib/office/schema";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { reader, type Tx } from "@/lib/platform/database";
import { keyedHash } from "@/lib/platform/secrets";
import type { ActionResult } from "@/lib/platform/types";
import type { Ticket, Voucher } from "@/lib/platform/generated/sqlite/client";
import { queuePrintJob } from "@/lib/printing/print-jobs";
import { directionSlip } from "@/lib/printing/slips";
import { wakePrinting } from "@/lib/printing/wake";
import { parseBooking } from "@/lib/queue/parse-booking";
import { toPublicResult } from "@/lib/rules/public-result";
import type { CheckInput } from "./kiosk-schema";
import { evaluate, recordDecision, type Finding } from "./evaluate";
import { issueVoucher } from "./issue-voucher";
import { oncePerKey } from "./request-keys";
import { eligibleAnswer, glimpse, type AnswerBody } from "./kiosk-answers";
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
  const settings = await readSettings(reader());
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
  const answer = await oncePerKey(input.key, scope, (tx) => check(tx, call, bookingCode, settings));
  wakePrinting();
  return wrap(answer);
}

async function check(
  tx: Tx,
  call: KioskCall,
  bookingCode: string,
  settings: OfficeSettings,
): Promise<AnswerBody> {
  // Lock and read in one: whoever else checks this booking waits here.
  const tickets = await tx.ticket.updateManyAndReturn({
    where: { bookingCode },
    data: { checks: { increment: 1 } },
  });
  // Of tickets with one and the same biometric instant the first counts: the order must not be the database's whim.
  tickets.sort((one, other) => (one.id < other.id ? -1 : 1));
  const finding = await evaluate(tx, tickets, now(), settings);
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
function todaysVoucher(tx: Tx, tickets: readonly Ticket[], serviceDate: string): Promise<Voucher | null> {
  const ids = (some: readonly Ticket[]) => ({ in: some.map(({ id }) => id) });
  const todays = tickets.filter((ticket) => ticket.serviceDate === serviceDate);
  return tx.voucher.findFirst({
    where: {
      OR: [
        { serviceDate, ticketId: ids(tickets) },
        { serviceDate, applicantRef: { in: tickets.map(({ applicantRef }) => applicantRef) } },
        { ticketId: ids(todays) },
      ],
    },
    orderBy: { serviceDate: "desc" },
  });
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
      return eligibleAnswer(tx, call.kiosk.id, voucher, null, settings);
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
    const voucher = await issueVoucher(tx, {
      ticket: { ...row, biometricTicketAt: row.biometricTicketAt },
      serviceDate,
      at,
      waitedMs: result.waitedMs,
      policy,
      settings,
      origin: { kioskId: call.kiosk.id },
    });
    await recordDecision(tx, finding, { ...record, voucherId: voucher.id });
    const job = await queuePrintJob(tx, { kind: "VOUCHER", voucherId: voucher.id, kioskId: call.kiosk.id });
    const actor = { kind: "KIOSK", id: call.kiosk.id } as const;
    const subject = { kind: "voucher", id: voucher.id };
    await appendAudit(tx, { actor, action: "voucher.issued", subject, requestId: call.requestId });
    return eligibleAnswer(tx, call.kiosk.id, voucher, job.id, settings);
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
