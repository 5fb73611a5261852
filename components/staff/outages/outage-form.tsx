"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { OutagePreview } from "@/lib/hall/types";
import type { OutageView } from "@/lib/queue/types";
import { LostServer, Refusal } from "../refusal";
import { buttonClass, FIELD, SHEET } from "../styles";
import type { Send } from "../types";
import { useRequest } from "../use-request";
import { MomentChoice } from "./moment-choice";
import { OutageEffect } from "./outage-effect";
import { useStatement } from "./use-statement";

export type OutageTask =
  | { readonly kind: "DECLARE" }
  | { readonly kind: "CORRECT" | "END" | "WITHDRAW"; readonly outage: OutageView };

/** The usual suspects, each one tap; anything else is typed. */
const SYSTEMS = ["smart", "biometric", "network", "power"] as const;

/** States a disruption; before it is saved the form shows what it does to people waiting and to vouchers. */
export function OutageForm({
  task,
  today,
  preview,
  change,
  onDone,
  onCancel,
}: {
  task: OutageTask;
  today: string;
  preview: Send<OutagePreview>;
  change: Send<{ outageId: string }>;
  onDone: () => void;
  onCancel: (() => void) | null;
}) {
  const t = useTranslations("outages");
  const id = useId();
  const { statement, edit, problem, input } = useStatement(task, today);
  const [effect, setEffect] = useState<{ readonly of: string; readonly value: OutagePreview } | null>(null);
  const [note, setNote] = useState("");
  const [missing, setMissing] = useState<string | null>(null);
  const looking = useRequest("preview-outage", preview, { keyed: false });
  const saving = useRequest("change-outage", change);
  const wanted = JSON.stringify(input);
  // An effect counts only for the very words that it was asked for.
  const shown = effect?.of === wanted ? effect.value : null;
  const words = task.kind === "DECLARE" || task.kind === "CORRECT";
  const look = async () => {
    setMissing(problem);
    if (problem !== null) return;
    const answer = await looking.run(input);
    if (answer?.ok) setEffect({ of: wanted, value: answer.value });
  };
  const save = async () => {
    if (!shown) return;
    const short = shown.backDated && note.trim().length < 5;
    setMissing(short ? "note" : null);
    if (short) return;
    const answer = await saving.run({ ...input, ...(shown.backDated ? { note: note.trim() } : {}) });
    if (answer?.ok) onDone();
  };
  return (
    <form
      method="post"
      noValidate
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        void (shown ? save() : look());
      }}
      className={`${SHEET} flex flex-col gap-4 p-7`}
    >
      <div>
        <h1 id={`${id}-title`} className="text-title">
          {t(`task.${task.kind}.title`)}
        </h1>
        <p className="mt-1 text-ink-soft">
          {t(`task.${task.kind}.lead`, { system: task.kind === "DECLARE" ? "" : task.outage.system })}
        </p>
      </div>
      {words && (
        <>
          <div>
            <label htmlFor={`${id}-system`} className="font-head">
              {t("system")}
            </label>
            <div className="mt-2 grid grid-cols-2 gap-2 tall:grid-cols-4">
              {SYSTEMS.map((name) => (
                <button
                  key={name}
                  type="button"
                  aria-pressed={statement.system === t(`systems.${name}`)}
                  onClick={() => edit({ system: t(`systems.${name}`) })}
                  className={`${buttonClass("secondary", "small")} aria-pressed:bg-gold-wash`}
                >
                  {t(`systems.${name}`)}
                </button>
              ))}
            </div>
            <input
              id={`${id}-system`}
              value={statement.system}
              maxLength={40}
              autoComplete="off"
              aria-invalid={missing === "system"}
              onChange={(event) => edit({ system: event.target.value })}
              className={`${FIELD} mt-2`}
            />
          </div>
          <div>
            <label htmlFor={`${id}-reason`} className="font-head">
              {t("reason")}
            </label>
            <input
              id={`${id}-reason`}
              value={statement.reason}
              maxLength={200}
              autoComplete="off"
              aria-invalid={missing === "reason"}
              onChange={(event) => edit({ reason: event.target.value })}
              className={`${FIELD} mt-2`}
            />
          </div>
          <MomentChoice
            legend={t("from")}
            name="from"
            options={task.kind === "DECLARE" ? ["NOW", "TYPED"] : ["KEEP", "TYPED"]}
            value={statement.from}
            onChange={(from) => edit({ from })}
          />
        </>
      )}
      {task.kind !== "WITHDRAW" && (
        <MomentChoice
          legend={t("until")}
          name="until"
          options={
            task.kind === "DECLARE"
              ? ["OPEN", "TYPED"]
              : task.kind === "END"
                ? ["NOW", "TYPED"]
                : task.outage.endedAt === null
                  ? ["OPEN", "NOW", "TYPED"]
                  : ["KEEP", "OPEN", "TYPED"]
          }
          value={statement.until}
          onChange={(until) => edit({ until })}
        />
      )}
      {shown && <OutageEffect effect={shown} note={note} onNote={setNote} noteInvalid={missing === "note"} />}
      <div role="alert" className={missing === null ? "contents" : ""}>
        {missing !== null && <p className="font-strong text-amber">{t(`missing.${missing}`)}</p>}
      </div>
      <Refusal refusal={looking.refusal ?? saving.refusal} />
      <LostServer lost={looking.phase === "lost" || saving.phase === "lost"} />
      <div className="flex flex-wrap gap-3">
        {(!shown || shown.allowed) && (
          <button
            type="submit"
            aria-busy={looking.phase !== "idle" || saving.phase !== "idle"}
            className={`${buttonClass("primary")} flex-[2_1_12rem]`}
          >
            {shown ? t(`task.${task.kind}.do`) : t("look")}
          </button>
        )}
        {onCancel && (
          <button type="button" onClick={onCancel} className={`${buttonClass("secondary")} flex-[1_1_8rem]`}>
            {t("cancel")}
          </button>
        )}
      </div>
    </form>
  );
}
