"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { AlertView } from "@/lib/queue/types";
import { ReasonDialog } from "../reason-dialog";
import { buttonClass, SHEET, TEXT_LINK } from "../styles";
import type { Send } from "../types";
import { useRequest } from "../use-request";
import { useWords } from "../use-words";
import { useFacts } from "./use-facts";

/** One contradiction: what the voucher stands on, what the queue says now, and the way to resolve it. */
export function AlertCard({
  alert,
  resolve,
  linked = true,
}: {
  alert: AlertView;
  resolve: Send<null>;
  /** Whether it links to its voucher and ticket; on those pages it does not. */
  linked?: boolean;
}) {
  const t = useTranslations("staff.contradictions");
  const { clock } = useWords();
  const facts = useFacts();
  const router = useRouter();
  const request = useRequest("resolve-alert", resolve, { keyed: false });
  const [writing, setWriting] = useState(false);
  const queue = alert.queueNumber ?? t("noNumber");
  return (
    <article
      data-alert={alert.id}
      className={`${SHEET} flex flex-col gap-4 border-l-8 border-amber px-7 py-6`}
    >
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h3 className="text-lead">
          {alert.voucher
            ? t("heading", { number: alert.voucher.number, queue })
            : t("headingTicket", { queue })}
        </h3>
        <p className="ml-auto text-ink-soft tabular-nums">{t("since", { time: clock(alert.at) })}</p>
      </div>
      <table className="w-full text-left">
        <thead>
          <tr className="text-small text-ink-soft">
            <th scope="col" className="py-1 pr-4 font-text">
              {t("fact")}
            </th>
            <th scope="col" className="py-1 pr-4 font-text">
              {t("before")}
            </th>
            <th scope="col" className="py-1 font-text">
              {t("after")}
            </th>
          </tr>
        </thead>
        <tbody>
          {alert.changes.map(facts).map(({ label, before, after }) => (
            <tr key={label} className="border-t border-line">
              <th scope="row" className="py-2 pr-4 font-strong">
                {label}
              </th>
              {before === null ? (
                <td colSpan={2} className="py-2">
                  {t("somebodyElse")}
                </td>
              ) : (
                <>
                  <td className="py-2 pr-4 tabular-nums">{before}</td>
                  <td className="py-2 font-head tabular-nums">{after}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {alert.resolved === null ? (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          {linked && alert.voucher && (
            <Link href={`/staff/vouchers/${alert.voucher.id}`} className={TEXT_LINK}>
              {t("openVoucher")}
            </Link>
          )}
          {linked && (
            <Link href={`/staff/tickets/${alert.ticketId}`} className={TEXT_LINK}>
              {t("openTicket")}
            </Link>
          )}
          <button
            type="button"
            onClick={() => setWriting(true)}
            className={`ml-auto ${buttonClass("primary")}`}
          >
            {t("resolve")}
          </button>
        </div>
      ) : (
        <p className="text-ink-soft">
          {t("resolvedBy", { who: alert.resolved.byName, at: clock(alert.resolved.at) })}
          <span className="mt-1 block text-ink">{alert.resolved.note}</span>
        </p>
      )}
      {writing && (
        <ReasonDialog
          title={t("resolve")}
          body={t("resolveLead")}
          label={t("resolve")}
          request={request}
          send={(note) => request.run({ alertId: alert.id, note })}
          onDone={() => {
            setWriting(false);
            router.refresh();
          }}
          onClose={() => setWriting(false)}
        />
      )}
    </article>
  );
}
