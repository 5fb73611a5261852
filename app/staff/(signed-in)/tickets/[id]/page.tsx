import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AlertsHere } from "@/components/staff/contradictions/alert-list";
import { TicketScreen } from "@/components/staff/ticket/ticket-screen";
import { visitor } from "@/lib/access/guards";
import { can } from "@/lib/access/rights";
import { openAlertsOf } from "@/lib/queue/alerts";
import { openTicket } from "@/lib/vouchers/ticket-queries";
import { resolveAlertAction } from "../../../actions/contradictions";
import {
  decideReviewFlagAction,
  grantVoucherAction,
  lookAtReviewFlagAction,
  reopenTicketAction,
  withholdTicketAction,
} from "../../../actions/tickets";
import { findVoucherAction } from "../../../actions/vouchers";
import { NotAllowed } from "../../../not-allowed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.nav"))("tickets") };
}

const COMMANDS = { withhold: withholdTicketAction, reopen: reopenTicketAction, grant: grantVoucherAction };

/** One ticket of today with what the rules say of it now. The look is audited. */
export default async function TicketPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const account = await visitor("/staff/tickets/[id]", `/staff/tickets/${id}`);
  if (!account) return <NotAllowed page="/staff/tickets/[id]" />;
  const ticket = await openTicket({ account }, id);
  if (ticket === null) notFound();
  const alerts = await openAlertsOf({ account }, id);
  return (
    <>
      <AlertsHere alerts={alerts} resolve={resolveAlertAction} />
      <TicketScreen
        key={ticket.id}
        ticket={ticket}
        mayGrant={can(account.role, "voucher.grant")}
        findVoucher={findVoucherAction}
        commands={COMMANDS}
        mayCopy={can(account.role, "person.export")}
        flag={
          can(account.role, "review-flag.see")
            ? { look: lookAtReviewFlagAction, decide: decideReviewFlagAction }
            : null
        }
      />
    </>
  );
}
