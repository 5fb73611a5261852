import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DashIcon } from "@/components/ui/icons";
import type { TicketView } from "@/lib/vouchers/types";
import { SHEET } from "../styles";
import { useWords } from "../use-words";
import { ClauseList } from "../voucher/clause-list";

/** What is known of a ticket of today, in plain words: whose, when, and what each clause says of it now. */
export function TicketFacts({ ticket }: { ticket: TicketView }) {
  const t = useTranslations("staff");
  const { clock, wait } = useWords();
  const outcome = t.has(`ticket.outcome.${ticket.outcome}`) ? ticket.outcome : "OTHER";
  const moments = [
    ["ticketAt", ticket.ticketAt],
    ["calledAt", ticket.calledAt],
    ["startedAt", ticket.biometricStartedAt],
    ["completedAt", ticket.completedAt],
  ] as const;
  const bold = { b: (chunks: ReactNode) => <b>{chunks}</b> };
  return (
    <section aria-labelledby="ticket-name" className={`${SHEET} flex flex-col gap-6 px-9 py-8`}>
      <div>
        <p className="text-ink-soft">{t(ticket.queueNumber === null ? "ticket.noQueue" : "ticket.queue")}</p>
        {ticket.queueNumber !== null && (
          <p className="mt-2 text-[72px] leading-none font-number tracking-(--tracking-number) tabular-nums">
            {ticket.queueNumber}
          </p>
        )}
        <h1 id="ticket-name" className="mt-4 text-title">
          {ticket.applicantName ?? t("tickets.unnamed")}
        </h1>
        <p className="mt-1 text-ink-soft">
          {ticket.last4 === null ? t("ticket.noBooking") : t("ticket.last4", { last4: ticket.last4 })}
        </p>
      </div>
      <div className="rounded-field bg-paper-deep px-5 py-4">
        <p className="text-lead font-head">{t(`ticket.outcome.${outcome}`)}</p>
        {ticket.waitedMs !== null && (
          <p className="mt-0.5">{t.rich("ticket.waited", { wait: wait(ticket.waitedMs), ...bold })}</p>
        )}
      </div>
      {ticket.contradictory && (
        <p className="flex gap-3 rounded-field bg-amber-wash px-5 py-3 font-strong text-amber">
          <DashIcon className="mt-0.5 h-6 w-6" />
          {t("ticket.contradictory")}
        </p>
      )}
      <div className="grid gap-6 sm:grid-cols-2">
        <div>
          <h2 className="text-[20px]">{t("ticket.facts")}</h2>
          <dl className="mt-3 grid grid-cols-[1fr_auto] gap-x-6 gap-y-1.5 text-small">
            {moments.map(([key, at]) => (
              <div key={key} className="contents">
                <dt>{t(`ticket.${key}`)}</dt>
                <dd className={`text-right tabular-nums ${at === null ? "text-ink-soft" : "font-head"}`}>
                  {at === null ? t("ticket.notYet") : clock(at)}
                </dd>
              </div>
            ))}
          </dl>
        </div>
        <div>
          <h2 className="text-[20px]">{t("ticket.clauses")}</h2>
          <div className="mt-3 text-small">
            <ClauseList clauses={ticket.clauses} tone="paper" />
          </div>
        </div>
      </div>
    </section>
  );
}
