import "server-only";
import { appendAudit } from "@/lib/audit/append";
import { can } from "@/lib/access/rights";
import type { ActionResult } from "@/lib/platform/types";
import { transition } from "@/lib/rules/voucher-states";
import { cancelPromise } from "./souvenirs/make-promise";
import { takeBack } from "./souvenirs/stock";
import { supersedeReceipt } from "./supersede-receipt";
import { changeVoucher, type StaffCall, type StaffContext } from "./staff-call";
import type { VoucherStep, VoucherView } from "./types";

/**
 * Takes back a wrong tap: the same officer within 15 minutes, or a supervisor with a reason. History stays.
 * A souvenir goes back into stock, a promise that is still open is cancelled, a receipt that was signed no longer holds.
 * Refusals: NOT_RECORDED, UNDO_TOO_LATE, NOT_YOURS, REASON_MISSING, PROMISE_KEPT, LAPSED, WITHHELD.
 */
export function undoStep(
  context: StaffContext,
  input: {
    readonly voucherId: string;
    readonly step: VoucherStep;
    readonly reason?: string | undefined;
    readonly key: string;
  },
  requestId: string,
): Promise<ActionResult<VoucherView>> {
  const call: StaffCall = { ...context, requestId };
  const { step } = input;
  return changeVoucher(call, input, async (tx, { voucher, status }, _settings, at) => {
    const by = call.account.id;
    const reason = input.reason?.trim() || null;
    const supervisor = can(call.account.role, "undo.others");
    const moved = transition(status, { type: "UNDO_STEP", step, by, supervisor, reason, at: at.getTime() });
    if (!moved.ok) return { ok: false, code: moved.reason };
    if (step === "SOUVENIR") {
      const taker = { byId: by, at, requestId, reason };
      // A promise whose souvenir was handed over is undone where it was handed over, on the page of souvenirs.
      if (status.steps.SOUVENIR?.result === "PROMISED") {
        if (!(await cancelPromise(tx, voucher.id, taker))) return { ok: false, code: "PROMISE_KEPT" };
      } else await takeBack(tx, { voucherId: voucher.id, promiseId: null }, taker);
    }
    // Priority service is not signed for.
    if (step !== "PRIORITY")
      await supersedeReceipt(tx, voucher.id, "STEP_UNDONE", { byId: by, at, requestId });
    const { count } = await tx.voucherStep.updateMany({
      where: { voucherId: voucher.id, step, state: { not: "OPEN" } },
      data: { state: "OPEN", at: null, byId: null, note: null },
    });
    if (count !== 1) throw new Error("a voucher's step changed under its lock");
    await tx.voucher.update({
      where: { id: voucher.id },
      data: { state: moved.next.state, completedAt: null },
    });
    await tx.voucherEvent.create({
      data: { voucherId: voucher.id, at, kind: "STEP_UNDONE", step, byId: by, reason },
    });
    await appendAudit(tx, {
      actor: { kind: "OFFICER", id: by },
      action: "voucher.step-undone",
      subject: { kind: "voucher", id: voucher.id },
      data: { step },
      requestId,
    });
    return { ok: true };
  });
}
