"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { OutagePreview } from "@/lib/hall/types";
import type { OutageView } from "@/lib/queue/types";
import { PAGE, SHEET } from "../styles";
import type { Send } from "../types";
import { OutageForm, type OutageTask } from "./outage-form";
import { OutageRow } from "./outage-row";

/** Disruptions of the last days, and the form that declares one or changes one of them. */
export function OutagesScreen({
  outages,
  today,
  preview,
  change,
}: {
  outages: readonly OutageView[];
  /** The office's date, `YYYY-MM-DD`. */
  today: string;
  preview: Send<OutagePreview>;
  change: Send<{ outageId: string }>;
}) {
  const t = useTranslations("outages");
  const [task, setTask] = useState<OutageTask>({ kind: "DECLARE" });
  const [saved, setSaved] = useState(false);
  const begin = (next: OutageTask) => {
    setSaved(false);
    setTask(next);
  };
  // A change made elsewhere meanwhile is the ground of what is typed here.
  const shown = task.kind === "DECLARE" ? null : outages.find(({ id }) => id === task.outage.id);
  const current: OutageTask = task.kind === "DECLARE" || !shown ? task : { ...task, outage: shown };
  return (
    <div className={`${PAGE} grid items-start gap-6 wide:grid-cols-[minmax(400px,480px)_1fr]`}>
      <OutageForm
        key={task.kind === "DECLARE" ? "declare" : `${task.kind}-${task.outage.id}`}
        task={current}
        today={today}
        preview={preview}
        change={change}
        onDone={() => {
          setTask({ kind: "DECLARE" });
          setSaved(true);
        }}
        onCancel={task.kind === "DECLARE" ? null : () => begin({ kind: "DECLARE" })}
      />
      <section aria-labelledby="outages-list">
        <div role="status" className={saved ? "mb-4" : "contents"}>
          {saved && (
            <p className="rounded-field bg-green-wash px-5 py-3 font-strong text-green">{t("saved")}</p>
          )}
        </div>
        <div className={`${SHEET} px-7 py-6`}>
          <h2 id="outages-list" className="text-lead">
            {t("list")}
          </h2>
          {outages.length === 0 && <p className="mt-4 text-ink-soft">{t("none")}</p>}
          <ul className="mt-3">
            {outages.map((outage) => (
              <OutageRow key={outage.id} outage={outage} today={today} onTask={begin} />
            ))}
          </ul>
        </div>
      </section>
    </div>
  );
}
