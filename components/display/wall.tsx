"use client";

import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Logo } from "@/components/ui/logo";
import { Motif } from "@/components/ui/motif";
import { VoucherNumber } from "@/components/ui/voucher-number";
import type { WallState } from "@/lib/hall/calls/types";
import { announce, chime, readyVoices, soundReady } from "./announce";
import { newCalls } from "./new-calls";
import { useWall } from "./use-wall";

/** "K-003" as it is read aloud: its letters and figures one by one. */
const spelled = (number: string) => [...number.replace(/-/g, "")].join(" ");

/** The number called, as large as the wall allows, and where to go with it. */
export function Wall({ first }: { first: WallState }) {
  const t = useTranslations("display");
  const format = useFormatter();
  const language = useLocale();
  const { state, now, lost } = useWall(first);
  const [silent, setSilent] = useState(false);
  const { office, room } = state;
  const [newest, ...others] = state.called;
  const call = newest ? `${newest.number} ${newest.counter} ${newest.calls}` : null;

  const tell = useEffectEvent((calls: ReturnType<typeof newCalls>) => {
    const sentences = calls.map(({ number, counter }) => t("spoken", { number: spelled(number), counter }));
    void announce(sentences, language).then((heard) => setSilent(!heard));
  });
  // A wall that was loaded anew shows what was called before, and does not call it again.
  const before = useRef(state.called);
  useEffect(() => {
    const calls = newCalls(before.current, state.called);
    before.current = state.called;
    if (calls.length > 0) tell(calls);
  }, [state.called]);
  useEffect(() => {
    readyVoices();
    void soundReady().then((ready) => setSilent(!ready));
  }, []);

  return (
    <main className="relative flex min-h-0 flex-1 flex-col px-[4.6vw] py-[4vh]">
      <Motif tone="navy" />
      <header className="relative flex items-center gap-[1.6vw]">
        <Logo className="size-[4vw]" />
        <p className="mr-auto text-[2.1vw] font-head">{office}</p>
        {silent && (
          <button
            type="button"
            onClick={() => void chime().then((heard) => setSilent(!heard))}
            className="rounded-field bg-gold px-[1.6vw] py-[1vh] text-[1.6vw] font-head text-ink"
          >
            {t("soundOn")}
          </button>
        )}
        <time className="text-[3.4vw] font-head tabular-nums">
          {format.dateTime(now, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}
        </time>
      </header>
      <section aria-live="assertive" className="relative flex min-h-0 flex-1 flex-col justify-center">
        {newest ? (
          <div key={call} className="animate-arrive">
            <h1 className="text-[3.6vw] font-head">{t("calling")}</h1>
            <p className="text-gold">
              <VoucherNumber number={newest.number} className="wall-number" />
            </p>
            <p className="text-[5vw] leading-tight font-head">{t("goTo", { counter: newest.counter })}</p>
          </div>
        ) : (
          <div>
            <h1 className="max-w-[70vw] text-[6vw] leading-tight font-head">{t("nobody")}</h1>
            <p className="mt-[3vh] max-w-[64vw] text-[2.6vw] text-on-navy-soft">{t("wait", { room })}</p>
          </div>
        )}
      </section>
      <footer className="relative flex items-baseline gap-[2vw] border-t border-current/25 pt-[2.4vh] text-[2.2vw]">
        {lost ? (
          <p role="status" className="font-head text-gold">
            {t("lost")}
          </p>
        ) : (
          <>
            {others.length > 0 && (
              <p className="text-on-navy-soft">
                {t("alsoCalled")}{" "}
                {others.map(({ number, counter }) => (
                  <span key={number} className="ml-[1.4vw] whitespace-nowrap">
                    <strong className="text-on-navy tabular-nums">{number}</strong> {counter}
                  </span>
                ))}
              </p>
            )}
            {others.length === 0 && state.next.length > 0 && (
              <p className="text-on-navy-soft">
                {t("next")}{" "}
                {state.next.map((number) => (
                  <strong key={number} className="ml-[1.4vw] text-on-navy tabular-nums">
                    {number}
                  </strong>
                ))}
              </p>
            )}
            <p className="ml-auto text-on-navy-soft">{t("apology")}</p>
          </>
        )}
      </footer>
    </main>
  );
}
