"use client";

import { useTranslations } from "next-intl";
import type { CallAnswer, CalledLine, CompensationSeries } from "@/lib/hall/calls/types";
import { Refusal } from "../refusal";
import { buttonClass, SHEET } from "../styles";
import type { Send } from "../types";
import { useRequest } from "../use-request";
import { useWords } from "../use-words";

/** Who waits to be called, in order, and who was not there; these are called again when they come back. */
export function WaitingLines({
  series,
  counter,
  callAgain,
}: {
  series: CompensationSeries;
  /** The counter that is free to call; null while it has somebody, or none was chosen. */
  counter: string | null;
  callAgain: Send<CallAnswer>;
}) {
  const t = useTranslations("staff.series");
  const { clock } = useWords();
  return (
    <div className="grid gap-6">
      <section className={`${SHEET} p-6`}>
        <h2 className="text-lead font-head">{t("waiting", { count: series.waiting.length })}</h2>
        <ol className="mt-2">
          {series.waiting.map((line) => (
            <li
              key={line.voucherId}
              className="flex items-baseline justify-between border-t border-line py-3 tabular-nums"
            >
              <strong className="text-lead font-number">{line.number}</strong>
              <span className="text-ink-soft">{t("since", { time: clock(line.since) })}</span>
            </li>
          ))}
        </ol>
      </section>
      {series.absent.length > 0 && (
        <section className={`${SHEET} p-6`}>
          <h2 className="text-lead font-head">{t("notThere")}</h2>
          <ul className="mt-2">
            {series.absent.map((line) => (
              <AbsentLine key={line.voucherId} line={line} counter={counter} callAgain={callAgain} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function AbsentLine({
  line,
  counter,
  callAgain,
}: {
  line: CalledLine;
  counter: string | null;
  callAgain: Send<CallAnswer>;
}) {
  const t = useTranslations("staff.series");
  const { clock } = useWords();
  const request = useRequest("call-again", callAgain);
  return (
    <li className="border-t border-line py-3">
      <div className="flex items-center justify-between gap-4 tabular-nums">
        <span>
          <strong className="block text-lead font-number">{line.number}</strong>
          <span className="text-ink-soft">
            {t("calledAt", { time: clock(line.calledAt), count: line.calls })}
          </span>
        </span>
        {counter !== null && (
          <button
            type="button"
            aria-busy={request.phase !== "idle"}
            aria-label={t("call", { number: line.number })}
            onClick={() => void request.run({ voucherId: line.voucherId, counter })}
            className={buttonClass("secondary", "small")}
          >
            {t("again")}
          </button>
        )}
      </div>
      <Refusal refusal={request.refusal} className="mt-2" />
    </li>
  );
}
