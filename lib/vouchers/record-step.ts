import "server-only";
import { appendAudit } from "@/lib/audit/append";
import type { OfficeSettings } from "@/lib/office/schema";
import type { AuditAction } from "@/lib/audit/types";
import type { Tx } from "@/lib/platform/database";
import type { Souvenir } from "@/lib/platform/generated/sqlite/client";
import type { ActionResult } from "@/lib/platform/types";
import { localDate } from "@/lib/rules/local-date";
import { transition, type StepResult } from "@/lib/rules/voucher-states";
import { confirmLocked } from "./confirmation";
import type { LockedVoucher } from "./locked-voucher";
import { makePromise } from "./souvenirs/make-promise";
import { handOut, noSouvenir, offerSouvenir, type Offered } from "./souvenirs/stock";
import { changeVoucher, type Effect, type StaffCall, type StaffContext } from "./staff-call";
import type { VoucherStep, VoucherView } from "./types";

interface StepInput {
  readonly step: VoucherStep;
  readonly note?: string | undefined;
  readonly settled?: boolean | undefined;
  readonly souvenirId?: string | undefined;
  readonly promised?: boolean | undefined;
  readonly override?: string | undefined;
}

const ACTIONS = {
  DONE: "voucher.step-done",
  SETTLED: "voucher.step-settled",
  PROMISED: "voucher.step-promised",
} as const satisfies Record<StepResult, AuditAction>;

function resultOf({ step, settled, promised }: StepInput): StepResult {
  if (settled) return "SETTLED";
  return promised && step === "SOUVENIR" ? "PROMISED" : "DONE";
}

/** The item, locked: one in stock to hand over, or any that is still given to promise. */
async function souvenirFor(tx: Tx, result: StepResult, id: string | undefined): Promise<Offered> {
  const offered = await offerSouvenir(tx, id);
  return result === "PROMISED" && !offered.ok && offered.code === "NONE_LEFT"
    ? { ok: true, item: offered.item }
    : offered;
}

async function giveSouvenir(
  tx: Tx,
  { account, requestId }: StaffCall,
  gift: {
    readonly voucherId: string;
    readonly result: StepResult;
    readonly item: Souvenir;
    readonly at: Date;
  },
): Promise<void> {
  const { voucherId, result, item, at } = gift;
  const by = { byId: account.id, at, requestId };
  if (result === "PROMISED") await makePromise(tx, { voucherId, souvenirId: item.id }, by);
  else await handOut(tx, item, { voucherId, promiseId: null }, by);
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
  const result = resultOf(input);
  const written = result === "SETTLED" ? input.note?.trim() || null : null;
  if (result === "SETTLED" && !written) return { ok: false, code: "NOTE_NEEDED" };
  let { status } = locked;
  // Before anything is written: where none is left, nothing has happened. What is recorded already is told as that.
  const gift = step === "SOUVENIR" && result !== "SETTLED" && status.steps[step] === null;
  const offered = gift ? await souvenirFor(tx, result, input.souvenirId) : null;
  if (offered?.ok === false) return noSouvenir(offered);
  const note = offered?.item.name ?? written;
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
  if (offered) await giveSouvenir(tx, call, { voucherId: voucher.id, result, item: offered.item, at });
  const { count } = await tx.voucherStep.updateMany({
    where: { voucherId: voucher.id, step, state: "OPEN" },
    data: { state: result, at, byId: by, note },
  });
  if (count !== 1) throw new Error("a voucher's step changed under its lock");
  await tx.voucherEvent.create({
    data: { voucherId: voucher.id, at, kind: `STEP_${result}`, step, byId: by, reason: note },
  });
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
  await appendAudit(tx, { ...event, action: ACTIONS[result], data: { step } });
  if (completed) await appendAudit(tx, { ...event, action: "voucher.completed" });
  return { ok: true };
}

/**
 * Records one of the three parts of the compensation (F.1), once, with who and when. The first one also confirms the
 * voucher, so three taps after the scan are enough. `settled` closes a part that cannot be given, with a reason in `note`;
 * `promised` promises the souvenir for later. A souvenir handed over leaves the stock in the same transaction.
 * Refusals: ALREADY_DONE (by whom, when), NOTE_NEEDED, UNKNOWN_SOUVENIR, NONE_LEFT, OTHER_DAY, OUTAGE,
 * AUTHORISED_OFFICIAL, WITHHELD, LAPSED.
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
