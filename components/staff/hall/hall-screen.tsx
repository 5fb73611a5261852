"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { DisturbanceIcon } from "@/components/ui/icons";
import type { LiveHall } from "@/lib/hall/types";
import { useFresh } from "../shell/use-fresh";
import { PAGE, SHEET, TEXT_LINK } from "../styles";
import type { Send } from "../types";
import { useOfficeNow } from "../use-office-now";
import { useWords } from "../use-words";
import { AdviceCard } from "./advice-card";
import { FeedNotice } from "./feed-notice";
import { HallAlerts } from "./hall-alerts";
import { HallFigures } from "./hall-figures";
import { HALL_GRID, HallRow } from "./hall-row";

const STATE_PATH = "/staff/hall/state";

/** The hall at one look: the line of the promise, who crosses it next, and what would keep them inside. */
export function HallScreen({ drawn, acknowledge }: { drawn: LiveHall; acknowledge: Send<null> }) {
  const t = useTranslations("hall");
  const { clock, minutes } = useWords();
  const hall = useFresh(STATE_PATH, drawn);
  const now = useOfficeNow(hall.toldAt);
  const past = hall.lines.filter(({ promiseEndsAt }) => promiseEndsAt <= now).length;
  const promise = hall.thresholdMs / 60_000;
  return (
    <div className={`${PAGE} grid items-start gap-6 wide:grid-cols-[1fr_312px]`}>
      <section aria-labelledby="hall-title" className="min-w-0">
        <div className="flex flex-wrap items-baseline gap-x-7 gap-y-1">
          <h1 id="hall-title" className="text-title">
            {t("title")}
          </h1>
          <p>{t.rich("waiting", { count: hall.lines.length, b: strong })}</p>
          <p>{t.rich("past", { count: past, b: strong })}</p>
          <p>{t.rich("expected", { count: Math.round(hall.expectedPast), b: strong })}</p>
        </div>
        <FeedNotice feed={hall.feed} now={now} />
        {hall.disturbedSince !== null && (
          <p className="mt-4 flex items-center gap-4 rounded-field bg-amber-wash px-5 py-3 text-amber">
            <DisturbanceIcon className="h-7 w-auto" />
            <span>
              <strong className="font-head">{t("disturbed", { time: clock(hall.disturbedSince) })}</strong>{" "}
              <Link href="/staff/outages" className={TEXT_LINK}>
                {t("disturbedLink")}
              </Link>
            </span>
          </p>
        )}
        <HallFigures hall={hall} now={now} />
        <div className={`${SHEET} mt-4 px-6 pb-2`}>
          <div className={`${HALL_GRID} min-h-11 text-small font-strong text-ink-soft`}>
            <span>{t("column.queue")}</span>
            <span>{t("column.since")}</span>
            <span className="relative h-6">
              <span className="absolute left-[40%] -translate-x-1/2 whitespace-nowrap">
                {minutes(promise / 2)}
              </span>
              <b className="absolute left-[80%] -translate-x-1/2 whitespace-nowrap text-ink">
                {minutes(promise)}
              </b>
            </span>
            <span>{t("column.chance")}</span>
            <span className="text-right">{t("column.left")}</span>
          </div>
          {hall.lines.length === 0 ? (
            <p className="border-t border-line py-10 text-lead text-ink-soft">{t("empty")}</p>
          ) : (
            <ol aria-label={t("list")}>
              {hall.lines.map((line) => (
                <HallRow
                  key={line.ticketId}
                  line={line}
                  over={line.promiseEndsAt <= now}
                  left={Math.floor((line.promiseEndsAt - now) / 60_000)}
                  waited={Math.floor((now - line.ticketAt) / 60_000)}
                  promise={promise}
                />
              ))}
            </ol>
          )}
        </div>
        <p className="mt-3 text-small text-ink-soft">{t("method")}</p>
      </section>
      <aside aria-label={t("needsYou")} className="flex flex-col gap-4">
        <HallAlerts hall={hall} now={now} acknowledge={acknowledge} />
        <AdviceCard advice={hall.advice} counters={hall.openCounters} />
      </aside>
    </div>
  );
}

function strong(text: React.ReactNode) {
  return <b className="text-lead font-head tabular-nums">{text}</b>;
}
