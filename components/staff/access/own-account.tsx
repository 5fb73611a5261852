"use client";

import { useTranslations } from "next-intl";
import { useState, type ReactNode, type SubmitEvent } from "react";
import type { Role } from "@/lib/access/types";
import { buttonClass, SHEET } from "../styles";
import type { Send } from "../types";
import { PasswordField } from "./field";
import { RefusalNote } from "./refusal-note";
import { useSend } from "./use-send";

const EMPTY = { current: "", password: "", again: "" };

/** One's own account: who one is here and what one may, another password, and what happened to the account. */
export function OwnAccount({
  name,
  username,
  role,
  idleMinutes,
  due,
  children,
  ...form
}: FormProps & {
  name: string;
  username: string;
  role: Role;
  idleMinutes: number;
  children: ReactNode;
}) {
  const t = useTranslations("access");
  return (
    <div className="grid items-start gap-6 wide:grid-cols-[24rem_minmax(0,1fr)]">
      <div className="flex flex-col gap-6">
        {!due && (
          <section className={`${SHEET} p-6`}>
            <h1 className="text-title">{t("own.title")}</h1>
            <p className="mt-3 text-lead font-head">{name}</p>
            <p className="text-ink-soft">{`${t(`role.${role}`)}, ${username}`}</p>
            <p className="mt-3">{t(`may.${role}`)}</p>
            <p className="mt-3 text-small text-ink-soft">{t("own.idle", { minutes: idleMinutes })}</p>
          </section>
        )}
        <PasswordForm due={due} {...form} />
      </div>
      {children}
    </div>
  );
}

type FormProps = {
  /** Somebody else chose the present password: nothing else is open until it is changed. */
  due: boolean;
  next: string;
  passwordMin: number;
  change: Send<null>;
};

function PasswordForm({ due, next, passwordMin: min, change }: FormProps) {
  const t = useTranslations("access");
  const { pending, refusal, send } = useSend(change);
  const [fields, setFields] = useState(EMPTY);
  const [asked, setAsked] = useState(false);
  const [changed, setChanged] = useState(false);
  const short = fields.password.length < min;
  const different = fields.password !== fields.again;
  const set = (key: keyof typeof EMPTY) => (event: { target: { value: string } }) =>
    setFields({ ...fields, [key]: event.target.value });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    setChanged(false);
    if (fields.current === "" || short || different) return;
    send({ current: fields.current, password: fields.password, next }, () => {
      setChanged(true);
      setFields(EMPTY);
      setAsked(false);
    });
  };
  return (
    <form method="post" onSubmit={submit} noValidate className={`${SHEET} flex flex-col gap-4 p-6`}>
      {due ? (
        <div>
          <h1 className="text-title">{t("own.dueTitle")}</h1>
          <p className="mt-2">{t("own.dueText")}</p>
        </div>
      ) : (
        <h2 className="text-lead">{t("own.changePassword")}</h2>
      )}
      <PasswordField
        label={t(due ? "own.given" : "own.current")}
        autoComplete="current-password"
        maxLength={128}
        value={fields.current}
        onChange={set("current")}
        problem={asked && fields.current === "" ? t("own.currentMissing") : undefined}
      />
      <PasswordField
        label={t("own.new")}
        hint={t("field.passwordHint", { min })}
        autoComplete="new-password"
        maxLength={128}
        value={fields.password}
        onChange={set("password")}
        problem={asked && short ? t("field.passwordBad", { min, count: fields.password.length }) : undefined}
      />
      <PasswordField
        label={t("field.passwordAgain")}
        autoComplete="new-password"
        maxLength={128}
        value={fields.again}
        onChange={set("again")}
        problem={asked && different ? t("field.passwordAgainBad") : undefined}
      />
      <RefusalNote refusal={refusal} />
      <div role="status" className="empty:hidden">
        {changed && (
          <p className="rounded-field bg-green-wash px-5 py-3 font-strong text-green">{t("own.changed")}</p>
        )}
      </div>
      {!due && <p className="text-small text-ink-soft">{t("own.otherSessions")}</p>}
      <button type="submit" aria-busy={pending} className={buttonClass("primary")}>
        {t(due ? "own.saveAndGoOn" : "own.save")}
      </button>
    </form>
  );
}
