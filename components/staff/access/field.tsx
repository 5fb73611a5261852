"use client";

import { useTranslations } from "next-intl";
import { useId, useState, type ComponentProps, type ReactNode } from "react";
import { FIELD } from "../styles";

type FieldProps = Omit<ComponentProps<"input">, "id" | "className" | "children"> & {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with it, in words; replaces the hint. */
  readonly problem?: string | null;
};

function Frame({
  id,
  label,
  note,
  problem,
  children,
}: {
  id: string;
  label: string;
  note: string | undefined;
  problem: boolean;
  children: ReactNode;
}) {
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="font-strong">
        {label}
      </label>
      {children}
      {note && (
        <p id={`${id}-note`} className={`text-small ${problem ? "font-strong text-amber" : "text-ink-soft"}`}>
          {note}
        </p>
      )}
    </div>
  );
}

/** A labelled line to type in; its hint becomes the problem when there is one. */
export function Field({ label, hint, problem, ...input }: FieldProps) {
  const id = useId();
  const note = problem ?? hint;
  return (
    <Frame id={id} label={label} note={note} problem={Boolean(problem)}>
      <input
        {...input}
        id={id}
        aria-invalid={problem ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        className={FIELD}
      />
    </Frame>
  );
}

/** A password, hidden until its owner asks to see it: on a tablet a typing error is easier seen than guessed. */
export function PasswordField({ label, hint, problem, ...input }: FieldProps) {
  const t = useTranslations("access.field");
  const id = useId();
  const [shown, setShown] = useState(false);
  const note = problem ?? hint;
  return (
    <Frame id={id} label={label} note={note} problem={Boolean(problem)}>
      <div className="relative">
        <input
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          {...input}
          id={id}
          type={shown ? "text" : "password"}
          aria-invalid={problem ? true : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
          className={`${FIELD} pr-40`}
        />
        <button
          type="button"
          aria-label={t(shown ? "hideLabel" : "showLabel")}
          onClick={() => setShown(!shown)}
          className="absolute inset-y-1 right-1 rounded-field px-4 text-small font-strong underline decoration-2 underline-offset-[5px]"
        >
          {t(shown ? "hide" : "show")}
        </button>
      </div>
    </Frame>
  );
}
