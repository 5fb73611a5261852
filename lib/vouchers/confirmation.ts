import "server-only";
import { can } from "@/lib/access/rights";
import { appendAudit } from "@/lib/audit/append";
import type { OfficeSettings } from "@/lib/office/schema";
import type { Tx } from "@/lib/platform/database";
import type { Ticket, Voucher } from "@/lib/platform/generated/sqlite/client";
import type { ActionRefusal } from "@/lib/platform/types";
import { disrupted } from "@/lib/rules/outage-overlap";
import { transition, type VoucherStatus } from "@/lib/rules/voucher-states";
import { evaluate, recordDecision, type Finding } from "./evaluate";
import { effectiveReview } from "./review-facts";
import type { StaffCall } from "./staff-call";
import type { ConfirmationObstacle } from "./types";

/**
 * What stands against a voucher with the facts of this moment: its date, a disruption declared since, the review flag
 * (F.2.d, f, g). The time of the ticket is the voucher's: corrections of it are alerts, never applied to it.
 * A granted voucher rests on a supervisor's written decision, which only its date can outlive.
 */
export function obstacleTo(
  voucher: Voucher,
  ticket: Pick<Ticket, "underReview">,
  { serviceDate, outages, policy, at }: Pick<Finding, "serviceDate" | "outages" | "policy" | "at">,
): ConfirmationObstacle | null {
  if (voucher.state === "WITHHELD" || voucher.state === "LAPSED") return voucher.state;
  if (voucher.serviceDate !== serviceDate) return "OTHER_DAY";
  if (voucher.origin === "GRANT") return null;
  const from = voucher.ticketAt.getTime();
  if (disrupted({ from, until: from + policy.thresholdMs }, outages, at.getTime())) return "OUTAGE";
  return ticket.underReview === false ? null : "AUTHORISED_OFFICIAL";
}

/**
 * A flag on any of the applicant's tickets of the date counts, not only on the one that the voucher rests on. One that is
 * not known counts alike: were it not so, whoever sees this ticket clear and its voucher stopped would know the other's.
 */
export async function flagOf(
  db: Pick<Tx, "ticket">,
  { ticketId, serviceDate, applicantRef }: Pick<Voucher, "ticketId" | "serviceDate" | "applicantRef">,
): Promise<Pick<Ticket, "underReview">> {
  const where = { OR: [{ id: ticketId }, { serviceDate, applicantRef }] };
  const select = { underReview: true, reviewByHand: true, reviewFeedSaid: true } as const;
  const flags = (await db.ticket.findMany({ where, select })).map(effectiveReview);
  const doubt = flags.includes(true) ? true : flags.includes(null) ? null : false;
  return { underReview: flags.length > 0 ? doubt : null };
}

/**
 * Takes a voucher from ISSUED to CONFIRMED in the caller's transaction, which holds its row: the officer has the
 * applicant before them (F.2.d). Evaluates again and keeps the evidence, also when an obstacle refuses it.
 */
export async function confirmLocked(
  tx: Tx,
  call: StaffCall,
  { voucher, status }: { readonly voucher: Voucher; readonly status: VoucherStatus },
  settings: OfficeSettings,
  at: Date,
  override: string | undefined,
): Promise<ActionRefusal | { readonly ok: true; readonly status: VoucherStatus }> {
  const ticket = await tx.ticket.findUniqueOrThrow({ where: { id: voucher.ticketId } });
  const finding = await evaluate(tx, [ticket], at, settings);
  const moved = transition(status, { type: "CONFIRM", today: finding.serviceDate });
  if (!moved.ok) return { ok: false, code: moved.reason };
  const obstacle = obstacleTo(voucher, await flagOf(tx, voucher), finding);
  const byId = call.account.id;
  const written = override?.trim() || null;
  const overruled = obstacle !== null && can(call.account.role, "confirmation.override") && written !== null;
  const event = {
    actor: { kind: "OFFICER", id: byId },
    subject: { kind: "voucher", id: voucher.id },
  } as const;
  const { requestId } = call;
  await recordDecision(tx, finding, { source: "CONFIRMATION", byId, voucherId: voucher.id, requestId });
  if (obstacle && !overruled) {
    // Which obstacle it was is in the decision record; the audit row must not tell a raised flag by its words.
    await appendAudit(tx, { ...event, action: "voucher.confirmation-refused", requestId });
    return { ok: false, code: obstacle };
  }
  await tx.voucher.updateMany({
    where: { id: voucher.id, state: "ISSUED" },
    data: { state: moved.next.state, confirmedAt: at, confirmedById: byId },
  });
  const reason = overruled ? written : null;
  await tx.voucherEvent.create({ data: { voucherId: voucher.id, at, kind: "CONFIRMED", byId, reason } });
  await appendAudit(tx, { ...event, action: "voucher.confirmed", data: { overruled }, requestId });
  return { ok: true, status: moved.next };
}
