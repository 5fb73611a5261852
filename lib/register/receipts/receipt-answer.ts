import "server-only";
import { rightGuard } from "@/lib/access/guards";
import { action } from "@/lib/platform/action";
import type { ActionRefusal } from "@/lib/platform/types";
import { pdfResponse } from "@/lib/register/pdf/write-pdf";
import { readReceiptDocument } from "./read-document";
import { writeReceiptPdf } from "./receipt-pdf";
import { receiptInput } from "./schema";

const STATUS: Readonly<Record<string, number>> = {
  NOT_SIGNED_IN: 401,
  PASSWORD_DUE: 403,
  NOT_ALLOWED: 403,
  BUSY: 503,
  STORAGE: 503,
  FAULT: 500,
};

/** A refusal as a route gives it: what cannot be found is 404. */
export const refusedResponse = (refusal: ActionRefusal): Response =>
  Response.json(refusal, {
    status: STATUS[refusal.code] ?? 404,
    headers: { "Cache-Control": "no-store" },
  });

/**
 * The answer to a request for a receipt's pages.
 * @param withPicture with the applicant's signature, for those who hold `signature.see`; else `receipt.sign` is asked
 */
export function receiptRoute({ withPicture }: { readonly withPicture: boolean }) {
  const draw = action({
    name: withPicture ? "staff.signed-receipt" : "staff.receipt",
    guard: rightGuard(withPicture ? "signature.see" : "receipt.sign"),
    schema: receiptInput,
    run: async ({ context, input }) => {
      const read = await readReceiptDocument(context, input.receiptId, { withPicture });
      if (!read.ok) return read;
      const { voucher, receipt } = read.value;
      const name = `tanda-terima-${voucher.serviceDate}-${voucher.number}-${receipt.seq}.pdf`;
      return { ok: true, value: { bytes: await writeReceiptPdf(read.value), name } };
    },
  });
  return async (receiptId: string): Promise<Response> => {
    const drawn = await draw({ receiptId });
    return drawn.ok ? pdfResponse(drawn.value.bytes, drawn.value.name) : refusedResponse(drawn);
  };
}
