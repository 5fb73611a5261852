import { rightGuard } from "@/lib/access/guards";
import { action } from "@/lib/platform/action";
import { signatureSvg } from "@/lib/register/receipts/drawn-signature";
import { lookAtSignature } from "@/lib/register/receipts/queries";
import { refusedResponse } from "@/lib/register/receipts/receipt-answer";
import { receiptInput } from "@/lib/register/receipts/schema";

export const dynamic = "force-dynamic";

const look = action({
  name: "staff.signature",
  guard: rightGuard("signature.see"),
  schema: receiptInput,
  run: ({ context, input }) => lookAtSignature(context, input.receiptId),
});

/** The signature on a receipt as a picture, for the case page. Each look is recorded; nothing keeps the picture. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const seen = await look({ receiptId: (await params).id });
  if (!seen.ok) return refusedResponse(seen);
  return new Response(signatureSvg(seen.value), {
    headers: {
      "Content-Type": "image/svg+xml",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": "no-store",
    },
  });
}
