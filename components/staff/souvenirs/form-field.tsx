"use client";

import { useId } from "react";
import { FIELD } from "../styles";

/** One field of such a form, with what is wrong with it beneath. */
export function FormField({
  label,
  value,
  onChange,
  problem,
  numeric = false,
  autoFocus = false,
  maxLength,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  problem: string | null;
  numeric?: boolean;
  autoFocus?: boolean;
  maxLength: number;
}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="block font-head">
        {label}
      </label>
      <input
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        inputMode={numeric ? "numeric" : "text"}
        autoFocus={autoFocus}
        autoComplete="off"
        maxLength={maxLength}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        className={`${FIELD} mt-2 ${numeric ? "max-w-56 text-[28px] tabular-nums" : ""}`}
      />
      <div role="alert">
        {problem !== null && (
          <p id={`${id}-problem`} className="mt-2 font-strong text-amber">
            {problem}
          </p>
        )}
      </div>
    </div>
  );
}

/** Reads a whole number of pieces as people type it; null for anything else. */
export function wholeNumber(text: string): number | null {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : null;
}
