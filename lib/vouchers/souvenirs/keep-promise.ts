import "server-only";
import { can } from "@/lib/access/rights";
import { appendAudit } from "@/lib/audit/append";
import type { AuditAction } from "@/lib/audit/types";
import { now, systemNow } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/database";
import type { SouvenirPromise } from "@/lib/platform/generated/sqlite/client";
import type { ActionResult } from "@/lib/platform/types";
import { undoRefusal } from "@/lib/rules/voucher-states";
import { oncePerKey } from "@/lib/vouchers/request-keys";
import { supersedeReceipt } from "@/lib/vouchers/supersede-receipt";
import { worded, type Effect, type StaffContext } from "@/lib/vouchers/staff-call";
import { promiseOf } from "./promise-queries";
import { handOut, noSouvenir, offerSouvenir, takeBack } from "./stock";
import type { PromiseView } from "./types";

/** The frame of what happens to a promise: once a request key, its row locked first, and in the end as it stands. */
async function changePromise(
  { account }: StaffContext,
  { promiseId, key }: { readonly promiseId: string; readonly key: string },
  change: (tx: Tx, promise: SouvenirPromise, at: Date) => Promise<Effect>,
): Promise<ActionResult<PromiseView>> {
  const effect = await oncePerKey<Effect>(key, `${account.id}:promise:${promiseId}`, async (tx) => {
    const [promise] = await tx.souvenirPromise.updateManyAndReturn({
      where: { id: promiseId },
      data: { updatedAt: systemNow() },
    });
    return promise ? change(tx, promise, now()) : { ok: false, code: "UNKNOWN_PROMISE" };
  });
  if (!effect.ok) return worded(effect);
  const view = await promiseOf({ account }, promiseId);
  return view ? { ok: true, value: view } : { ok: false, code: "UNKNOWN_PROMISE" };
}

async function record(
  tx: Tx,
  { id, voucherId }: SouvenirPromise,
  event: {
    readonly kind: "PROMISE_KEPT" | "PROMISE_REOPENED";
    readonly action: AuditAction;
    readonly byId: string;
    readonly at: Date;
    readonly reason: string | null;
    readonly requestId: string;
  },
): Promise<void> {
  const { kind, action, byId, at, reason, requestId } = event;
  await tx.voucherEvent.create({ data: { voucherId, at, kind, step: "SOUVENIR", byId, reason } });
  const subject = { kind: "souvenir-promise", id };
  await appendAudit(tx, { actor: { kind: "OFFICER", id: byId }, action, subject, requestId });
}

/**
 * Hands over what was promised, or another item, on whichever day; it counts out of the stock now. Refusals:
 * UNKNOWN_PROMISE, PROMISE_CANCELLED, ALREADY_DONE (by whom, when), UNKNOWN_SOUVENIR, NONE_LEFT.
 */
export function keepPromise(
  context: StaffContext,
  input: { readonly promiseId: string; readonly souvenirId: string; readonly key: string },
  requestId: string,
): Promise<ActionResult<PromiseView>> {
  const byId = context.account.id;
  return changePromise(context, input, async (tx, promise, at) => {
    const { id: promiseId, voucherId, keptAt, keptById } = promise;
    if (promise.state === "CANCELLED") return { ok: false, code: "PROMISE_CANCELLED" };
    if (promise.state === "KEPT" && keptAt && keptById)
      return { ok: false, code: "ALREADY_DONE", byId: keptById, details: { at: keptAt.getTime() } };
    const offered = await offerSouvenir(tx, input.souvenirId);
    if (!offered.ok) return noSouvenir(offered);
    await tx.souvenirPromise.update({
      where: { id: promiseId, state: "OPEN" },
      data: { state: "KEPT", keptAt: at, keptById: byId },
    });
    await handOut(tx, offered.item, { voucherId, promiseId }, { byId, at, requestId });
    const action = "souvenir-promise.kept";
    const reason = offered.item.name;
    await record(tx, promise, { kind: "PROMISE_KEPT", action, byId, at, reason, requestId });
    return { ok: true };
  });
}

/**
 * Takes a wrong hand-over back: the promise is open again and the piece back in stock. The same officer within 15
 * minutes, or a supervisor with a reason. Refusals: UNKNOWN_PROMISE, NOT_RECORDED, UNDO_TOO_LATE, NOT_YOURS,
 * REASON_MISSING.
 */
export function reopenPromise(
  context: StaffContext,
  input: { readonly promiseId: string; readonly reason?: string | undefined; readonly key: string },
  requestId: string,
): Promise<ActionResult<PromiseView>> {
  const byId = context.account.id;
  const reason = input.reason?.trim() || null;
  return changePromise(context, input, async (tx, promise, at) => {
    const { id: promiseId, voucherId, keptAt, keptById } = promise;
    if (promise.state !== "KEPT" || !keptAt || !keptById) return { ok: false, code: "NOT_RECORDED" };
    const kept = { result: "DONE", by: keptById, at: keptAt.getTime() } as const;
    const supervisor = can(context.account.role, "undo.others");
    const refusal = undoRefusal(kept, { by: byId, supervisor, reason, at: at.getTime() });
    if (refusal) return { ok: false, code: refusal };
    await tx.souvenirPromise.update({
      where: { id: promiseId, state: "KEPT" },
      data: { state: "OPEN", keptAt: null, keptById: null },
    });
    await takeBack(tx, { voucherId, promiseId }, { byId, at, requestId, reason });
    await supersedeReceipt(tx, voucherId, "PROMISE_REOPENED", { byId, at, requestId }, "RECEIVED");
    const action = "souvenir-promise.reopened";
    await record(tx, promise, { kind: "PROMISE_REOPENED", action, byId, at, reason, requestId });
    return { ok: true };
  });
}
