import type { ReactNode } from "react";
import { buttonClass, FIELD } from "../styles";

/** One date of a list, and the way to take it out. */
export function DateRow({
  label,
  detail,
  removeLabel,
  onRemove,
}: {
  label: string;
  detail?: string;
  removeLabel: string;
  onRemove: () => void;
}) {
  return (
    <li className="flex items-center gap-4 border-t border-line py-2">
      <span className="mr-auto leading-snug">
        {label}
        {detail !== undefined && <span className="block text-small text-ink-soft">{detail}</span>}
      </span>
      <button
        type="button"
        aria-label={`${removeLabel}: ${label}`}
        onClick={onRemove}
        className={buttonClass("secondary", "small")}
      >
        {removeLabel}
      </button>
    </li>
  );
}

/** A date, what else belongs to it, and the button that puts it on the list. */
export function AddDate({
  label,
  button,
  date,
  onDate,
  onAdd,
  problem,
  children,
}: {
  label: string;
  button: string;
  date: string;
  onDate: (date: string) => void;
  onAdd: () => void;
  /** What is missing, once somebody wanted to add all the same. */
  problem: string | null;
  children?: ReactNode;
}) {
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      <input
        type="date"
        aria-label={label}
        value={date}
        onChange={(event) => onDate(event.target.value)}
        aria-invalid={problem !== null && date === ""}
        className={`${FIELD} max-w-60 px-3 text-body`}
      />
      {children}
      <button type="button" onClick={onAdd} className={buttonClass("secondary")}>
        {button}
      </button>
      <div role="alert" className={problem === null ? "contents" : "w-full"}>
        {problem !== null && <p className="font-strong text-amber">{problem}</p>}
      </div>
    </div>
  );
}
