"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { ActionResult } from "@/lib/platform/types";
import { heardRefusal } from "../shell/session-signal";
import { buttonClass } from "../styles";
import { useDraft, useProblem, useProblemWords } from "./draft-context";

const LOGO_PATH = "/staff/settings/logo";
const FIELD_PATH = "letterhead.logo";

interface ReadLogo {
  readonly dataUrl: string;
}

async function readBy(file: File): Promise<ActionResult<ReadLogo>> {
  try {
    const response = await fetch(LOGO_PATH, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: file,
    });
    return (await response.json()) as ActionResult<ReadLogo>;
  } catch {
    return { ok: false, code: "LOST" };
  }
}

/** The emblem of the letterhead: the server looks at the picture itself before it stands in the draft. */
export function LogoField() {
  const t = useTranslations("settings");
  const id = useId();
  const { draft, set } = useDraft();
  const words = useProblemWords();
  const saved = useProblem(FIELD_PATH);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { logo } = draft.letterhead;
  const problem = refused === null ? saved : words(FIELD_PATH, refused);
  const choose = async (file: File | undefined) => {
    if (!file || busy) return;
    setBusy(true);
    const answer = await readBy(file);
    setBusy(false);
    if (!answer.ok) heardRefusal(answer.code);
    setRefused(answer.ok ? null : answer.code.startsWith("LOGO_") ? answer.code : "LOST");
    if (answer.ok) set(FIELD_PATH, answer.value.dataUrl);
  };
  return (
    <fieldset className="flex flex-col gap-2" data-field={FIELD_PATH}>
      <legend className="font-strong">{t("field.letterhead_logo")}</legend>
      <div className="flex flex-wrap items-center gap-3">
        {logo !== undefined && (
          // A picture inside the settings themselves: there is nothing to fetch and nothing to make smaller.
          <img
            src={logo}
            alt={t("logoNow")}
            className="size-16 rounded-field bg-paper-deep object-contain p-1"
          />
        )}
        <label
          htmlFor={id}
          aria-busy={busy}
          className={`${buttonClass("secondary", "small")} cursor-pointer has-focus-visible:shadow-(--focus)`}
        >
          {t(logo === undefined ? "logoChoose" : "logoReplace")}
          <input
            id={id}
            type="file"
            accept="image/png,image/jpeg"
            aria-describedby={`${id}-note`}
            onChange={(event) => {
              void choose(event.target.files?.[0]);
              event.target.value = "";
            }}
            className="sr-only"
          />
        </label>
        {logo !== undefined && (
          <button
            type="button"
            onClick={() => {
              setRefused(null);
              set(FIELD_PATH, undefined);
            }}
            className={buttonClass("secondary", "small")}
          >
            {t("logoRemove")}
          </button>
        )}
      </div>
      <p
        id={`${id}-note`}
        role="status"
        className={`text-small ${problem === null ? "text-ink-soft" : "font-strong text-amber"}`}
      >
        {problem ?? t("hint.letterhead_logo")}
      </p>
    </fieldset>
  );
}
