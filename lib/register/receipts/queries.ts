import "server-only";
import { accountNames } from "@/lib/access/accounts";
import { recordLook } from "@/lib/audit/looks";
import { reader } from "@/lib/platform/database";
import type { Prisma } from "@/lib/platform/generated/sqlite/client";
import type { ActionResult } from "@/lib/platform/types";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { drawSignature, openSignature, type SignaturePicture } from "./drawn-signature";
import type { ReceiptView } from "./types";

/** Whether there is a signature, without the signature. */
const WITHOUT_SIGNATURE = {
  signature: { select: { removedAt: true } },
} as const satisfies Prisma.ReceiptInclude;

async function views(where: Prisma.ReceiptWhereInput): Promise<ReceiptView[]> {
  const rows = await reader().receipt.findMany({
    where,
    include: WITHOUT_SIGNATURE,
    orderBy: [{ signedAt: "desc" }, { seq: "desc" }],
  });
  const ids = rows.flatMap(({ witnessId, supersededById }) => [witnessId, supersededById]);
  const names = await accountNames([...new Set(ids.filter((id) => id !== null))]);
  return rows.map((row): ReceiptView => {
    const { id, number, unsignedReason, apologyGiven, souvenir, item, supersededAt: endedAt } = row;
    const { signature } = row;
    return {
      id,
      number,
      signedAt: row.signedAt.getTime(),
      witnessName: names.get(row.witnessId) ?? "–",
      unsignedReason,
      signature: signature === null ? "NONE" : signature.removedAt === null ? "HELD" : "REMOVED",
      apologyGiven,
      souvenir,
      item,
      souvenirAt: row.souvenirAt.getTime(),
      ended: endedAt && {
        at: endedAt.getTime(),
        byName: names.get(row.supersededById ?? "") ?? "–",
        cause: row.supersededCause ?? "",
      },
    };
  });
}

/** A voucher's receipts, the newest first; at most one of them holds. For those who hold `records.see`. */
export const receiptsOfVoucher = (_context: StaffContext, voucherId: string): Promise<ReceiptView[]> =>
  views({ voucherId });

/** The receipts of a case, which has one voucher at most, the newest first. For those who hold `records.see`. */
export const receiptsOfTicket = (_context: StaffContext, ticketId: string): Promise<ReceiptView[]> =>
  views({ voucher: { ticketId } });

export type SignatureAnswer = ActionResult<SignaturePicture>;

/**
 * A receipt's signature as shapes, for those who hold `signature.see`; the look is audited.
 * Refusals: UNKNOWN_RECEIPT, NO_SIGNATURE, SIGNATURE_REMOVED by retention, SIGNATURE_UNREADABLE where it was tampered
 * with or the installation's secret is another.
 */
export async function lookAtSignature(
  { account }: StaffContext,
  receiptId: string,
): Promise<SignatureAnswer> {
  const receipt = await reader().receipt.findUnique({
    where: { id: receiptId },
    select: { voucherId: true, signature: true },
  });
  if (!receipt) return { ok: false, code: "UNKNOWN_RECEIPT" };
  const { signature, voucherId } = receipt;
  if (!signature) return { ok: false, code: "NO_SIGNATURE" };
  if (!signature.sealed) return { ok: false, code: "SIGNATURE_REMOVED" };
  await recordLook(account.id, "signature.viewed", { kind: "receipt", id: receiptId });
  const drawn = openSignature(signature.sealed, voucherId, receiptId);
  return drawn ? { ok: true, value: drawSignature(drawn) } : { ok: false, code: "SIGNATURE_UNREADABLE" };
}
