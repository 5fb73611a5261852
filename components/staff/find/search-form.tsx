"use client";

import { useId, useState } from "react";
import { LostServer, Refusal } from "../refusal";
import { buttonClass, FIELD } from "../styles";
import type { Request } from "../use-request";

const MIN_LETTERS = 2;

/**
 * A field for a number and its button. What is asked for never enters an address; a query of one letter is told what is
 * missing, and keeps its words.
 */
export function SearchForm({
  request,
  onSearch,
  words,
  maxLength,
  tone,
  className,
}: {
  readonly request: Pick<Request<unknown>, "phase" | "refusal">;
  readonly onSearch: (query: string) => Promise<void>;
  readonly words: {
    readonly query: string;
    readonly find: string;
    readonly finding: string;
    readonly missing: string;
  };
  readonly maxLength: number;
  readonly tone: "primary" | "secondary";
  readonly className?: string;
}) {
  const id = useId();
  const [query, setQuery] = useState("");
  const [missing, setMissing] = useState(false);
  const finding = request.phase !== "idle";
  const submit = () => {
    const short = query.trim().length < MIN_LETTERS;
    setMissing(short);
    if (short) document.getElementById(id)?.focus();
    else void onSearch(query);
  };
  return (
    <form
      method="post"
      role="search"
      noValidate
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor={id} className="block font-head">
        {words.query}
      </label>
      <div className="mt-2 flex flex-wrap gap-3">
        <input
          id={id}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          maxLength={maxLength}
          aria-invalid={missing}
          aria-describedby={missing ? `${id}-missing` : undefined}
          className={`${FIELD} flex-[1_1_13rem] tabular-nums`}
        />
        <button type="submit" aria-busy={finding} className={buttonClass(tone)}>
          {finding ? words.finding : words.find}
        </button>
      </div>
      <div role="alert">
        {missing && (
          <p id={`${id}-missing`} className="mt-2 font-strong text-amber">
            {words.missing}
          </p>
        )}
      </div>
      <Refusal refusal={request.refusal} className="mt-3" />
      <LostServer lost={request.phase === "lost"} className="mt-3" />
    </form>
  );
}
