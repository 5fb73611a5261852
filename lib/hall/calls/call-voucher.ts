import "server-only";
import { appendAudit } from "@/lib/audit/append";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/database";
import type { ActionRefusal, ActionResult } from "@/lib/platform/types";
import { localDate } from "@/lib/rules/local-date";
import { lockVoucher, type LockedVoucher } from "@/lib/vouchers/locked-voucher";
import { recordLockedStep } from "@/lib/vouchers/record-step";
import { oncePerKey } from "@/lib/vouchers/request-keys";
import { worded, type Effect, type StaffCall } from "@/lib/vouchers/staff-call";
import { callable } from "./series";
import type { CallAnswer } from "./types";

type Answer =
  { readonly ok: true; readonly value: CallAnswer } | (ActionRefusal & { readonly byId?: string });

const heldBy = (serviceDate: string, counter: string) => `${serviceDate} ${counter}`;

/**
 * Who stands at this counter already; one at a time, or nobody knows whose number the wall means. A voucher that was
 * served or decided otherwise elsewhere meanwhile holds no counter any longer.
 */
async function busyCounter(tx: Tx, serviceDate: string, counter: string): Promise<ActionRefusal | null> {
  const held = heldBy(serviceDate, counter);
  await tx.counterCall.updateMany({
    where: { held, voucher: { NOT: callable(serviceDate) } },
    data: { state: "SERVED", endedAt: now(), held: null },
  });
  const there = await tx.counterCall.findUnique({
    where: { held },
    select: { voucher: { select: { number: true } } },
  });
  return there && { ok: false, code: "COUNTER_BUSY", details: { number: there.voucher.number } };
}

/** Writes the call of a locked voucher with its audit row. */
async function call(
  tx: Tx,
  { voucher }: LockedVoucher,
  counter: string,
  { account, requestId }: StaffCall,
): Promise<Answer> {
  const { id, number, serviceDate } = voucher;
  const made = {
    counter,
    state: "CALLED",
    calledAt: now(),
    calledById: account.id,
    endedAt: null,
    held: heldBy(serviceDate, counter),
  } as const;
  await tx.counterCall.upsert({
    where: { voucherId: id },
    create: { voucherId: id, serviceDate, ...made },
    update: { ...made, calls: { increment: 1 } },
  });
  await appendAudit(tx, {
    actor: { kind: "OFFICER", id: account.id },
    action: "voucher.called",
    subject: { kind: "voucher", id },
    data: { counter },
    requestId,
  });
  return { ok: true, value: { number, counter } };
}

async function today(tx: Tx) {
  const settings = await readSettings(tx);
  return { settings, serviceDate: localDate(now().getTime(), settings.timeZone) };
}

/**
 * Calls the voucher that was confirmed first and not called yet to a counter. Two counters at once get two vouchers.
 * Refusals: NOBODY_WAITING, COUNTER_BUSY (with the number that is there), UNKNOWN_COUNTER.
 */
export async function callNext(
  context: StaffCall,
  { counter, key }: { readonly counter: string; readonly key: string },
): Promise<ActionResult<CallAnswer>> {
  return oncePerKey<Answer>(key, `${context.account.id}:call-next:${counter}`, async (tx) => {
    const { settings, serviceDate } = await today(tx);
    if (!settings.counters.includes(counter)) return { ok: false, code: "UNKNOWN_COUNTER" };
    const busy = await busyCounter(tx, serviceDate, counter);
    if (busy) return busy;
    for (;;) {
      const where = { ...callable(serviceDate), counterCall: null };
      const first = await tx.voucher.findFirst({
        where,
        orderBy: [{ confirmedAt: "asc" }, { seq: "asc" }],
        select: { id: true },
      });
      if (!first) return { ok: false, code: "NOBODY_WAITING" };
      const locked = await lockVoucher(tx, first.id);
      // Another counter may have been quicker while this one waited for the row.
      const still = await tx.voucher.count({ where: { ...where, id: first.id } });
      if (locked && still === 1) return call(tx, locked, counter, context);
    }
  });
}

/**
 * Calls a voucher once more, at its counter or at another: who did not hear, or comes back.
 * Refusals: UNKNOWN_VOUCHER, NOT_CALLABLE, COUNTER_BUSY, UNKNOWN_COUNTER.
 */
export async function callAgain(
  context: StaffCall,
  input: { readonly voucherId: string; readonly counter: string; readonly key: string },
): Promise<ActionResult<CallAnswer>> {
  const { voucherId, counter, key } = input;
  return oncePerKey<Answer>(key, `${context.account.id}:call-again:${voucherId}`, async (tx) => {
    const locked = await lockVoucher(tx, voucherId);
    if (!locked) return { ok: false, code: "UNKNOWN_VOUCHER" };
    const { settings, serviceDate } = await today(tx);
    if (!settings.counters.includes(counter)) return { ok: false, code: "UNKNOWN_COUNTER" };
    const ready = await tx.voucher.count({ where: { ...callable(serviceDate), id: voucherId } });
    if (ready === 0) return { ok: false, code: "NOT_CALLABLE" };
    const before = await tx.counterCall.findUnique({ where: { voucherId }, select: { held: true } });
    const sameCounter = before?.held === heldBy(serviceDate, counter);
    const busy = sameCounter ? null : await busyCounter(tx, serviceDate, counter);
    return busy ?? call(tx, locked, counter, context);
  });
}

/**
 * Ends a call. SERVED also records the priority service (F.1), in the same transaction; ABSENT keeps the voucher to be
 * called again until its day ends. Refusals: UNKNOWN_VOUCHER, NOT_CALLED, and those of recordStep.
 */
export async function endCall(
  context: StaffCall,
  input: { readonly voucherId: string; readonly end: "SERVED" | "ABSENT"; readonly key: string },
): Promise<ActionResult<CallAnswer>> {
  const { voucherId, end, key } = input;
  const answer = await oncePerKey<Answer>(
    key,
    `${context.account.id}:end-call:${voucherId}:${end}`,
    async (tx) => {
      const locked = await lockVoucher(tx, voucherId);
      if (!locked) return { ok: false, code: "UNKNOWN_VOUCHER" };
      const at = now();
      const row = await tx.counterCall.findUnique({ where: { voucherId } });
      if (row?.state !== "CALLED") return { ok: false, code: "NOT_CALLED" };
      if (end === "SERVED") {
        const settings = await readSettings(tx);
        const step: Effect = await recordLockedStep(tx, context, locked, { step: "PRIORITY" }, settings, at);
        if (!step.ok && step.code !== "ALREADY_DONE") return step;
      }
      await tx.counterCall.update({ where: { voucherId }, data: { state: end, endedAt: at, held: null } });
      await appendAudit(tx, {
        actor: { kind: "OFFICER", id: context.account.id },
        action: end === "SERVED" ? "voucher.call-served" : "voucher.call-absent",
        subject: { kind: "voucher", id: voucherId },
        data: { counter: row.counter },
        requestId: context.requestId,
      });
      return { ok: true, value: { number: locked.voucher.number, counter: row.counter } };
    },
  );
  return answer.ok ? answer : worded(answer);
}
