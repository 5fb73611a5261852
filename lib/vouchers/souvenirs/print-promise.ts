import "server-only";
import { appendAudit } from "@/lib/audit/append";
import { readSettings } from "@/lib/office/settings";
import { systemNow } from "@/lib/platform/clock";
import { reader, type Tx } from "@/lib/platform/database";
import type { ActionResult } from "@/lib/platform/types";
import { printerStands, queuePrintJob } from "@/lib/printing/print-jobs";
import { promiseSlip } from "@/lib/printing/slips";
import type { PrintedBy, PromiseSlip } from "@/lib/printing/types";
import { wakePrinting } from "@/lib/printing/wake";
import { oncePerKey } from "@/lib/vouchers/request-keys";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { PROMISE_MARK } from "@/lib/vouchers/tokens";

type Printed = ActionResult<{
  readonly printJobId: string;
  readonly printedBy: PrintedBy;
  readonly slip: PromiseSlip;
}>;

/** A promise's slip and the text of its QR; null for one that was taken back. The same promise is the same slip. */
export async function promisePaper(
  db: Pick<Tx, "souvenirPromise" | "$queryRaw">,
  id: string,
): Promise<{ readonly slip: PromiseSlip; readonly qrText: string } | null> {
  const promise = await db.souvenirPromise.findUnique({
    where: { id },
    include: { souvenir: true, voucher: true },
  });
  if (!promise || promise.state === "CANCELLED") return null;
  const { souvenir, voucher, shortCode, promisedAt } = promise;
  const qrText = PROMISE_MARK + shortCode;
  const { number, serviceDate } = voucher;
  const facts = { item: souvenir.name, number, serviceDate, shortCode, promisedAt: promisedAt.getTime() };
  return { slip: promiseSlip(facts, qrText, await readSettings(db)), qrText };
}

/**
 * Prints a promise's slip, in the tablet's browser or on a printer of the hall; as often as it is needed, since a code
 * opens nothing by itself. Refusals: UNKNOWN_PROMISE, UNKNOWN_PRINTER.
 */
export async function printPromise(
  { account }: StaffContext,
  ask: { readonly promiseId: string; readonly key: string; readonly printerId?: string | null },
  requestId: string,
): Promise<Printed> {
  const { promiseId, printerId } = ask;
  const byId = account.id;
  const printed = await oncePerKey<Printed>(ask.key, `${byId}:print-promise:${promiseId}`, async (tx) => {
    // The promise's row is locked: its copies are counted.
    const where = { id: promiseId };
    const { count } = await tx.souvenirPromise.updateMany({ where, data: { updatedAt: systemNow() } });
    const paper = count === 1 ? await promisePaper(tx, promiseId) : null;
    if (!paper) return { ok: false, code: "UNKNOWN_PROMISE" };
    if (printerId && !(await printerStands(tx, printerId))) return { ok: false, code: "UNKNOWN_PRINTER" };
    const job = await queuePrintJob(tx, {
      kind: "PROMISE",
      promiseId,
      byId,
      ...(printerId ? { printerId } : {}),
    });
    const actor = { kind: "OFFICER", id: byId } as const;
    const subject = { kind: "souvenir-promise", id: promiseId };
    await appendAudit(tx, { actor, action: "print.requested", subject, data: { copy: job.copy }, requestId });
    return { ok: true, value: { printJobId: job.id, printedBy: job.printedBy, slip: paper.slip } };
  });
  wakePrinting();
  return printed;
}

/** What the server puts on paper for a promise's job. */
export const promiseContent = (promiseId: string | null) =>
  promiseId === null ? Promise.resolve(null) : promisePaper(reader(), promiseId);
