"use client";

import { useTranslations } from "next-intl";
import type { CallAnswer, CalledLine, CompensationSeries } from "@/lib/hall/calls/types";
import { VoucherNumber } from "@/components/ui/voucher-number";
import { LostServer, Refusal } from "../refusal";
import { buttonClass, CHOICE, SHEET } from "../styles";
import type { Send } from "../types";
import { useRequest } from "../use-request";
import { useWords } from "../use-words";
import { useCounter } from "./use-counter";
import { WaitingLines } from "./waiting-lines";

export interface SeriesBoardProps {
  readonly series: CompensationSeries;
  readonly callNext: Send<CallAnswer>;
  readonly callAgain: Send<CallAnswer>;
  readonly endCall: Send<CallAnswer>;
}

/** One counter's place in the compensation series: whom it has called, and whom it calls next. */
export function SeriesBoard({ series, callNext, callAgain, endCall }: SeriesBoardProps) {
  const t = useTranslations("staff.series");
  const [counter, choose] = useCounter(series.counters);
  const here = series.called.find((line) => line.counter === counter);
  const elsewhere = series.called.filter((line) => line.counter !== counter);
  return (
    <div className="grid items-start gap-6 wide:grid-cols-[1fr_minmax(340px,420px)]">
      <section className={`${SHEET} p-8`}>
        <h1 className="text-title font-head tracking-head">{t("title")}</h1>
        <fieldset className="mt-5">
          <legend className="mb-2 text-ink-soft">{t("counter")}</legend>
          <div className="flex flex-wrap gap-2">
            {series.counters.map((name) => (
              <label key={name} className={`${CHOICE} min-w-32`}>
                <input
                  type="radio"
                  name="counter"
                  checked={name === counter}
                  onChange={() => choose(name)}
                  className="sr-only"
                />
                {name}
              </label>
            ))}
          </div>
        </fieldset>
        {counter === null && <p className="mt-6 text-lead">{t("chooseCounter")}</p>}
        {counter !== null && here && (
          <Here key={here.voucherId} line={here} callAgain={callAgain} endCall={endCall} />
        )}
        {counter !== null && !here && (
          <CallNext counter={counter} next={series.waiting[0]?.number ?? null} callNext={callNext} />
        )}
        {elsewhere.length > 0 && (
          <ul aria-label={t("elsewhere")} className="mt-8 flex flex-wrap gap-x-8 gap-y-2 text-ink-soft">
            {elsewhere.map((line) => (
              <li key={line.voucherId}>
                <strong className="text-ink tabular-nums">{line.number}</strong> {line.counter}
              </li>
            ))}
          </ul>
        )}
      </section>
      <WaitingLines series={series} counter={here ? null : counter} callAgain={callAgain} />
    </div>
  );
}

function CallNext({
  counter,
  next,
  callNext,
}: {
  counter: string;
  next: string | null;
  callNext: Send<CallAnswer>;
}) {
  const t = useTranslations("staff.series");
  const request = useRequest("call-next", callNext);
  const sending = request.phase !== "idle";
  return (
    <div className="mt-8">
      <p className="mb-4 text-lead" aria-live="polite">
        {next === null ? t("nobody") : t("nextIs", { number: next })}
      </p>
      <button
        type="button"
        aria-busy={sending}
        aria-disabled={next === null}
        onClick={() => next !== null && void request.run({ counter })}
        className={`${buttonClass(next === null ? "waiting" : "gold", "large")} w-full`}
      >
        {sending ? t("calling") : next === null ? t("callNext") : t("call", { number: next })}
      </button>
      <Refusal refusal={request.refusal} className="mt-3" />
      <LostServer lost={request.phase === "lost"} className="mt-3" />
    </div>
  );
}

function Here({
  line,
  callAgain,
  endCall,
}: {
  line: CalledLine;
  callAgain: Send<CallAnswer>;
  endCall: Send<CallAnswer>;
}) {
  const t = useTranslations("staff.series");
  const { clock } = useWords();
  const again = useRequest("call-again", callAgain);
  const end = useRequest("end-call", endCall);
  const { voucherId, counter, number } = line;
  const finish = (how: "SERVED" | "ABSENT") => void end.run({ voucherId, end: how });
  return (
    <div className="mt-8" aria-live="polite">
      <p className="text-lead">{t("calledHere", { time: clock(line.calledAt), count: line.calls })}</p>
      <p className="mt-5 text-number leading-none">
        <VoucherNumber number={number} />
      </p>
      <div className="mt-6 grid gap-3 wide:grid-cols-3">
        <button
          type="button"
          aria-busy={end.phase !== "idle"}
          onClick={() => finish("SERVED")}
          className={buttonClass("primary", "large")}
        >
          {t("served")}
        </button>
        <button
          type="button"
          aria-busy={again.phase !== "idle"}
          onClick={() => void again.run({ voucherId, counter })}
          className={buttonClass("secondary", "large")}
        >
          {t("again")}
        </button>
        <button
          type="button"
          aria-busy={end.phase !== "idle"}
          onClick={() => finish("ABSENT")}
          className={buttonClass("secondary", "large")}
        >
          {t("absent")}
        </button>
      </div>
      <Refusal refusal={end.refusal ?? again.refusal} className="mt-3" />
      <LostServer lost={end.phase === "lost" || again.phase === "lost"} className="mt-3" />
    </div>
  );
}
