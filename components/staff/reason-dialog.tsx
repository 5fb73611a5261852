"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { ActionResult } from "@/lib/platform/types";
import { Modal } from "@/components/ui/modal";
import { LostServer, Refusal } from "./refusal";
import { buttonClass } from "./styles";
import type { Request } from "./use-request";

const MIN_LETTERS = 5;
const MAX_LETTERS = 500;

/**
 * Asks for a written reason and sends it. What was typed stays through every refusal and every lost answer;
 * the dialog closes only when the decision is recorded or the officer leaves it.
 */
export function ReasonDialog<Result>({
  title,
  body,
  label,
  request,
  send,
  onDone,
  onClose,
}: {
  title: string;
  body: string;
  /** The button that decides. */
  label: string;
  request: Request<Result>;
  send: (reason: string) => Promise<ActionResult<Result> | null>;
  onDone: (value: Result) => void;
  onClose: () => void;
}) {
  const t = useTranslations("staff");
  const id = useId();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const sending = request.phase !== "idle";
  const close = () => {
    request.forget();
    onClose();
  };
  const submit = async () => {
    const tooShort = reason.trim().length < MIN_LETTERS;
    setMissing(tooShort);
    if (tooShort) {
      document.getElementById(`${id}-reason`)?.focus();
      return;
    }
    const answer = await send(reason.trim());
    if (answer?.ok) onDone(answer.value);
  };
  return (
    <Modal name="reason" labelledBy={`${id}-title`} onEscape={close}>
      <form
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        className="-m-4 flex flex-col gap-5 overflow-y-auto p-4"
      >
        <div>
          <h2 id={`${id}-title`} className="text-title">
            {title}
          </h2>
          <p className="mt-2 text-ink-soft">{body}</p>
        </div>
        <div>
          <label htmlFor={`${id}-reason`} className="font-head">
            {t("reason.label")}
          </label>
          <textarea
            id={`${id}-reason`}
            autoFocus
            rows={4}
            maxLength={MAX_LETTERS}
            value={reason}
            aria-invalid={missing}
            aria-describedby={`${id}-hint`}
            onChange={(event) => setReason(event.target.value)}
            className={
              "mt-2 block w-full resize-none rounded-field bg-paper px-5 py-4 text-body " +
              "shadow-[inset_0_0_0_2px_var(--color-line-strong)] aria-invalid:shadow-[inset_0_0_0_3px_var(--color-amber)]"
            }
          />
          <p
            id={`${id}-hint`}
            role={missing ? "alert" : undefined}
            className={`mt-2 text-small ${missing ? "font-strong text-amber" : "text-ink-soft"}`}
          >
            {missing ? t("reason.missing", { min: MIN_LETTERS }) : t("reason.hint")}
          </p>
        </div>
        <Refusal refusal={request.refusal} />
        <LostServer lost={request.phase === "lost"} />
        <div className="flex flex-wrap justify-end gap-3">
          <button type="button" onClick={close} className={buttonClass("secondary")}>
            {t("reason.cancel")}
          </button>
          <button type="submit" aria-busy={sending} className={buttonClass("primary")}>
            {sending ? t("request.sending") : label}
          </button>
        </div>
      </form>
    </Modal>
  );
}
