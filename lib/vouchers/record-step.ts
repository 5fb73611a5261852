import "server-only";
import { appendAudit } from "@/lib/audit/append";
import type { OfficeSettings } from "@/lib/office/schema";
import type { Tx } from "@/lib/platform/database";
import type { ActionResult } from "@/lib/platform/types";
import { localDate } from "@/lib/rules/local-date";
import { transition } from "@/lib/rules/voucher-states";
import { confirmLocked } from "./confirmation";
import type { LockedVoucher } from "./locked-voucher";
import { changeVoucher, type Effect, type StaffCall, type StaffContext } from "./staff-call";
import type { VoucherStep, VoucherView } from "./types";

interface StepInput {
  readonly step: VoucherStep;
  readonly note?: string | undefined;
  readonly settled?: boolean | undefined;
  readonly override?: string | undefined;
}

/** Records a step in the caller's transaction, which holds the voucher's row. Refusals are those of recordStep. */
export async function recordLockedStep(
  tx: Tx,
  call: StaffCall,
  locked: LockedVoucher,
  input: StepInput,
  settings: OfficeSettings,
  at: Date,
): Promise<Effect> {
  const { step } = input;
  const result = input.settled ? "SETTLED" : "DONE";
  const note = input.note?.trim() || null;
  if (!note && (input.settled || step === "SOUVENIR")) return { ok: false, code: "NOTE_NEEDED" };
  let { status } = locked;
  if (status.state === "ISSUED") {
    const confirmed = await confirmLocked(tx, call, locked, settings, at, input.override);
    if (!confirmed.ok) return confirmed;
    status = confirmed.status;
  }
  const today = localDate(at.getTime(), settings.timeZone);
  const by = call.account.id;
  const moved = transition(status, {
    type: "RECORD_STEP",
    step,
    result,
    reason: note,
    by,
    at: at.getTime(),
    today,
  });
  if (!moved.ok) {
    const before = locked.status.steps[step];
    if (moved.reason !== "ALREADY_DONE" || !before) return { ok: false, code: moved.reason };
    return { ok: false, code: moved.reason, byId: before.by, details: { at: before.at } };
  }
  const { voucher } = locked;
  // The condition settles what the lock already has: a step is recorded only where it is open.
  const { count } = await tx.voucherStep.updateMany({
    where: { voucherId: voucher.id, step, state: "OPEN" },
    data: { state: result, at, byId: by, note },
  });
  if (count !== 1) throw new Error("a voucher's step changed under its lock");
  const kind = input.settled ? "STEP_SETTLED" : "STEP_DONE";
  await tx.voucherEvent.create({ data: { voucherId: voucher.id, at, kind, step, byId: by, reason: note } });
  const completed = moved.next.state === "COMPLETED";
  if (completed) {
    await tx.voucher.update({ where: { id: voucher.id }, data: { state: "COMPLETED", completedAt: at } });
    await tx.voucherEvent.create({ data: { voucherId: voucher.id, at, kind: "COMPLETED", byId: by } });
  }
  const event = {
    actor: { kind: "OFFICER", id: by },
    subject: { kind: "voucher", id: voucher.id },
    requestId: call.requestId,
  } as const;
  const action = input.settled ? "voucher.step-settled" : "voucher.step-done";
  await appendAudit(tx, { ...event, action, data: { step } });
  if (completed) await appendAudit(tx, { ...event, action: "voucher.completed" });
  return { ok: true };
}

/**
 * Records one of the three parts of the compensation (F.1), once, with who and when. The first one also confirms the
 * voucher, so three taps after the scan are enough. `settled` closes a part that cannot be given, with a reason in `note`.
 * Refusals: ALREADY_DONE (by whom, when), NOTE_NEEDED, OTHER_DAY, OUTAGE, AUTHORISED_OFFICIAL, WITHHELD, LAPSED.
 */
export function recordStep(
  context: StaffContext,
  input: StepInput & { readonly voucherId: string; readonly key: string },
  requestId: string,
): Promise<ActionResult<VoucherView>> {
  const call: StaffCall = { ...context, requestId };
  return changeVoucher(call, input, (tx, locked, settings, at) =>
    recordLockedStep(tx, call, locked, input, settings, at),
  );
}
