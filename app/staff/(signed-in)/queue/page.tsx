import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { HandEntryForm } from "@/components/staff/queue/hand-entry-form";
import { OpenTickets } from "@/components/staff/queue/open-tickets";
import { PAGE, TEXT_LINK } from "@/components/staff/styles";
import { visitor } from "@/lib/access/guards";
import { can } from "@/lib/access/rights";
import { ticketsOfToday } from "@/lib/queue/queries";
import { advanceTicketAction, enterTicketAction } from "../../actions/queue";
import { NotAllowed } from "../../not-allowed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.queue"))("title") };
}

/** Entering, calling, serving and completing tickets by hand, for when SMART delivers nothing. */
export default async function QueuePage() {
  const account = await visitor("/staff/queue");
  if (!account) return <NotAllowed page="/staff/queue" />;
  const lines = await ticketsOfToday({ account });
  const t = await getTranslations("import");
  return (
    <>
      {can(account.role, "queue.import") && (
        <p className="mx-auto w-full max-w-[1440px] px-(--edge) pt-3 text-right">
          <Link href="/staff/import" className={TEXT_LINK}>
            {t("title")}
          </Link>
        </p>
      )}
      <div className={`${PAGE} grid items-start gap-6 wide:grid-cols-[minmax(400px,480px)_1fr]`}>
        <HandEntryForm enter={enterTicketAction} />
        <OpenTickets lines={lines} advance={advanceTicketAction} />
      </div>
    </>
  );
}
