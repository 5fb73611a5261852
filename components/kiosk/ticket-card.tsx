import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { TicketGlimpse } from "@/lib/vouchers/types";

/** All that a kiosk shows of a ticket: queue number and the booking's last four digits. */
export function TicketCard({ ticket }: { ticket: TicketGlimpse }) {
  const t = useTranslations("kiosk.ticket");
  if (ticket.queueNumber === null && ticket.last4 === null) return null;
  return (
    <Card className="px-11 py-7 scarce:py-3">
      <dl className="flex items-end justify-between gap-10">
        {ticket.queueNumber !== null && (
          <div className="min-w-0">
            <dt className="text-small text-soft">{t("queueNumber")}</dt>
            <dd className="text-[2.3em] scarce:text-[1.5em] leading-[1.15] font-number tracking-[-0.03em] whitespace-nowrap tabular-nums">
              {ticket.queueNumber}
            </dd>
          </div>
        )}
        {ticket.last4 !== null && (
          <div className="min-w-0 not-first:text-right">
            <dt className="text-small text-soft">{t("last4")}</dt>
            <dd className="text-[1.7em] scarce:text-[1.3em] leading-[1.35] font-head tracking-[-0.015em] tabular-nums">
              {ticket.last4}
            </dd>
          </div>
        )}
      </dl>
    </Card>
  );
}

/** The same in one line, for under the voucher number. */
export function TicketLine({ ticket, className }: { ticket: TicketGlimpse; className?: string }) {
  const t = useTranslations("kiosk.ticket");
  const parts = [
    ticket.queueNumber === null ? null : t("queueNumberLine", { number: ticket.queueNumber }),
    ticket.last4 === null ? null : t("last4Line", { digits: ticket.last4 }),
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return <p className={className}>{parts.join("  ·  ")}</p>;
}
