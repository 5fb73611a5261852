"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { memo } from "react";
import type { HallLine } from "@/lib/hall/types";
import { useWords } from "../use-words";

/** The columns of the hall's list; the bar takes what is left. */
export const HALL_GRID =
  "grid grid-cols-[84px_92px_minmax(120px,1fr)_116px_130px] items-center gap-4 tall:grid-cols-[80px_88px_minmax(100px,1fr)_108px_126px] tall:gap-3";

/** The line of the promise stands at four fifths of the bar, so that what lies beyond it can be seen growing. */
const LINE_PERCENT = 80;
/** Nearly late is the last quarter of the promise, half an hour at most. */
const NEAR_MINUTES = 30;
const NEAR_PART = 1 / 4;

interface HallRowProps {
  readonly line: HallLine;
  readonly over: boolean;
  /** Whole minutes to the end of the promise; below 0 beyond it. */
  readonly left: number;
  /** Whole minutes waited, and promised. */
  readonly waited: number;
  readonly promise: number;
}

const told = (line: HallLine) => JSON.stringify(line);

/** Hundreds may wait, and the page counts every second: a row is drawn anew when its minute or its person changed. */
export const HallRow = memo(
  Row,
  (one, other) =>
    one.left === other.left &&
    one.waited === other.waited &&
    one.over === other.over &&
    one.promise === other.promise &&
    (one.line === other.line || told(one.line) === told(other.line)),
);

/** One person waiting: the bar grows toward the shared line by the page's own clock; beyond it, it is gold. */
function Row({ line, over, left, waited, promise }: HallRowProps) {
  const t = useTranslations("hall");
  const { clock } = useWords();
  const near = !over && left < Math.min(NEAR_MINUTES, promise * NEAR_PART);
  const share = Math.max(0, waited / promise) * LINE_PERCENT;
  const queue = line.queueNumber ?? t("noNumber");
  return (
    <li
      data-queue={line.queueNumber ?? ""}
      data-state={over ? "over" : near ? "near" : "inside"}
      className={`${HALL_GRID} h-[68px] border-t border-line`}
    >
      <Link
        href={`/staff/tickets/${line.ticketId}`}
        aria-label={t("open", { queue })}
        className="flex min-h-12 items-center rounded-field text-[22px] font-number tracking-(--tracking-number) tabular-nums"
      >
        {queue}
      </Link>
      <span className="leading-tight text-ink-soft tabular-nums">
        {clock(line.ticketAt)}
        {line.calledAt !== null && <span className="block text-small">{t("called")}</span>}
      </span>
      <span className="relative h-full" aria-hidden="true">
        <span className="absolute inset-x-0 top-6 right-[20%] h-5 rounded-l-round bg-paper-deep" />
        <span
          style={{ width: `${Math.min(share, LINE_PERCENT)}%` }}
          className={
            "absolute top-6 left-0 h-5 " +
            (over ? "rounded-l-round bg-ink" : near ? "rounded-round bg-ink" : "rounded-round bg-ink-mid")
          }
        />
        {over && (
          <span
            style={{ width: `${Math.min(share - LINE_PERCENT, 100 - LINE_PERCENT)}%` }}
            className="absolute top-6 left-[80%] h-5 rounded-r-round bg-gold shadow-[inset_0_0_0_2px_var(--color-ink)]"
          />
        )}
        <span className="absolute inset-y-0 left-[80%] -ml-[1.5px] w-[3px] bg-ink" />
      </span>
      <Chance line={line} over={over} />
      <span className="text-right leading-tight">
        <strong className="block text-[19px] font-head whitespace-nowrap tabular-nums">
          {over ? t("over", { minutes: Math.max(0, -left - 1) }) : t("left", { minutes: left })}
        </strong>
        {line.voucher ? (
          <Link
            href={`/staff/vouchers/${line.voucher.id}`}
            className="text-small underline underline-offset-4"
          >
            {t("voucher", { number: line.voucher.number })}
          </Link>
        ) : (
          over && <span className="text-small text-ink-soft">{t("noVoucher")}</span>
        )}
      </span>
    </li>
  );
}

/** The chance of passing the promise: a word, a bar, and what would prevent it. */
function Chance({ line, over }: { line: HallLine; over: boolean }) {
  const t = useTranslations("hall");
  if (over || line.word === null || line.chance === null) {
    return <span className="text-small text-ink-soft">{over ? t("passed") : ""}</span>;
  }
  const high = line.word === "LIKELY" || line.word === "ALMOST_SURE";
  return (
    <span className="leading-tight">
      <span className={`block text-small ${high ? "font-strong text-amber" : ""}`}>
        {t(`chance.${line.word}`)}
      </span>
      <span aria-hidden="true" className="mt-1 block h-1.5 w-24 max-w-full rounded-round bg-paper-deep">
        <span
          style={{ width: `${Math.round(line.chance * 100)}%` }}
          className={`block h-full rounded-round ${high ? "bg-amber" : "bg-ink-mid"}`}
        />
      </span>
      {line.prevention && (
        <span className="mt-0.5 block text-small text-ink-soft">
          {line.prevention.kind === "CALL_FIRST"
            ? t("prevention.CALL_FIRST")
            : t("prevention.COUNTERS", { more: line.prevention.more })}
        </span>
      )}
    </span>
  );
}
