"use client";

import { useTranslations } from "next-intl";
import { useState, type SubmitEvent } from "react";
import { Field } from "../access/field";
import { RefusalNote } from "../access/refusal-note";
import { useSend } from "../access/use-send";
import { buttonClass, SHEET } from "../styles";
import type { Send } from "../types";

const LEAST = 5;
const MOST = 240;

/** After how many untouched minutes a tablet signs its officer out. */
export function IdleForm({ minutes, change }: { minutes: number; change: Send<null> }) {
  const t = useTranslations("access");
  const { pending, refusal, send } = useSend(change);
  const [typed, setTyped] = useState(String(minutes));
  const [asked, setAsked] = useState(false);
  const [saved, setSaved] = useState(false);
  const value = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : NaN;
  const wrong = !(value >= LEAST && value <= MOST);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    setSaved(false);
    if (!wrong) send({ idleMinutes: value }, () => setSaved(true));
  };
  return (
    <form method="post" onSubmit={submit} noValidate className={`${SHEET} flex flex-col gap-4 p-6`}>
      <h2 className="text-lead">{t("idle.title")}</h2>
      <Field
        label={t("idle.minutes")}
        hint={t("idle.hint")}
        inputMode="numeric"
        autoComplete="off"
        maxLength={3}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        problem={asked && wrong ? t("idle.bad", { least: LEAST, most: MOST }) : undefined}
      />
      <RefusalNote refusal={refusal} />
      <div role="status" className="empty:hidden">
        {saved && (
          <p className="rounded-field bg-green-wash px-5 py-3 font-strong text-green">{t("idle.saved")}</p>
        )}
      </div>
      <button type="submit" aria-busy={pending} className={buttonClass("secondary")}>
        {t("devices.save")}
      </button>
    </form>
  );
}
