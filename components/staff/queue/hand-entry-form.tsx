"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { LostServer, Refusal } from "../refusal";
import { buttonClass, FIELD, SHEET } from "../styles";
import type { Send } from "../types";
import { useRequest } from "../use-request";
import { useScanner } from "../use-scanner";
import { withoutScan } from "../without-scan";
import { Choices } from "./choices";
import { entryInput, useEntry } from "./use-entry";

const TYPES = ["NEW", "REPLACEMENT", "OTHER"] as const;
const REASONS = ["EXPIRED", "FULL", "DATA_CHANGE", "DAMAGED", "LOST"] as const;
const CHANNELS = ["M_PASPOR", "ONLINE_QUEUE", "WALK_IN"] as const;
const YES_NO = ["yes", "no"] as const;

/**
 * Enters one applicant while SMART is silent: number, scan, Enter. The commonest answers are chosen already; after an
 * entry the cursor is back at the number. What was typed stays through every refusal.
 */
export function HandEntryForm({ enter }: { enter: Send<{ ticketId: string }> }) {
  const t = useTranslations("staff.queue");
  const id = useId();
  const { entry, problem, change, check, clear } = useEntry();
  const request = useRequest("enter-ticket", enter);
  const [saved, setSaved] = useState<string | null>(null);
  const sending = request.phase !== "idle";
  const focusNumber = () => document.getElementById(`${id}-number`)?.focus();
  const save = async (withNumber: boolean) => {
    setSaved(null);
    if (!check(withNumber)) {
      if (withNumber && entry.queueNumber.trim() === "") focusNumber();
      return;
    }
    const answer = await request.run(entryInput(entry, withNumber));
    if (!answer?.ok) return;
    setSaved(withNumber ? t("saved", { number: entry.queueNumber.trim().toUpperCase() }) : t("savedArrived"));
    clear();
    focusNumber();
  };
  useScanner((text) => change({ booking: text, queueNumber: withoutScan(entry.queueNumber, text) }));
  return (
    <form
      method="post"
      noValidate
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        void save(true);
      }}
      className={`${SHEET} flex flex-col gap-4 p-7`}
    >
      <div>
        <h1 id={`${id}-title`} className="text-title">
          {t("title")}
        </h1>
        <p className="mt-1 text-ink-soft">{t("lead")}</p>
      </div>
      <div className="grid grid-cols-[9rem_1fr] gap-x-3 tall:grid-cols-[14rem_1fr]">
        <div>
          <label htmlFor={`${id}-number`} className="font-head">
            {t("number")}
          </label>
          <input
            id={`${id}-number`}
            autoFocus
            value={entry.queueNumber}
            onChange={(event) => change({ queueNumber: event.target.value.toUpperCase() })}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={20}
            placeholder={t("numberHint")}
            aria-invalid={problem === "numberMissing"}
            className={`${FIELD} mt-2 text-[26px] tabular-nums`}
          />
        </div>
        <div>
          <label htmlFor={`${id}-booking`} className="font-head">
            {t("booking")}
          </label>
          <input
            id={`${id}-booking`}
            value={entry.booking}
            onChange={(event) => change({ booking: event.target.value })}
            autoComplete="off"
            spellCheck={false}
            maxLength={2000}
            aria-describedby={`${id}-booking-hint`}
            className={`${FIELD} mt-2 tabular-nums`}
          />
        </div>
        <p id={`${id}-booking-hint`} className="col-start-2 mt-1.5 text-small text-ink-soft">
          {t("bookingHint")}
        </p>
      </div>
      <Choices
        legend={t("type")}
        name="type"
        values={TYPES}
        label={(value) => t(`types.${value}`)}
        chosen={entry.type}
        onChoose={(type) => change({ type })}
        columns="grid-cols-3"
      />
      {entry.type === "REPLACEMENT" && (
        <Choices
          legend={t("reason")}
          name="reason"
          values={REASONS}
          label={(value) => t(`reasons.${value}`)}
          chosen={entry.reason}
          onChoose={(reason) => change({ reason })}
          columns="grid-cols-3"
        />
      )}
      <Choices
        legend={t("channel")}
        name="channel"
        values={CHANNELS}
        label={(value) => t(`channels.${value}`)}
        chosen={entry.channel}
        onChoose={(channel) => change({ channel })}
        columns="grid-cols-3"
      />
      <Choices
        legend={t("smart")}
        name="smart"
        values={YES_NO}
        label={(value) => t(value)}
        chosen={entry.smart ? "yes" : "no"}
        onChoose={(value) => change({ smart: value === "yes" })}
        columns="grid-cols-2"
      />
      <div role="alert" className={problem === null ? "contents" : ""}>
        {problem !== null && <p className="font-strong text-amber">{t(problem)}</p>}
      </div>
      <Refusal refusal={request.refusal} />
      <LostServer lost={request.phase === "lost"} />
      <div role="status" className={saved === null ? "contents" : ""}>
        {saved !== null && (
          <p className="rounded-field bg-green-wash px-5 py-3 font-strong text-green">{saved}</p>
        )}
      </div>
      <div className="flex flex-wrap gap-3">
        <button type="submit" aria-busy={sending} className={`${buttonClass("primary")} flex-[2_1_14rem]`}>
          {t(sending ? "saving" : "submit")}
        </button>
        <button
          type="button"
          aria-busy={sending}
          onClick={() => void save(false)}
          className={`${buttonClass("secondary")} flex-[1_1_11rem]`}
        >
          {t("arrive")}
        </button>
      </div>
    </form>
  );
}
