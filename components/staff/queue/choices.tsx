"use client";

import { CHOICE } from "../styles";

/** A row of keys of which one is chosen; native radios, so that arrow keys and screen readers know them. */
export function Choices<Value extends string>({
  legend,
  name,
  values,
  label,
  chosen,
  onChoose,
  columns,
}: {
  legend: string;
  name: string;
  values: readonly Value[];
  label: (value: Value) => string;
  chosen: Value | null;
  onChoose: (value: Value) => void;
  columns: "grid-cols-2" | "grid-cols-3";
}) {
  return (
    <fieldset>
      <legend className="font-head">{legend}</legend>
      <div className={`mt-2 grid gap-2 ${columns}`}>
        {values.map((value) => (
          <label key={value} className={CHOICE}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              onChange={() => onChoose(value)}
              className="absolute inset-0 cursor-pointer appearance-none rounded-field"
            />
            {label(value)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
