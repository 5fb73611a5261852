import "server-only";
import { randomUUID } from "node:crypto";
import { appendAudit } from "@/lib/audit/append";
import { roomIsOpen } from "@/lib/office/calendar";
import type { OfficeSettings } from "@/lib/office/schema";
import type { Ticket } from "@/lib/platform/generated/sqlite/client";
import { insertRows } from "@/lib/platform/insert-rows";
import type { PlainTx } from "@/lib/platform/plain-transactions";
import { firstSlip } from "@/lib/printing/print-jobs";
import { directionSlip } from "@/lib/printing/slips";
import { toPublicResult } from "@/lib/rules/public-result";
import { decisionRows, recordDecision, type Finding } from "./evaluate";
import { issueVoucher } from "./issue-voucher";
import { freshAnswer, glimpse, type AnswerBody } from "./kiosk-answers";
import { isWithheld } from "./rulings";

/** A kiosk's request: who asks, and under which id it is recorded. */
export interface KioskCall {
  readonly kiosk: { readonly id: string };
  readonly requestId: string;
}

/**
 * Issues the voucher that the rules give. Null where an officer's written withholding stands against them, on whichever
 * of the applicant's tickets of today it was written: that looks like every other SEE_OFFICER.
 */
async function giveVoucher(
  tx: PlainTx,
  call: KioskCall,
  tickets: readonly Ticket[],
  finding: Finding,
  settings: OfficeSettings,
): Promise<AnswerBody | null> {
  const { evaluation, policy, serviceDate, at } = finding;
  const row = evaluation.ticket?.row;
  if (!row?.biometricTicketAt || evaluation.waitedMs === null) return null;
  const id = randomUUID();
  const kioskId = call.kiosk.id;
  const todays = tickets.filter((ticket) => ticket.serviceDate === serviceDate).map((ticket) => ticket.id);
  const [withheld, { rows, queued }] = await Promise.all([
    isWithheld(tx, todays),
    firstSlip(tx, { kind: "VOUCHER", voucherId: id, kioskId }),
  ]);
  if (withheld) return null;
  const ticket = { ...row, biometricTicketAt: row.biometricTicketAt };
  const { waitedMs } = evaluation;
  const issue = { id, ticket, serviceDate, at, waitedMs, policy, settings, origin: { kioskId } };
  const { requestId } = call;
  const evidence = decisionRows(finding, { source: "KIOSK", kioskId, requestId, voucherId: id });
  const voucher = await issueVoucher(tx, issue, { ...evidence, ...rows });
  const actor = { kind: "KIOSK", id: kioskId } as const;
  await appendAudit(tx, { actor, action: "voucher.issued", subject: { kind: "voucher", id }, requestId });
  return freshAnswer(voucher, queued, settings);
}

/** The answer to somebody who has no voucher of today: by the rules, and for ELIGIBLE with one (F.1–F.3). */
export async function answerFresh(
  tx: PlainTx,
  call: KioskCall,
  tickets: readonly Ticket[],
  finding: Finding,
  settings: OfficeSettings,
): Promise<AnswerBody> {
  const { evaluation, policy } = finding;
  const result = toPublicResult(evaluation);
  const row = evaluation.ticket?.row;
  const record = { source: "KIOSK", kioskId: call.kiosk.id, requestId: call.requestId } as const;
  if (result.outcome === "ELIGIBLE") {
    const given = await giveVoucher(tx, call, tickets, finding, settings);
    if (given) return given;
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
export async function seeOfficer(
  tx: PlainTx,
  call: KioskCall,
  finding: Finding,
  settings: OfficeSettings,
): Promise<AnswerBody> {
  const { rows, queued } = await firstSlip(tx, { kind: "DIRECTION", kioskId: call.kiosk.id });
  await insertRows(tx, rows);
  return {
    outcome: "SEE_OFFICER",
    printJobId: queued.id,
    printedBy: queued.printedBy,
    slip: directionSlip(finding.serviceDate, finding.at, settings),
  };
}
