"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { PromiseView } from "@/lib/vouchers/souvenirs/types";
import { LostServer, Refusal } from "../refusal";
import { buttonClass, FIELD } from "../styles";
import type { Request } from "../use-request";

const MIN_LETTERS = 2;

/** The field for a slip's code, a voucher's number or the end of a booking; a scanner may be used at any time. */
export function PromiseSearch({
  request,
  onLook,
}: {
  request: Request<readonly PromiseView[]>;
  onLook: (query: string) => Promise<void>;
}) {
  const t = useTranslations("souvenirs.promises");
  const id = useId();
  const [query, setQuery] = useState("");
  const [missing, setMissing] = useState(false);
  const submit = () => {
    const short = query.trim().length < MIN_LETTERS;
    setMissing(short);
    if (short) document.getElementById(id)?.focus();
    else void onLook(query);
  };
  return (
    <form
      method="post"
      role="search"
      noValidate
      className="mt-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor={id} className="font-head">
        {t("query")}
      </label>
      <div className="mt-2 flex flex-wrap gap-3">
        <input
          id={id}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          aria-invalid={missing}
          aria-describedby={missing ? `${id}-missing` : undefined}
          className={`${FIELD} flex-[1_1_12rem] tabular-nums`}
        />
        <button type="submit" aria-busy={request.phase !== "idle"} className={buttonClass("primary")}>
          {t(request.phase === "idle" ? "find" : "finding")}
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
  );
}
