"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { Period, RegisterPage } from "@/lib/register/types";
import { LostServer, Refusal } from "../refusal";
import { buttonClass, FIELD, TEXT_LINK } from "../styles";
import type { Send } from "../types";
import { useRequest } from "../use-request";
import { RegisterRows } from "./register-rows";

const MIN_LETTERS = 2;

/** Finds cases of the period by a number. What is asked for never enters an address: four digits are of a booking. */
export function CaseSearch({ find, period }: { find: Send<RegisterPage>; period: Period }) {
  const t = useTranslations("register.search");
  const id = useId();
  const request = useRequest("find-cases", find, { keyed: false });
  const [query, setQuery] = useState("");
  const [missing, setMissing] = useState(false);
  const [found, setFound] = useState<RegisterPage | null>(null);
  const finding = request.phase !== "idle";
  const submit = async () => {
    const short = query.trim().length < MIN_LETTERS;
    setMissing(short);
    if (short) return document.getElementById(id)?.focus();
    const answer = await request.run({ query, ...period });
    if (answer?.ok) setFound(answer.value);
  };
  return (
    <>
      <form
        method="post"
        role="search"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <label htmlFor={id} className="block text-small font-strong">
          {t("query")}
        </label>
        <div className="mt-1 flex flex-wrap gap-3">
          <input
            id={id}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            autoComplete="off"
            spellCheck={false}
            maxLength={40}
            aria-invalid={missing}
            aria-describedby={missing ? `${id}-missing` : undefined}
            className={`${FIELD} flex-[1_1_14rem] tabular-nums`}
          />
          <button type="submit" aria-busy={finding} className={buttonClass("secondary")}>
            {t(finding ? "doing" : "do")}
          </button>
        </div>
        <div role="alert">
          {missing && (
            <p id={`${id}-missing`} className="mt-2 font-strong text-amber">
              {t("missing")}
            </p>
          )}
        </div>
        <Refusal refusal={request.refusal} className="mt-3" />
        <LostServer lost={request.phase === "lost"} className="mt-3" />
      </form>
      <div role="status" className={found === null ? "contents" : "mt-4"}>
        {found !== null && (
          <>
            <p className="font-head">
              {found.rows.length === 0 ? t("none") : t("found", { count: found.rows.length })}
            </p>
            {found.next !== null && <p className="text-ink-soft">{t("more")}</p>}
          </>
        )}
      </div>
      {found !== null && (
        <>
          <RegisterRows rows={found.rows} />
          <button type="button" onClick={() => setFound(null)} className={TEXT_LINK}>
            {t("close")}
          </button>
        </>
      )}
    </>
  );
}
