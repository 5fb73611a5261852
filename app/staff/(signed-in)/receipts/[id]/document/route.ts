import { receiptRoute } from "@/lib/register/receipts/receipt-answer";

export const dynamic = "force-dynamic";

const answer = receiptRoute({ withPicture: false });

/** A receipt as PDF, as it is printed at the desk: it says that it was signed, and holds no signature. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return answer((await params).id);
}
