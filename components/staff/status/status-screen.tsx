"use client";

import { useTranslations } from "next-intl";
import type { HealthLevel, HealthReport } from "@/lib/health/types";
import { useFreshPage } from "../devices/use-fresh-page";
import { SHEET } from "../styles";
import { useWords } from "../use-words";
import { LevelIcon } from "./level-icon";
import { StatusRow } from "./status-row";

const URGENCY: readonly HealthLevel[] = ["BAD", "WARN", "OK"];

/** Each level has a colour, a shape and a word. */
const TONES: Readonly<Record<HealthLevel, string>> = {
  OK: "bg-green-wash text-green",
  WARN: "bg-amber-wash text-amber",
  BAD: "bg-amber text-paper",
};

/**
 * The system's state for whoever answers for it: one sentence for all of it, then what needs somebody, the most urgent
 * first, then what is well. It looks again every few seconds.
 * @param ahead the office's clock minus the system's, in milliseconds
 */
export function StatusScreen({ report, ahead }: { report: HealthReport; ahead: number }) {
  const t = useTranslations("health");
  const { clock } = useWords();
  useFreshPage();
  const { level, checks } = report;
  const troubles = checks
    .filter((check) => check.level !== "OK")
    .sort((one, other) => URGENCY.indexOf(one.level) - URGENCY.indexOf(other.level));
  const well = checks.filter((check) => check.level === "OK");
  const count = checks.filter((check) => check.level === level).length;
  return (
    <div className="flex flex-col gap-6">
      <div
        role="status"
        data-level={level}
        className={`flex items-start gap-5 rounded-control px-6 py-5 ${TONES[level]}`}
      >
        <LevelIcon level={level} className="mt-1 h-9 w-9 shrink-0" />
        <div className="mr-auto min-w-0">
          <h2 className="text-lead font-head">{t(`all.${level}`, { count })}</h2>
          <p className="mt-1">{t(`allMore.${level}`)}</p>
        </div>
        <p className="shrink-0 pt-1 text-small tabular-nums">
          {t("looked", { time: clock(report.at + ahead) })}
        </p>
      </div>
      {troubles.length > 0 && (
        <section aria-labelledby="status-troubles">
          <h2 id="status-troubles" className="mb-3 text-lead">
            {t("troubles")}
          </h2>
          <ul className="flex flex-col gap-4">
            {troubles.map((check) => (
              <StatusRow key={check.key} check={check} ahead={ahead} />
            ))}
          </ul>
        </section>
      )}
      {well.length > 0 && (
        <section aria-labelledby="status-well">
          <h2 id="status-well" className={troubles.length > 0 ? "mb-3 text-lead" : "sr-only"}>
            {t("well")}
          </h2>
          <ul className={`${SHEET} grid gap-x-10 px-6 py-2 wide:grid-cols-2`}>
            {well.map((check) => (
              <StatusRow key={check.key} check={check} ahead={ahead} />
            ))}
          </ul>
        </section>
      )}
      <p className="text-small text-ink-soft">{t("manual")}</p>
    </div>
  );
}
