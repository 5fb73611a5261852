"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { LostServer, Refusal } from "../refusal";
import { ReasonDialog } from "../reason-dialog";
import { buttonClass, SHEET } from "../styles";
import { useRequest } from "../use-request";
import { useWords } from "../use-words";
import type { DutyCardProps } from "./duty-card";
import { undoneEntries } from "./undone";

/** A duty still owed: one tap records it. */
export function OpenDuty({
  voucher,
  step,
  account,
  commands,
  possible,
  settles,
  gift,
  children,
  onChange,
}: DutyCardProps) {
  const t = useTranslations("staff");
  const { clock } = useWords();
  const duty = t(`duty.${step.step}.title`);
  const record = useRequest("record-step", commands.record);
  const settle = useRequest("record-step", commands.record);
  const [settling, setSettling] = useState(false);
  const sending = record.phase !== "idle";
  const started = voucher.biometricStartedAt;
  const out = gift?.level === "NONE_LEFT";
  const ready = possible && gift !== null;
  const lead =
    step.step === "PRIORITY" && started !== null
      ? t("duty.PRIORITY.openServed", { time: clock(started) })
      : gift === null
        ? t("duty.SOUVENIR.noItems")
        : out
          ? t("duty.SOUVENIR.openNone", { item: gift.name })
          : t(`duty.${step.step}.open`);
  const tap = async (promised: boolean) => {
    if (!ready) return;
    const given = gift ? { souvenirId: gift.id, ...(promised ? { promised } : {}) } : {};
    const answer = await record.run({ voucherId: voucher.id, step: step.step, ...given });
    if (answer?.ok) onChange(answer.value);
  };
  const label = sending
    ? "request.sending"
    : out
      ? "duty.SOUVENIR.promise"
      : (`duty.${step.step}.do` as const);
  return (
    <article aria-label={duty} className={`${SHEET} flex flex-col gap-4 py-5 pr-7 pl-8`}>
      <div className="grid grid-cols-[1fr_216px] items-center gap-6">
        <div>
          <h3 className="text-[25px]">{duty}</h3>
          <p className="mt-1 leading-[1.38] text-ink-soft">{lead}</p>
          <UndoneLines voucher={voucher} step={step} account={account} />
        </div>
        <button
          type="button"
          aria-busy={sending}
          aria-disabled={!ready}
          onClick={() => void tap(out)}
          className={buttonClass(ready ? "primary" : "waiting", "large")}
        >
          {t(ready ? label : "duty.locked")}
        </button>
      </div>
      {children}
      <Refusal refusal={record.refusal} />
      <LostServer lost={record.phase === "lost"} />
      {settles && ready && gift && !out && (
        <button
          type="button"
          onClick={() => void tap(true)}
          className={`self-start ${buttonClass("secondary", "small")}`}
        >
          {t("duty.SOUVENIR.promiseLater")}
        </button>
      )}
      {settles && possible && (
        <button
          type="button"
          onClick={() => setSettling(true)}
          className={`self-start ${buttonClass("secondary", "small")}`}
        >
          {t("duty.settle")}
        </button>
      )}
      {settling && (
        <ReasonDialog
          title={t("reason.settle.title", { duty })}
          body={t("reason.settle.body")}
          label={t("reason.settle.do")}
          request={settle}
          send={(reason) =>
            settle.run({ voucherId: voucher.id, step: step.step, settled: true, note: reason })
          }
          onDone={(value) => {
            setSettling(false);
            onChange(value);
          }}
          onClose={() => setSettling(false)}
        />
      )}
    </article>
  );
}

const UNDONE_WORDS: Readonly<Record<string, string>> = {
  STEP_SETTLED: "settledUndone",
  STEP_PROMISED: "SOUVENIR.promisedUndone",
};

/** What was recorded and taken back stays readable, struck through. */
function UndoneLines({ voucher, step, account }: Pick<DutyCardProps, "voucher" | "step" | "account">) {
  const t = useTranslations("staff.duty");
  const { clock } = useWords();
  const undone = undoneEntries(voucher.history).filter(({ recorded }) => recorded.step === step.step);
  return undone.map(({ recorded, undoneAt }) => (
    <p key={undoneAt} className="mt-1 text-small text-ink-soft">
      <s>
        {t(UNDONE_WORDS[recorded.kind] ?? `${step.step}.undone`, {
          at: clock(recorded.at),
          who: recorded.byName === account.name ? t("you") : (recorded.byName ?? t("someone")),
        })}
      </s>
      , {t("undoneAt", { at: clock(undoneAt) })}
    </p>
  ));
}
