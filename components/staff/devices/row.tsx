"use client";

import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { RefusalNote } from "../access/refusal-note";
import { useSend } from "../access/use-send";
import { buttonClass, SHEET } from "../styles";
import type { Send } from "../types";

export interface Question {
  readonly label: string;
  readonly ask: string;
  readonly yes: string;
  readonly action: Send<null>;
  readonly input: unknown;
}

/** One device, token or account: what it is called, how it is doing, and what can be done with it. */
export function Row({
  title,
  detail,
  note,
  alarm = false,
  question,
  below,
  children,
}: {
  title: string;
  detail: ReactNode;
  /** A state worth its own mark. */
  note?: string | undefined;
  /** The mark says that something needs a hand. */
  alarm?: boolean;
  /** The act that ends something: asked once more before it is sent. */
  question?: Question | undefined;
  /** What is set here, on a line of its own. */
  below?: ReactNode;
  /** Further acts. */
  children?: ReactNode;
}) {
  const t = useTranslations("access.devices");
  const [asking, setAsking] = useState(false);
  return (
    <li className="flex flex-col gap-3 border-t border-line px-6 py-4 first:border-t-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="mr-auto min-w-0">
          <p className="flex flex-wrap items-center gap-x-3 text-lead font-head break-words">
            {title}
            {note && (
              <span
                className={`rounded-round px-3 py-0.5 text-small font-strong ${alarm ? "bg-amber-wash text-amber" : "bg-paper-deep text-ink-soft"}`}
              >
                {note}
              </span>
            )}
          </p>
          <p className="text-ink-soft">{detail}</p>
        </div>
        <div className="flex flex-wrap gap-3">
          {children}
          {question && !asking && (
            <button
              type="button"
              onClick={() => setAsking(true)}
              className={buttonClass("secondary", "small")}
            >
              {question.label}
            </button>
          )}
        </div>
      </div>
      {below}
      {question && asking && <Ask question={question} cancel={t("cancel")} close={() => setAsking(false)} />}
    </li>
  );
}

function Ask({ question, cancel, close }: { question: Question; cancel: string; close: () => void }) {
  const { pending, refusal, send } = useSend(question.action);
  return (
    <div role="group" aria-label={question.label} className="rounded-field bg-amber-wash p-4">
      <p className="font-strong text-amber">{question.ask}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        <button
          type="button"
          aria-busy={pending}
          onClick={() => send(question.input, close)}
          className={buttonClass("primary", "small")}
        >
          {question.yes}
        </button>
        <button type="button" autoFocus onClick={close} className={buttonClass("secondary", "small")}>
          {cancel}
        </button>
      </div>
      <RefusalNote refusal={refusal} />
    </div>
  );
}

/** A list of rows on one sheet, or a word where there is none yet. */
export function Rows({ empty, children }: { empty: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return <p className={`${SHEET} px-6 py-8 text-lead text-ink-soft`}>{empty}</p>;
  return <ul className={SHEET}>{children}</ul>;
}
