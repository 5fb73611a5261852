"use client";

import { useTranslations } from "next-intl";
import type { SouvenirRow } from "@/lib/vouchers/souvenirs/types";
import { buttonClass } from "../styles";
import type { StockTask } from "./stock-form";

const TASKS: readonly StockTask[] = ["deliver", "count", "change"];

/** One item: how many are left, whether that is few, and what a supervisor can do about it. */
export function StockRow({
  item,
  onTask,
}: {
  item: SouvenirRow;
  /** Null for those who only look. */
  onTask: ((task: StockTask) => void) | null;
}) {
  const t = useTranslations("souvenirs.stock");
  const few = item.level === "LOW" || item.level === "NONE_LEFT";
  // Nobody knows what a delivery is added to before the first count.
  const tasks = item.level === "NOT_COUNTED" ? TASKS.filter((task) => task !== "deliver") : TASKS;
  return (
    <li
      data-item={item.name}
      data-level={item.level}
      className="flex flex-wrap items-center gap-x-4 gap-y-3 border-t border-line py-4"
    >
      <div className="mr-auto min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 text-lead font-head break-words">
          {item.name}
          {few && !item.retired && (
            <span className="rounded-round bg-amber-wash px-3 py-0.5 text-small font-strong text-amber">
              {t(item.level === "LOW" ? "low" : "none")}
            </span>
          )}
        </p>
        <p className="text-ink-soft tabular-nums">
          {item.stock === null ? t("notCounted") : t("left", { count: item.stock })}
          {item.stock !== null && !item.retired && `. ${t("lowMark", { count: item.lowMark })}.`}
        </p>
      </div>
      {onTask && (
        <div className="flex flex-wrap gap-2">
          {tasks.map((task) => (
            <button
              key={task}
              type="button"
              aria-label={`${t(task)}: ${item.name}`}
              onClick={() => onTask(task)}
              className={buttonClass(
                task === "count" && item.level === "NOT_COUNTED" ? "primary" : "secondary",
                "small",
              )}
            >
              {t(task)}
            </button>
          ))}
        </div>
      )}
    </li>
  );
}
