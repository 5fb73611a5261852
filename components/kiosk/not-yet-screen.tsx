"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Ring } from "@/components/ui/ring";
import { useFrame } from "./frame-context";
import { ScreenShell } from "./screen-shell";
import { TicketCard } from "./ticket-card";
import type { AnswerOf } from "./types";
import { useWording } from "./use-wording";

const PETALS = 24;

export type NotYetScreenProps = {
  answer: AnswerOf<"NOT_YET">;
  /** Milliseconds until `answer.checkAgainFrom` on the server's clock, kept running by the page. */
  remainingMs: number;
  onDone: () => void;
};

/** Still inside the promise: the ring, and the time of day from which to scan again. It promises no claim. */
export function NotYetScreen({ answer, remainingMs, onDone }: NotYetScreenProps) {
  const t = useTranslations("kiosk.notYet");
  const { office } = useFrame();
  const { wait, clock, clockUp, hour } = useWording();
  const left = Math.max(0, remainingMs);
  const waited = answer.waitedMs + (answer.checkAgainFrom - answer.serverNow - left);
  const time = clockUp(answer.checkAgainFrom);
  return (
    <ScreenShell
      name="not-yet"
      title={t("title")}
      lead={t.rich("lead", {
        waited: wait(waited),
        since: clock(answer.ticketAt),
        strong: (chunks) => <strong className="whitespace-nowrap">{chunks}</strong>,
      })}
      heroSize="fill"
      hero={
        <div className="ring-box">
          <div className="promise-ring">
            <Ring filled={(waited / answer.thresholdMs) * PETALS} className="size-full animate-bloom" />
            <div className="ring-middle">
              {answer.afterClosing ? (
                <>
                  <p className="ring-words">{t("passes")}</p>
                  <p className="ring-time">{time}</p>
                  <p className="ring-small text-soft">
                    {t("afterClosing", { closes: hour(office.hours.closes) })}
                  </p>
                </>
              ) : (
                <>
                  <p className="ring-words">
                    {t.rich("again", {
                      br: () => <br />,
                      ask: (chunks) => <span className="ring-ask">{chunks}</span>,
                    })}
                  </p>
                  <p className="ring-time" data-check-again>
                    {time}
                  </p>
                  <Countdown remainingMs={left} />
                </>
              )}
            </div>
          </div>
        </div>
      }
      rest={
        <>
          <TicketCard ticket={answer.ticket} />
          {answer.afterClosing ? (
            <Card tone="gold" className="px-11 py-7 scarce:py-3">
              <h2 className="text-[1.15em]">{t("afterClosingTitle")}</h2>
              <p className="mt-2">{office.room.afterHours}</p>
            </Card>
          ) : (
            <p className="text-center text-soft optional-gone:hidden wide:text-left">{t("stay")}</p>
          )}
        </>
      }
      status={t("spoken", { waited: wait(answer.waitedMs), time })}
      actions={
        <Button size="kiosk" onClick={onDone}>
          {t("done")}
        </Button>
      }
    />
  );
}

/** A timer, not a live region: a screen reader is told the time of day once and is not counted at. */
function Countdown({ remainingMs }: { remainingMs: number }) {
  const t = useTranslations("kiosk.notYet");
  const seconds = Math.ceil(remainingMs / 1000);
  const parts = {
    hours: Math.floor(seconds / 3600),
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  };
  return (
    <p role="timer" aria-live="off" data-countdown className="ring-small text-soft tabular-nums">
      {seconds === 0 ? t("now") : parts.hours > 0 ? t("countdownHours", parts) : t("countdown", parts)}
    </p>
  );
}
