"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { HandTicketLine } from "@/lib/queue/types";
import { LostServer, Refusal } from "../refusal";
import { buttonClass, FIELD } from "../styles";
import type { Send } from "../types";
import { useRequest } from "../use-request";
import { useWords } from "../use-words";

const NEXT = { ARRIVED: "NUMBER", WAITING: "CALL", CALLED: "SERVE", SERVING: "COMPLETE" } as const;

/** One open ticket: how long it waits, and its next stage as one tap. One without a number is asked for it first. */
export function OpenTicketRow({ line, advance }: { line: HandTicketLine; advance: Send<null> }) {
  const t = useTranslations("staff.queue");
  const { clock, wait } = useWords();
  const request = useRequest("advance-ticket", advance, { keyed: false });
  const [number, setNumber] = useState("");
  const [missing, setMissing] = useState(false);
  if (line.stage === "DONE") return null;
  const { stage, queueNumber } = line;
  const asks = stage === "ARRIVED" && queueNumber === null;
  const queue = queueNumber ?? t("noNumber");
  const sending = request.phase !== "idle";
  const tap = () => {
    const short = asks && number.trim() === "";
    setMissing(short);
    if (!short)
      void request.run({ ticketId: line.id, to: NEXT[stage], queueNumber: asks ? number : undefined });
  };
  return (
    <li className="border-t border-line py-2.5">
      <form
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          tap();
        }}
        className="grid grid-cols-[minmax(5.5rem,auto)_1fr_10.5rem] items-center gap-4"
      >
        {asks ? (
          <input
            aria-label={t("newNumber")}
            placeholder={t("numberHint")}
            value={number}
            onChange={(event) => setNumber(event.target.value.toUpperCase())}
            autoComplete="off"
            autoCapitalize="characters"
            maxLength={20}
            aria-invalid={missing}
            className={`${FIELD} max-w-36 px-4 text-body`}
          />
        ) : (
          <strong className="text-[22px] font-number tracking-(--tracking-number) tabular-nums">
            {queue}
          </strong>
        )}
        <span className="min-w-0 leading-snug">
          <strong className="block">
            {t(`stage.${stage}`)}
            {line.waitedMs !== null && (stage === "WAITING" || stage === "CALLED") && (
              <span className="font-text tabular-nums"> {wait(line.waitedMs)}</span>
            )}
          </strong>
          <span className="block text-small text-ink-soft tabular-nums">
            {[
              line.last4 === null ? null : t("last4", { last4: line.last4 }),
              line.ticketAt === null ? null : t("since", { time: clock(line.ticketAt) }),
            ]
              .filter((part) => part !== null)
              .join(", ")}
          </span>
        </span>
        <button
          type="submit"
          aria-busy={sending}
          aria-label={t("nextFor", { action: t(`next.${stage}`), queue })}
          className={buttonClass(stage === "SERVING" ? "secondary" : "primary", "small")}
        >
          {t(sending ? "saving" : `next.${stage}`)}
        </button>
      </form>
      <Refusal refusal={request.refusal} className="mt-2" />
      <LostServer lost={request.phase === "lost"} className="mt-2" />
    </li>
  );
}
