import "server-only";
import type { Tx } from "@/lib/platform/database";

/**
 * Removes signatures of service days before a date, in the transaction of retention, which writes the audit row. The
 * receipts stay, and say that the signature was removed.
 * @param before local date `YYYY-MM-DD`, exclusive
 * @returns how many there were
 */
export async function removeSignatures(tx: Tx, before: string, at: Date): Promise<number> {
  const { count } = await tx.receiptSignature.updateMany({
    where: { sealed: { not: null }, receipt: { voucher: { serviceDate: { lt: before } } } },
    data: { sealed: null, removedAt: at },
  });
  return count;
}
