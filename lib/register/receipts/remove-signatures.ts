import "server-only";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/database";

/**
 * Removes signatures of service dates before one of the office's, from at most `limit` receipts, inside a transaction of
 * retention, which writes the audit row. The receipts stay, and say that the signature was removed.
 * @param before local date `YYYY-MM-DD`, exclusive
 * @returns from how many
 */
export async function removeSignatures(tx: Tx, before: string, limit: number): Promise<number> {
  const where = { sealed: { not: null }, receipt: { voucher: { serviceDate: { lt: before } } } };
  const due = await tx.receiptSignature.findMany({ where, select: { receiptId: true }, take: limit });
  const { count } = await tx.receiptSignature.updateMany({
    where: { receiptId: { in: due.map(({ receiptId }) => receiptId) } },
    data: { sealed: null, removedAt: now() },
  });
  return count;
}
