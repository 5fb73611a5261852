"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import type { TicketView } from "@/lib/vouchers/types";
import { ScanNext } from "../find/scan-next";
import type { FoundVoucher } from "../find/use-voucher-finder";
import { PAGE, TEXT_LINK } from "../styles";
import type { Send } from "../types";
import { useNewest } from "../voucher/use-newest";
import { ReviewFlag, type FlagCommands } from "./review-flag";
import { TicketDecision, type TicketCommands } from "./ticket-decision";
import { TicketFacts } from "./ticket-facts";

/** One ticket of today, and what the person before the screen may decide about it. */
export function TicketScreen({
  ticket: fromPage,
  mayGrant,
  findVoucher,
  commands,
  flag,
  mayCopy,
}: {
  ticket: TicketView;
  /** Whether granting is theirs at all; whether it may be done now is the ticket's. */
  mayGrant: boolean;
  findVoucher: Send<FoundVoucher>;
  commands: TicketCommands;
  /** Handed over for supervisors only. */
  flag: FlagCommands | null;
  /** Whether giving the applicant a copy of their data is theirs. */
  mayCopy: boolean;
}) {
  const t = useTranslations("staff.ticket");
  const [ticket, setTicket] = useNewest(fromPage);
  return (
    <div className={PAGE}>
      <ScanNext find={findVoucher} />
      <p className="-mt-2 mb-2 flex flex-wrap gap-x-8">
        <Link href="/staff/tickets" className={TEXT_LINK}>
          {t("back")}
        </Link>
        <Link href={`/staff/register/${ticket.id}`} className={TEXT_LINK}>
          {t("register")}
        </Link>
      </p>
      <div className="grid items-start gap-6 wide:grid-cols-[1fr_minmax(360px,432px)]">
        <TicketFacts ticket={ticket} />
        <div className="flex flex-col gap-6">
          <TicketDecision ticket={ticket} mayGrant={mayGrant} commands={commands} onChange={setTicket} />
          {flag !== null && <ReviewFlag ticketId={ticket.id} {...flag} />}
          {mayCopy && (
            <Link href={`/staff/access-requests?ticket=${ticket.id}`} className={TEXT_LINK}>
              {t("copy")}
            </Link>
          )}
        </div>
      </div>
    </div>
  );
}
