import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { CaseReceipts } from "@/components/staff/receipt/case-receipts";
import { CaseScreen } from "@/components/staff/register/case/case-screen";
import { CaseVoucher } from "@/components/staff/register/case/case-voucher";
import { NameLook } from "@/components/staff/register/case/name-look";
import { ReviewLook } from "@/components/staff/register/case/review-look";
import { Timeline } from "@/components/staff/register/case/timeline";
import { visitor } from "@/lib/access/guards";
import { can } from "@/lib/access/rights";
import { openCase } from "@/lib/register/case/open-case";
import { receiptsOfTicket } from "@/lib/register/receipts/queries";
import { lookAtNameAction, lookAtReviewHistoryAction } from "../../../actions/register";
import { NotAllowed } from "../../../not-allowed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("register"))("title") };
}

/** One case with all its evidence. The look is audited; names and the review flag have looks of their own. */
export default async function CasePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const account = await visitor("/staff/register/[id]", `/staff/register/${id}`);
  if (!account) return <NotAllowed page="/staff/register/[id]" />;
  const view = await openCase({ account }, id);
  if (view === null) notFound();
  const receipts = await receiptsOfTicket({ account }, view.ticketId);
  // A section of the case is one line here: the wide column first, then the narrow one.
  return (
    <CaseScreen
      view={view}
      main={[<Timeline key="timeline" view={view} />]}
      aside={[
        <CaseVoucher key="voucher" view={view} />,
        receipts.length > 0 && (
          <CaseReceipts
            key="receipts"
            receipts={receipts}
            maySeeSignature={can(account.role, "signature.see")}
          />
        ),
        can(account.role, "register.name") && <NameLook key="name" view={view} look={lookAtNameAction} />,
        can(account.role, "review-flag.see") && (
          <ReviewLook key="review" ticketId={view.ticketId} look={lookAtReviewHistoryAction} />
        ),
      ]}
    />
  );
}
