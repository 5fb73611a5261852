"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { TicketView, VoucherView } from "@/lib/vouchers/types";
import { ReasonDialog } from "../reason-dialog";
import { buttonClass, SHEET, TEXT_LINK } from "../styles";
import type { Send } from "../types";
import { useRequest } from "../use-request";
import { useWords } from "../use-words";

export interface TicketCommands {
  readonly withhold: Send<TicketView>;
  readonly reopen: Send<TicketView>;
  readonly grant: Send<VoucherView>;
}

/** What a person may decide about a ticket: nothing here is purely automatic. Each decision wants its reason. */
export function TicketDecision({
  ticket,
  mayGrant,
  commands,
  onChange,
}: {
  ticket: TicketView;
  /** Whether granting is theirs at all; whether it may be done now is the ticket's. */
  mayGrant: boolean;
  commands: TicketCommands;
  onChange: (ticket: TicketView) => void;
}) {
  const t = useTranslations("staff");
  const { clock } = useWords();
  const router = useRouter();
  const [deciding, setDeciding] = useState<"withholdTicket" | "reopen" | "grant" | null>(null);
  const withhold = useRequest("withhold-ticket", commands.withhold);
  const reopen = useRequest("reopen-ticket", commands.reopen);
  const grant = useRequest("grant-voucher", commands.grant);
  const number = ticket.queueNumber ?? ticket.last4 ?? "";
  const { ruling, voucher } = ticket;
  const kind = ruling !== null && t.has(`ticket.ruling.${ruling.kind}`) ? ruling.kind : "OTHER";
  const held = ruling?.kind === "WITHHELD" && voucher === null;
  const close = () => setDeciding(null);
  const words = (purpose: "withholdTicket" | "reopen" | "grant") => ({
    title: t(`reason.${purpose}.title`, { number }),
    body: t(`reason.${purpose}.body`),
    label: t(`reason.${purpose}.do`),
    onClose: close,
  });
  const changed = (value: TicketView) => {
    close();
    onChange(value);
  };
  return (
    <section aria-labelledby="decide-title" className={`${SHEET} flex flex-col gap-4 px-8 py-7`}>
      <h2 id="decide-title" className="text-lead">
        {t("ticket.decide")}
      </h2>
      {ruling !== null && (
        <div className={`rounded-field px-5 py-3 ${held ? "bg-amber-wash" : "bg-paper-deep"}`}>
          <p className={`font-head ${held ? "text-amber" : ""}`}>
            {t(`ticket.ruling.${kind}`, { who: ruling.byName, at: clock(ruling.at) })}
          </p>
          {ruling.reason !== "" && <q>{ruling.reason}</q>}
        </div>
      )}
      {voucher !== null && (
        <>
          <p>
            <strong className="font-head">{t("ticket.voucher", { number: voucher.number })}</strong>
            {", "}
            {t(`state.${voucher.state}`)}
          </p>
          <Link href={`/staff/vouchers/${voucher.id}`} className={buttonClass("primary")}>
            {t("ticket.openVoucher")}
          </Link>
        </>
      )}
      {ticket.mayGrant && (
        <>
          <p>{t("ticket.grantLead")}</p>
          <button type="button" onClick={() => setDeciding("grant")} className={buttonClass("primary")}>
            {t("ticket.grant")}
          </button>
        </>
      )}
      {held && (
        <button type="button" onClick={() => setDeciding("reopen")} className={buttonClass("secondary")}>
          {t("ticket.reopen")}
        </button>
      )}
      {!ticket.mayGrant && !held && voucher === null && (
        <p className="text-ink-soft">{t(mayGrant ? "ticket.nothing" : "ticket.grantNot")}</p>
      )}
      {ticket.mayWithhold && (
        <button
          type="button"
          onClick={() => setDeciding("withholdTicket")}
          className={`${TEXT_LINK} self-start`}
        >
          {t("ticket.withhold")}
        </button>
      )}
      {deciding === "withholdTicket" && (
        <ReasonDialog
          {...words(deciding)}
          request={withhold}
          send={(reason) => withhold.run({ ticketId: ticket.id, reason })}
          onDone={changed}
        />
      )}
      {deciding === "reopen" && (
        <ReasonDialog
          {...words(deciding)}
          request={reopen}
          send={(reason) => reopen.run({ ticketId: ticket.id, reason })}
          onDone={changed}
        />
      )}
      {deciding === "grant" && (
        <ReasonDialog
          {...words(deciding)}
          request={grant}
          send={(reason) => grant.run({ ticketId: ticket.id, reason })}
          onDone={(granted) => router.push(`/staff/vouchers/${granted.id}`)}
        />
      )}
    </section>
  );
}
