"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckIcon } from "@/components/ui/icons";
import { LostServer, Refusal } from "../refusal";
import { ReasonDialog } from "../reason-dialog";
import { buttonClass, TEXT_LINK } from "../styles";
import { useOfficeNow } from "../use-office-now";
import { useRequest } from "../use-request";
import { useWords } from "../use-words";
import type { DutyCardProps } from "./duty-card";

const RECORDED_WORDS: Readonly<Record<string, string>> = {
  SETTLED: "duty.settled",
  PROMISED: "duty.SOUVENIR.promised",
};

/** A duty recorded: who, when, and until when it can be undone. */
export function RecordedDuty({ voucher, step, account, commands, children, onChange }: DutyCardProps) {
  const t = useTranslations("staff");
  const { clock } = useWords();
  const now = useOfficeNow(voucher.now);
  const undo = useRequest("undo-step", commands.undo);
  const [reasoning, setReasoning] = useState(false);
  const duty = t(`duty.${step.step}.title`);
  const own = step.undoUntil !== null && now <= step.undoUntil;
  const reasoned = !own && account.mayUndoOthers;
  const sending = undo.phase !== "idle";
  const facts = {
    at: clock(step.at ?? voucher.now),
    who: step.byName === account.name ? t("duty.you") : (step.byName ?? t("duty.someone")),
    note: step.note ?? duty,
  };
  const tap = async () => {
    const answer = await undo.run({ voucherId: voucher.id, step: step.step });
    if (answer?.ok) onChange(answer.value);
  };
  return (
    <article aria-label={duty} className="flex flex-col gap-4 rounded-control bg-green-wash py-5 pr-7 pl-8">
      <div className="grid grid-cols-[1fr_216px] items-center gap-6">
        <div>
          <h3 className="flex items-center gap-3 text-[25px] text-green">
            <CheckIcon className="h-7 w-7" />
            {duty}
          </h3>
          <p className="mt-1 leading-[1.38]">
            {t(RECORDED_WORDS[step.state] ?? `duty.${step.step}.done`, facts)}{" "}
            {own && t("duty.undoUntil", { until: clock(step.undoUntil) })}
          </p>
        </div>
        {own && (
          <button
            type="button"
            aria-busy={sending}
            onClick={() => void tap()}
            className={buttonClass("secondary")}
          >
            {t(sending ? "request.sending" : "duty.undo")}
          </button>
        )}
        {reasoned && (
          <button type="button" onClick={() => setReasoning(true)} className={`${TEXT_LINK} justify-end`}>
            {t("duty.undoReasoned")}
          </button>
        )}
      </div>
      {children}
      <Refusal refusal={reasoning ? null : undo.refusal} />
      <LostServer lost={!reasoning && undo.phase === "lost"} />
      {reasoning && (
        <ReasonDialog
          title={t("reason.undo.title", { duty })}
          body={t("reason.undo.body")}
          label={t("reason.undo.do")}
          request={undo}
          send={(reason) => undo.run({ voucherId: voucher.id, step: step.step, reason })}
          onDone={(value) => {
            setReasoning(false);
            onChange(value);
          }}
          onClose={() => setReasoning(false)}
        />
      )}
    </article>
  );
}
