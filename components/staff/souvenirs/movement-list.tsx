"use client";

import { useTranslations } from "next-intl";
import type { MovementLine } from "@/lib/vouchers/souvenirs/types";
import { SHEET } from "../styles";
import { useWords } from "../use-words";
import { useDayOf } from "./use-day-of";

const signed = (change: number) => (change > 0 ? `+${change}` : change < 0 ? `−${-change}` : "0");

/** What came in and went out last, the newest first. */
export function MovementList({ movements }: { movements: readonly MovementLine[] }) {
  const t = useTranslations("souvenirs.movements");
  const { clock } = useWords();
  const dayOf = useDayOf();
  return (
    <details className={`${SHEET} px-7 py-2`}>
      <summary className="flex min-h-14 cursor-pointer items-center rounded-field font-head">
        {t("title")}
      </summary>
      {movements.length === 0 && <p className="pb-4 text-ink-soft">{t("none")}</p>}
      <ul className="pb-3">
        {movements.map((line) => (
          <li key={line.id} className="grid grid-cols-[4rem_1fr_auto] gap-x-4 border-t border-line py-3">
            <strong className="text-lead tabular-nums">{signed(line.change)}</strong>
            <span className="min-w-0">
              <strong>{line.item}</strong>{" "}
              <span className="text-ink-soft">
                {t(line.kind)}
                {line.number !== null && `, ${line.number}`}
                {line.byName !== null && `, ${t("by", { who: line.byName })}`}
              </span>
              {line.reason !== null && <span className="block break-words">{line.reason}</span>}
            </span>
            <span className="text-right text-small text-ink-soft">
              {dayOf(line.at)}, {clock(line.at)}
              <span className="block tabular-nums">{t("stock", { count: line.stockAfter })}</span>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
