import "server-only";
import { appendAudit } from "@/lib/audit/append";
import type { Tx } from "@/lib/platform/database";

/** Why a receipt no longer holds. */
export type SupersedeCause = "STEP_UNDONE" | "PROMISE_REOPENED" | "PROMISE_KEPT";

/**
 * Ends a voucher's valid receipt, if it has one, in the transaction that changes what was signed for. It stays to be
 * read; another may be signed. With `souvenir`, only a receipt that speaks of it so is ended.
 */
export async function supersedeReceipt(
  tx: Tx,
  voucherId: string,
  cause: SupersedeCause,
  by: { readonly byId: string; readonly at: Date; readonly requestId: string },
  souvenir?: "RECEIVED" | "PROMISED",
): Promise<void> {
  const { byId, at, requestId } = by;
  const [receipt] = await tx.receipt.updateManyAndReturn({
    where: { held: voucherId, ...(souvenir ? { souvenir } : {}) },
    data: { state: "SUPERSEDED", held: null, supersededAt: at, supersededById: byId, supersededCause: cause },
  });
  if (!receipt) return;
  await tx.voucherEvent.create({ data: { voucherId, at, kind: "RECEIPT_SUPERSEDED", byId } });
  const actor = { kind: "OFFICER", id: byId } as const;
  const subject = { kind: "receipt", id: receipt.id };
  await appendAudit(tx, {
    actor,
    action: "receipt.superseded",
    subject,
    data: { voucherId, cause },
    requestId,
  });
}
