"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useEffect, useId, useRef, useState } from "react";
import type { TicketView } from "@/lib/vouchers/types";
import { LostServer, Refusal } from "../refusal";
import { buttonClass, FIELD, SHEET } from "../styles";
import type { Send } from "../types";
import { useRequest } from "../use-request";
import { useScanner } from "../use-scanner";
import { useWords } from "../use-words";
import { withoutScan } from "../without-scan";

const MIN_LETTERS = 2;

/**
 * Finds a ticket of today by booking, last digits or queue number. What is asked for never enters an address, because a
 * booking number is personal.
 */
export function TicketSearch({ find }: { find: Send<TicketView[]> }) {
  const t = useTranslations("staff.tickets");
  const id = useId();
  const request = useRequest("find-tickets", find, { keyed: false });
  const [query, setQuery] = useState("");
  const [missing, setMissing] = useState(false);
  const [found, setFound] = useState<readonly TicketView[] | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const finding = request.phase !== "idle";
  const look = async (text: string) => {
    const answer = await request.run({ query: text });
    if (answer?.ok) setFound(answer.value);
  };
  useScanner((text) => {
    setQuery((before) => withoutScan(before, text));
    setMissing(false);
    void look(text);
  });
  useEffect(() => heading.current?.focus(), [found]);
  const submit = () => {
    const short = query.trim().length < MIN_LETTERS;
    setMissing(short);
    if (short) document.getElementById(`${id}-query`)?.focus();
    else void look(query);
  };
  return (
    <>
      <form
        method="post"
        role="search"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        className={`${SHEET} p-8`}
      >
        <h1 className="text-title">{t("title")}</h1>
        <p className="mt-2 text-ink-soft">{t("lead")}</p>
        <label htmlFor={`${id}-query`} className="mt-6 block font-head">
          {t("query")}
        </label>
        <div className="mt-2 flex flex-wrap gap-3">
          <input
            id={`${id}-query`}
            autoFocus
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            placeholder="B-041 / 4821"
            aria-invalid={missing}
            aria-describedby={missing ? `${id}-missing` : undefined}
            className={`${FIELD} min-h-18 flex-[1_1_20rem] text-[28px] tabular-nums`}
          />
          <button
            type="submit"
            aria-busy={finding}
            className={`${buttonClass("primary", "large")} min-h-18 flex-[0_1_13rem]`}
          >
            {t(finding ? "finding" : "find")}
          </button>
        </div>
        <div role="alert">
          {missing && (
            <p id={`${id}-missing`} className="mt-2 font-strong text-amber">
              {t("missing")}
            </p>
          )}
        </div>
        <Refusal refusal={request.refusal} className="mt-4" />
        <LostServer lost={request.phase === "lost"} className="mt-4" />
      </form>
      {found !== null && (
        <section aria-labelledby={`${id}-found`} className={`${SHEET} mt-6 px-8 py-6`}>
          <h2 id={`${id}-found`} ref={heading} tabIndex={-1} className="text-lead outline-0">
            {found.length === 0 ? t("none") : t("found", { count: found.length })}
          </h2>
          {found.length === 0 && <p className="mt-2 text-ink-soft">{t("noneHint")}</p>}
          <ul className="mt-2">
            {found.map((ticket) => (
              <FoundTicket key={ticket.id} ticket={ticket} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function FoundTicket({ ticket }: { ticket: TicketView }) {
  const t = useTranslations("staff");
  const { clock, wait } = useWords();
  const outcome = t.has(`ticket.outcome.${ticket.outcome}`) ? ticket.outcome : "OTHER";
  return (
    <li className="border-t border-line">
      <Link
        href={`/staff/tickets/${ticket.id}`}
        className="-mx-4 grid min-h-20 grid-cols-[7rem_1fr_auto] items-center gap-4 rounded-field px-4 py-3"
      >
        <strong className="text-[26px] leading-tight font-number tracking-(--tracking-number) tabular-nums">
          {ticket.queueNumber ?? "–"}
        </strong>
        <span className="min-w-0 leading-snug">
          <strong className="block">{ticket.applicantName ?? t("tickets.unnamed")}</strong>
          <span className="block text-small text-ink-soft">
            {ticket.last4 !== null && <>{t("vouchers.last4", { last4: ticket.last4 })}, </>}
            {ticket.ticketAt === null
              ? t("tickets.noNumber")
              : t("tickets.since", { time: clock(ticket.ticketAt) })}
          </span>
        </span>
        <span className="text-right leading-snug">
          <strong className="block">
            {ticket.voucher === null
              ? t(`ticket.outcome.${outcome}`)
              : t("tickets.voucher", { number: ticket.voucher.number })}
          </strong>
          {ticket.waitedMs !== null && (
            <span className="block text-small text-ink-soft">{wait(ticket.waitedMs)}</span>
          )}
        </span>
      </Link>
    </li>
  );
}
