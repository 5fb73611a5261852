import "server-only";
import { randomUUID } from "node:crypto";
import { appendAudit } from "@/lib/audit/append";
import type { Tx } from "@/lib/platform/database";
import { promiseShortCode } from "@/lib/vouchers/tokens";

interface By {
  readonly byId: string;
  readonly at: Date;
  readonly requestId: string;
}

/** Promises an item in the caller's transaction, which holds the voucher's row. Its code is on the slip. */
export async function makePromise(
  tx: Tx,
  { voucherId, souvenirId }: { readonly voucherId: string; readonly souvenirId: string },
  { byId, at, requestId }: By,
): Promise<void> {
  const id = randomUUID();
  const shortCode = promiseShortCode(id);
  await tx.souvenirPromise.create({
    data: { id, voucherId, held: voucherId, souvenirId, shortCode, promisedAt: at, promisedById: byId },
  });
  const subject = { kind: "souvenir-promise", id };
  const actor = { kind: "OFFICER", id: byId } as const;
  await appendAudit(tx, { actor, action: "souvenir-promise.made", subject, data: { voucherId }, requestId });
}

/**
 * Takes a promise back with the step that made it; its slip is worth nothing then. False when its souvenir was already
 * handed over, which must be undone first.
 */
export async function cancelPromise(tx: Tx, voucherId: string, { byId, requestId }: By): Promise<boolean> {
  const [promise] = await tx.souvenirPromise.updateManyAndReturn({
    where: { held: voucherId, state: "OPEN" },
    data: { state: "CANCELLED", held: null },
  });
  if (!promise) return false;
  const subject = { kind: "souvenir-promise", id: promise.id };
  const actor = { kind: "OFFICER", id: byId } as const;
  await appendAudit(tx, { actor, action: "souvenir-promise.cancelled", subject, requestId });
  return true;
}
