"use client";

import { useState, type SubmitEvent } from "react";
import { Field } from "../access/field";
import { RefusalNote } from "../access/refusal-note";
import { useSend } from "../access/use-send";
import { buttonClass, SHEET } from "../styles";
import type { Send } from "../types";

/** A name and one button: how a kiosk is invited and a token made. */
export function NameForm<Result>({
  label,
  placeholder,
  button,
  action,
  done,
}: {
  label: string;
  placeholder: string;
  button: string;
  action: Send<Result>;
  done: (name: string, value: Result) => void;
}) {
  const { pending, refusal, send } = useSend(action);
  const [name, setName] = useState("");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === "") return;
    send({ name: wanted }, (value) => {
      setName("");
      done(wanted, value);
    });
  };
  return (
    <form method="post" onSubmit={submit} className={`${SHEET} flex flex-col gap-4 p-6`}>
      <Field
        label={label}
        placeholder={placeholder}
        autoComplete="off"
        maxLength={40}
        required
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <RefusalNote refusal={refusal} />
      <button type="submit" aria-busy={pending} className={buttonClass("primary")}>
        {button}
      </button>
    </form>
  );
}
