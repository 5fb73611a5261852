"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { TriedPatterns } from "@/lib/vouchers/office-settings/types";
import { RefusalNote } from "../access/refusal-note";
import { useSend } from "../access/use-send";
import { buttonClass, FIELD } from "../styles";
import type { Send } from "../types";
import { useDraft } from "./draft-context";

/** A code is tried with the patterns as they stand typed; neither page nor server keeps it. */
export function PatternTry({ send: ask }: { send: Send<TriedPatterns> }) {
  const t = useTranslations("settings.try");
  const problems = useTranslations("settings.problem");
  const id = useId();
  const { draft } = useDraft();
  const [text, setText] = useState("");
  const [tried, setTried] = useState<TriedPatterns | null>(null);
  const { pending, refusal, send } = useSend(ask);
  const attempt = () => {
    setTried(null);
    send({ patterns: draft.bookingPatterns, text }, setTried);
  };
  const { row = "", reason = "FORMAT" } = refusal?.details ?? {};
  return (
    <div className="flex flex-col gap-2 rounded-field bg-paper-deep p-5">
      <label htmlFor={id} className="font-strong">
        {t("label")}
      </label>
      <p className="text-small text-ink-soft">{t("hint")}</p>
      <div className="flex flex-wrap gap-2">
        <input
          id={id}
          value={text}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            attempt();
          }}
          className={`${FIELD} min-w-48 flex-1 text-body`}
        />
        <button type="button" aria-busy={pending} onClick={attempt} className={buttonClass("secondary")}>
          {t("do")}
        </button>
      </div>
      <div role="status" className="empty:hidden">
        {tried !== null && (
          <p className={`font-strong ${tried.outcome === "BOOKING" ? "text-green" : "text-amber"}`}>
            {t(tried.outcome, { code: tried.code ?? "" })}
          </p>
        )}
        {refusal?.code === "BAD_PATTERN" && (
          <p className="font-strong text-amber">
            {t("badPattern", { row, problem: problems(String(reason) as "FORMAT", { limit: "300" }) })}
          </p>
        )}
      </div>
      {refusal !== null && refusal.code !== "BAD_PATTERN" && <RefusalNote refusal={refusal} />}
    </div>
  );
}
