import "server-only";
import { can } from "@/lib/access/rights";
import { appendAudit } from "@/lib/audit/append";
import type { ActionResult } from "@/lib/platform/types";
import { OWN_UNDO_MS, transition } from "@/lib/rules/voucher-states";
import { localDate } from "@/lib/rules/local-date";
import { latestRuling } from "./rulings";
import { changeVoucher, type StaffCall, type StaffContext } from "./staff-call";
import { changeTicket } from "./ticket-call";
import type { TicketView, VoucherView } from "./types";

interface Reasoned {
  readonly reason?: string | undefined;
  readonly key: string;
}

/**
 * Withholds an issued voucher with a written reason: no decision is purely automatic. The kiosk then shows what every
 * SEE_OFFICER shows. Refusals: REASON_MISSING, STEPS_RECORDED, ALREADY_DONE, OTHER_DAY, LAPSED.
 */
export function withholdVoucher(
  context: StaffContext,
  input: Reasoned & { readonly voucherId: string },
  requestId: string,
): Promise<ActionResult<VoucherView>> {
  const call: StaffCall = { ...context, requestId };
  return changeVoucher(call, input, async (tx, { voucher, status }, settings, at) => {
    const byId = call.account.id;
    const reason = input.reason?.trim() || null;
    const moved = transition(status, {
      type: "WITHHOLD",
      reason,
      today: localDate(at.getTime(), settings.timeZone),
    });
    if (!moved.ok) {
      const { withheldById, withheldAt } = voucher;
      if (moved.reason !== "ALREADY_DONE" || !withheldById || !withheldAt)
        return { ok: false, code: moved.reason };
      return { ok: false, code: moved.reason, byId: withheldById, details: { at: withheldAt.getTime() } };
    }
    const hold = {
      withheldAt: at,
      withheldById: byId,
      withheldReason: reason,
      stateBeforeHold: voucher.state,
    };
    await tx.voucher.update({ where: { id: voucher.id }, data: { state: moved.next.state, ...hold } });
    const ruling = { ticketId: voucher.ticketId, voucherId: voucher.id, byId, at, reason: reason ?? "" };
    await tx.ruling.create({ data: { ...ruling, kind: "WITHHELD" } });
    await tx.voucherEvent.create({ data: { voucherId: voucher.id, at, kind: "WITHHELD", byId, reason } });
    const subject = { kind: "voucher", id: voucher.id };
    await appendAudit(tx, {
      actor: { kind: "OFFICER", id: byId },
      action: "voucher.withheld",
      subject,
      requestId,
    });
    return { ok: true };
  });
}

/** Whether a withholding may be taken back: by the same officer within 15 minutes, else by a supervisor with a reason. */
function reopening(
  call: StaffCall,
  held: { readonly byId: string; readonly at: Date },
  at: Date,
  reason: string | null,
): string | null {
  const own = held.byId === call.account.id;
  if (own && at.getTime() - held.at.getTime() <= OWN_UNDO_MS) return null;
  if (!can(call.account.role, "undo.others")) return own ? "UNDO_TOO_LATE" : "NOT_YOURS";
  return reason ? null : "REASON_MISSING";
}

/** Takes a withholding back; the voucher is what it was before. Refusals: NOT_WITHHELD, UNDO_TOO_LATE, NOT_YOURS, REASON_MISSING, OTHER_DAY. */
export function reopenVoucher(
  context: StaffContext,
  input: Reasoned & { readonly voucherId: string },
  requestId: string,
): Promise<ActionResult<VoucherView>> {
  const call: StaffCall = { ...context, requestId };
  return changeVoucher(call, input, async (tx, { voucher }, settings, at) => {
    const { withheldAt, withheldById, stateBeforeHold } = voucher;
    const reason = input.reason?.trim() || null;
    if (voucher.state !== "WITHHELD" || !withheldAt || !withheldById)
      return { ok: false, code: "NOT_WITHHELD" };
    if (voucher.serviceDate !== localDate(at.getTime(), settings.timeZone))
      return { ok: false, code: "OTHER_DAY" };
    const refusal = reopening(call, { byId: withheldById, at: withheldAt }, at, reason);
    if (refusal) return { ok: false, code: refusal };
    const byId = call.account.id;
    const release = { withheldAt: null, withheldById: null, withheldReason: null, stateBeforeHold: null };
    await tx.voucher.update({
      where: { id: voucher.id },
      data: { state: stateBeforeHold ?? "ISSUED", ...release },
    });
    const ruling = { ticketId: voucher.ticketId, voucherId: voucher.id, byId, at, reason: reason ?? "" };
    await tx.ruling.create({ data: { ...ruling, kind: "REOPENED" } });
    await tx.voucherEvent.create({ data: { voucherId: voucher.id, at, kind: "REOPENED", byId, reason } });
    const subject = { kind: "voucher", id: voucher.id };
    await appendAudit(tx, {
      actor: { kind: "OFFICER", id: byId },
      action: "voucher.reopened",
      subject,
      requestId,
    });
    return { ok: true };
  });
}

/** Withholds compensation from a ticket without a voucher. Refusals: REASON_MISSING, HAS_VOUCHER, ALREADY_DONE, OTHER_DAY. */
export function withholdTicket(
  context: StaffContext,
  input: Reasoned & { readonly ticketId: string },
  requestId: string,
): Promise<ActionResult<TicketView>> {
  return changeTicket({ ...context, requestId }, input, async (tx, { ticket, ruling, call, at }) => {
    const reason = input.reason?.trim();
    if (!reason) return { ok: false, code: "REASON_MISSING" };
    if (ruling?.kind === "WITHHELD") {
      return { ok: false, code: "ALREADY_DONE", byId: ruling.byId, details: { at: ruling.at.getTime() } };
    }
    const byId = call.account.id;
    await tx.ruling.create({ data: { ticketId: ticket.id, kind: "WITHHELD", reason, byId, at } });
    const event = {
      actor: { kind: "OFFICER", id: byId },
      subject: { kind: "ticket", id: ticket.id },
    } as const;
    await appendAudit(tx, { ...event, action: "ticket.withheld", requestId });
    return { ok: true };
  });
}

/** Takes back the withholding of a ticket. Refusals: NOT_WITHHELD, UNDO_TOO_LATE, NOT_YOURS, REASON_MISSING, HAS_VOUCHER, OTHER_DAY. */
export function reopenTicket(
  context: StaffContext,
  input: Reasoned & { readonly ticketId: string },
  requestId: string,
): Promise<ActionResult<TicketView>> {
  return changeTicket({ ...context, requestId }, input, async (tx, { ticket, call, at }) => {
    const held = await latestRuling(tx, ticket.id);
    const reason = input.reason?.trim() || null;
    if (held?.kind !== "WITHHELD") return { ok: false, code: "NOT_WITHHELD" };
    const refusal = reopening(call, held, at, reason);
    if (refusal) return { ok: false, code: refusal };
    const byId = call.account.id;
    await tx.ruling.create({
      data: { ticketId: ticket.id, kind: "REOPENED", reason: reason ?? "", byId, at },
    });
    const event = {
      actor: { kind: "OFFICER", id: byId },
      subject: { kind: "ticket", id: ticket.id },
    } as const;
    await appendAudit(tx, { ...event, action: "ticket.reopened", requestId });
    return { ok: true };
  });
}
