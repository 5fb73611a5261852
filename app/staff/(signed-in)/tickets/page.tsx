import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PAGE } from "@/components/staff/styles";
import { TicketSearch } from "@/components/staff/ticket/ticket-search";
import { visitor } from "@/lib/access/guards";
import { findTicketsAction } from "../../actions/tickets";
import { NotAllowed } from "../../not-allowed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.tickets"))("title") };
}

/** Any ticket of today, by booking, last digits or queue number. */
export default async function TicketsPage() {
  if (!(await visitor("/staff/tickets"))) return <NotAllowed page="/staff/tickets" />;
  return (
    <div className={PAGE}>
      <TicketSearch find={findTicketsAction} />
    </div>
  );
}
