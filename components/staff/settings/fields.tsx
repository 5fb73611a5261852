"use client";

import { useTranslations } from "next-intl";
import { useId, useState, type ReactNode } from "react";
import { buttonClass, FIELD } from "../styles";
import { valueAt } from "./draft";
import { keyOf, useDraft, useProblem } from "./draft-context";

/** A field's label, what is typed in, and under it a hint or what is wrong. */
export function FieldFrame({
  path,
  label,
  children,
}: {
  path: string;
  label?: string;
  children: (input: {
    id: string;
    "aria-invalid": true | undefined;
    "aria-describedby": string | undefined;
  }) => ReactNode;
}) {
  const t = useTranslations("settings");
  const id = useId();
  const problem = useProblem(path);
  const key = keyOf(path);
  const note = problem ?? (t.has(`hint.${key}`) ? t(`hint.${key}`) : null);
  return (
    <div className="flex min-w-0 flex-col gap-1.5" data-field={path}>
      <label htmlFor={id} className="font-strong">
        {label ?? t(`field.${key}`)}
      </label>
      {children({
        id,
        "aria-invalid": problem === null ? undefined : true,
        "aria-describedby": note === null ? undefined : `${id}-note`,
      })}
      {note !== null && (
        <p
          id={`${id}-note`}
          className={`text-small ${problem === null ? "text-ink-soft" : "font-strong text-amber"}`}
        >
          {note}
        </p>
      )}
    </div>
  );
}

/** One line, or with `lines` a few. */
export function TextField({
  path,
  lines = 1,
  label,
  upper = false,
  optional = false,
}: {
  path: string;
  lines?: number;
  label?: string;
  upper?: boolean;
  /** Empty takes the field out. */
  optional?: boolean;
}) {
  const { draft, set } = useDraft();
  const found = valueAt(draft, path);
  const value = typeof found === "string" ? found : "";
  const typed = (text: string) =>
    set(path, optional && text === "" ? undefined : upper ? text.toUpperCase() : text);
  return (
    <FieldFrame path={path} {...(label === undefined ? {} : { label })}>
      {(input) =>
        lines > 1 ? (
          <textarea
            {...input}
            rows={lines}
            value={value}
            onChange={(event) => typed(event.target.value)}
            className={`${FIELD} py-3 text-body`}
          />
        ) : (
          <input
            {...input}
            autoComplete="off"
            value={value}
            onChange={(event) => typed(event.target.value)}
            className={`${FIELD} text-body`}
          />
        )
      }
    </FieldFrame>
  );
}

/** "3", "0,5" and "0.5"; null for what is no number. */
function numberOf(text: string): number | null {
  const value = Number(text.trim().replace(",", "."));
  return text.trim() === "" || Number.isNaN(value) ? null : value;
}

/** A number; what is typed stays in the field also while it is none. */
export function NumberField({ path, label }: { path: string; label?: string }) {
  const { draft, set } = useDraft();
  const value = valueAt(draft, path);
  const [typed, setTyped] = useState<string | null>(null);
  // Another value than what is typed says came from elsewhere: it is shown.
  const shown =
    typed !== null && numberOf(typed) === value
      ? typed
      : typeof value === "number"
        ? String(value)
        : (typed ?? "");
  return (
    <FieldFrame path={path} {...(label === undefined ? {} : { label })}>
      {(input) => (
        <input
          {...input}
          inputMode="decimal"
          autoComplete="off"
          value={shown}
          onChange={(event) => {
            setTyped(event.target.value);
            set(path, numberOf(event.target.value));
          }}
          className={`${FIELD} px-3 text-body tabular-nums`}
        />
      )}
    </FieldFrame>
  );
}

/** Numbers in one line, with commas or blanks between them. */
export function NumbersField({ path }: { path: string }) {
  const { draft, set, problems } = useDraft();
  const value = valueAt(draft, path);
  const said = Array.isArray(value) ? value.map((one) => (one === null ? "?" : String(one))).join(", ") : "";
  const [typed, setTyped] = useState<string | null>(null);
  const read = (text: string) =>
    text
      .split(/[\s,;]+/)
      .filter((part) => part !== "")
      .map(numberOf);
  const shown = typed !== null && JSON.stringify(read(typed)) === JSON.stringify(value) ? typed : said;
  // One number at fault is said of the line.
  const at = [path, ...Object.keys(problems).filter((one) => one.startsWith(`${path}.`))].find(
    (one) => problems[one],
  );
  const t = useTranslations("settings");
  return (
    <FieldFrame path={at ?? path} label={t(`field.${keyOf(path)}`)}>
      {(input) => (
        <input
          {...input}
          inputMode="text"
          autoComplete="off"
          value={shown}
          onChange={(event) => {
            setTyped(event.target.value);
            set(path, read(event.target.value));
          }}
          className={`${FIELD} text-body tabular-nums`}
        />
      )}
    </FieldFrame>
  );
}

/** A list of lines: each can be changed and taken out, and one more put at its end. */
export function ListField({ path, most, mono = false }: { path: string; most: number; mono?: boolean }) {
  const t = useTranslations("settings");
  const { draft, set } = useDraft();
  const found = valueAt(draft, path);
  const items = Array.isArray(found) ? (found as readonly string[]) : [];
  const key = keyOf(path);
  const problem = useProblem(path);
  return (
    <fieldset className="flex min-w-0 flex-col gap-2" data-field={path}>
      <legend className="font-strong">{t(`field.${key}`)}</legend>
      {t.has(`hint.${key}`) && <p className="text-small text-ink-soft">{t(`hint.${key}`)}</p>}
      {items.map((_, index) => (
        // Lines have no name but their place.
        <ListLine
          key={index}
          path={`${path}.${index}`}
          label={t("line", { field: t(`field.${key}`), row: index + 1 })}
          mono={mono}
          remove={() =>
            set(
              path,
              items.filter((__, other) => other !== index),
            )
          }
        />
      ))}
      {problem !== null && <p className="text-small font-strong text-amber">{problem}</p>}
      {items.length < most && (
        <button
          type="button"
          onClick={() => set(path, [...items, ""])}
          className={`self-start ${buttonClass("secondary", "small")}`}
        >
          {t("add")}
        </button>
      )}
    </fieldset>
  );
}

function ListLine({
  path,
  label,
  mono,
  remove,
}: {
  path: string;
  label: string;
  mono: boolean;
  remove: () => void;
}) {
  const t = useTranslations("settings");
  const { draft, set } = useDraft();
  const problem = useProblem(path);
  const value = valueAt(draft, path);
  return (
    <div>
      <div className="flex gap-2">
        <input
          aria-label={label}
          aria-invalid={problem === null ? undefined : true}
          autoComplete="off"
          value={typeof value === "string" ? value : ""}
          onChange={(event) => set(path, event.target.value)}
          className={`${FIELD} min-w-0 flex-1 text-body ${mono ? "font-mono font-text" : ""}`}
        />
        <button
          type="button"
          aria-label={t("removeLine", { line: label })}
          onClick={remove}
          className={buttonClass("secondary", "small")}
        >
          {t("remove")}
        </button>
      </div>
      {problem !== null && <p className="mt-1 text-small font-strong text-amber">{problem}</p>}
    </div>
  );
}
