"use client";

import { useId, type ReactNode } from "react";
import { CHOICE, FIELD } from "../styles";

/** A labelled line; what is wrong with it takes the place of its hint. */
export function PolicyLine({
  label,
  hint,
  problem,
  children,
}: {
  label: string;
  hint: string;
  problem: string | null;
  children: (field: {
    id: string;
    className: string;
    "aria-invalid": true | undefined;
    "aria-describedby": string;
  }) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-strong">
        {label}
      </label>
      {children({
        id,
        className: `${FIELD} px-4 text-body`,
        "aria-invalid": problem === null ? undefined : true,
        "aria-describedby": `${id}-note`,
      })}
      <p
        id={`${id}-note`}
        className={`text-small ${problem === null ? "text-ink-soft" : "font-strong text-amber"}`}
      >
        {problem ?? hint}
      </p>
    </div>
  );
}

/** Any number of a few, as keys. */
export function PolicyChoices<One extends string>({
  legend,
  all,
  chosen,
  words,
  problem,
  choose,
}: {
  legend: string;
  all: readonly One[];
  chosen: readonly string[];
  words: (one: One) => string;
  problem: string | null;
  choose: (chosen: readonly string[]) => void;
}) {
  return (
    <fieldset>
      <legend className="font-strong">{legend}</legend>
      <div className="mt-2 flex flex-wrap gap-2">
        {all.map((one) => (
          <label key={one} className={`${CHOICE} px-5`}>
            <input
              type="checkbox"
              checked={chosen.includes(one)}
              onChange={(event) =>
                choose(event.target.checked ? [...chosen, one] : chosen.filter((other) => other !== one))
              }
              className="absolute inset-0 cursor-pointer appearance-none rounded-field"
            />
            {words(one)}
          </label>
        ))}
      </div>
      {problem !== null && <p className="mt-1 text-small font-strong text-amber">{problem}</p>}
    </fieldset>
  );
}
