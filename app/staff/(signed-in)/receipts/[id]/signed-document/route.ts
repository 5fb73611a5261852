import { receiptRoute } from "@/lib/register/receipts/receipt-answer";

export const dynamic = "force-dynamic";

const answer = receiptRoute({ withPicture: true });

/** A receipt as PDF with the applicant's signature, from the case page. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return answer((await params).id);
}
