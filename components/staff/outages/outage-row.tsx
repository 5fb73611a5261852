"use client";

import { useTranslations } from "next-intl";
import type { OutageView } from "@/lib/queue/types";
import { buttonClass, TEXT_LINK } from "../styles";
import type { OutageTask } from "./outage-form";
import { useSpans } from "./use-spans";

/** One disruption: when and what, what can be done with it, and everything that was ever said of it. */
export function OutageRow({
  outage,
  today,
  onTask,
}: {
  outage: OutageView;
  today: string;
  onTask: (task: OutageTask) => void;
}) {
  const t = useTranslations("outages");
  const spans = useSpans(today);
  const open = outage.state === "GOING_ON";
  return (
    <li data-outage={outage.state} className="border-t border-line py-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <div className="min-w-0 flex-[1_0_18rem]">
          <p className="flex flex-wrap items-center gap-x-3 text-lead font-head break-words">
            {outage.system}
            <span
              className={`rounded-round px-3 py-0.5 text-small font-strong ${open ? "bg-amber-wash text-amber" : "bg-paper-deep text-ink-soft"}`}
            >
              {t(`state.${outage.state}`)}
            </span>
          </p>
          <p className="tabular-nums">{spans.span(outage)}</p>
          <p className="text-ink-soft break-words">{outage.reason}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          {open && (
            <button
              type="button"
              onClick={() => onTask({ kind: "END", outage })}
              className={buttonClass("primary", "small")}
            >
              {t("end")}
            </button>
          )}
          {outage.state !== "WITHDRAWN" && (
            <>
              <button
                type="button"
                onClick={() => onTask({ kind: "CORRECT", outage })}
                className={buttonClass("secondary", "small")}
              >
                {t("correct")}
              </button>
              <button
                type="button"
                onClick={() => onTask({ kind: "WITHDRAW", outage })}
                className={buttonClass("secondary", "small")}
              >
                {t("withdraw")}
              </button>
            </>
          )}
        </div>
      </div>
      {outage.history.length > 0 && (
        <details className="mt-2">
          <summary className={`${TEXT_LINK} cursor-pointer text-small`}>
            {t("history", { count: outage.history.length })}
          </summary>
          <ol className="mt-1 flex flex-col gap-2 text-small text-ink-soft">
            {outage.history.map((event) => (
              <li key={event.id}>
                <strong className="text-ink">{t(`event.${event.kind}`)}</strong>{" "}
                {t("by", { name: event.byName ?? "none", at: spans.moment(event.at) })}
                <span className="block">
                  {event.system}, {spans.span(event)}: {event.reason}
                </span>
                {event.note !== null && <span className="block">{t("note", { note: event.note })}</span>}
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}
