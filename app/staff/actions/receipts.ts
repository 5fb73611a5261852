"use server";

import { rightGuard } from "@/lib/access/guards";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";
import { signReceiptInput } from "@/lib/register/receipts/schema";
import { signReceipt } from "@/lib/register/receipts/sign-receipt";
import type { ReceiptView } from "@/lib/register/receipts/types";

const sign = action({
  name: "staff.sign-receipt",
  guard: rightGuard("receipt.sign"),
  schema: signReceiptInput,
  run: ({ context, input, requestId }) => signReceipt(context, input, requestId),
});

/** The applicant signs, or the officer witnesses that there is no signature; answers with the voucher's receipts. */
export async function signReceiptAction(raw: unknown): Promise<ActionResult<readonly ReceiptView[]>> {
  return sign(raw);
}
