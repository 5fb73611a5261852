"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { HandTicketLine } from "@/lib/queue/types";
import { buttonClass, FIELD, SHEET, TEXT_LINK } from "../styles";
import type { Send } from "../types";
import { OpenTicketRow } from "./open-ticket-row";

/** Enough for one look; the rest is a tap away, so that a full hall does not slow the tablet. */
const FIRST_LINES = 40;

const plain = (text: string) => text.toUpperCase().replace(/[\s-]/g, "");

/** Today's open tickets, the longest waiting first, each with its next stage as one tap. */
export function OpenTickets({ lines, advance }: { lines: readonly HandTicketLine[]; advance: Send<null> }) {
  const t = useTranslations("staff.queue");
  const id = useId();
  const [search, setSearch] = useState("");
  const [whole, setWhole] = useState(false);
  const open = lines.filter(({ stage }) => stage !== "DONE");
  const wanted = plain(search);
  const matching = open.filter(
    ({ queueNumber, last4 }) => plain(queueNumber ?? "").includes(wanted) || (last4 ?? "").includes(wanted),
  );
  const shown = whole ? matching : matching.slice(0, FIRST_LINES);
  return (
    <section aria-labelledby={`${id}-title`} className={`${SHEET} flex flex-col px-7 pt-6 pb-4`}>
      <div className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
        <h2 id={`${id}-title`} className="text-lead">
          {t("today")}
        </h2>
        <p className="ml-auto text-ink-soft tabular-nums">
          {t("openCount", { count: open.length })}, {t("doneCount", { count: lines.length - open.length })}
        </p>
      </div>
      <div className="mt-4 flex gap-3">
        <input
          type="search"
          aria-label={t("search")}
          placeholder={t("search")}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          autoComplete="off"
          className={`${FIELD} text-body`}
        />
        {search !== "" && (
          <button type="button" onClick={() => setSearch("")} className={buttonClass("secondary")}>
            {t("clear")}
          </button>
        )}
      </div>
      {matching.length === 0 && (
        <p className="py-8 text-ink-soft">{t(open.length === 0 ? "none" : "noMatch")}</p>
      )}
      <ul className="mt-3">
        {shown.map((line) => (
          <OpenTicketRow key={line.id} line={line} advance={advance} />
        ))}
      </ul>
      {shown.length < matching.length && (
        <button type="button" onClick={() => setWhole(true)} className={`${TEXT_LINK} self-center`}>
          {t("more", { count: matching.length - shown.length })}
        </button>
      )}
    </section>
  );
}
