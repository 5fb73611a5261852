"use client";

import { useTranslations } from "next-intl";
import { useState, type SubmitEvent } from "react";
import type { Role } from "@/lib/access/types";
import { Field, PasswordField } from "../access/field";
import { newAccountProblems } from "../access/new-account-problems";
import { RefusalNote } from "../access/refusal-note";
import { useSend } from "../access/use-send";
import { buttonClass, SHEET } from "../styles";
import type { Send } from "../types";
import { RoleChoice } from "./role-choice";

const EMPTY = { username: "", name: "", password: "" };

/** An account for a colleague; its first password is told in person, and changed at the first sign-in. */
export function NewAccountForm({
  create,
  roles,
  passwordMin,
}: {
  create: Send<{ id: string }>;
  /** The roles that the maker may give. */
  roles: readonly Role[];
  passwordMin: number;
}) {
  const t = useTranslations("access");
  const { pending, refusal, send } = useSend(create);
  const [fields, setFields] = useState(EMPTY);
  const [role, setRole] = useState<Role>("officer");
  const [asked, setAsked] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const problems = newAccountProblems(fields, passwordMin);
  const problem = (key: keyof typeof EMPTY) => {
    const found = asked ? problems[key] : undefined;
    return found && t(`field.${found.key}`, found.values);
  };
  const set = (key: keyof typeof EMPTY) => (event: { target: { value: string } }) =>
    setFields({ ...fields, [key]: event.target.value });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    setMade(null);
    if (Object.keys(problems).length > 0) return;
    send({ ...fields, role }, () => {
      setMade(fields.name);
      setFields(EMPTY);
      setAsked(false);
    });
  };
  return (
    <form method="post" onSubmit={submit} noValidate className={`${SHEET} flex flex-col gap-4 p-6`}>
      <h2 className="text-lead">{t("accounts.create")}</h2>
      <Field
        label={t("field.name")}
        hint={t("field.nameHint")}
        autoComplete="off"
        maxLength={80}
        value={fields.name}
        onChange={set("name")}
        problem={problem("name")}
      />
      <Field
        label={t("field.username")}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        maxLength={30}
        value={fields.username}
        onChange={set("username")}
        problem={problem("username")}
      />
      <RoleChoice legend={t("accounts.role")} roles={roles} role={role} choose={setRole} />
      <PasswordField
        label={t("field.password")}
        hint={t("field.passwordHint", { min: passwordMin })}
        autoComplete="new-password"
        maxLength={128}
        value={fields.password}
        onChange={set("password")}
        problem={problem("password")}
      />
      <RefusalNote refusal={refusal} />
      <div role="status" className="empty:hidden">
        {made && (
          <p className="rounded-field bg-green-wash px-5 py-3 font-strong text-green">
            {t("accounts.createdNote", { name: made })}
          </p>
        )}
      </div>
      <button type="submit" aria-busy={pending} className={buttonClass("primary")}>
        {t("accounts.submit")}
      </button>
    </form>
  );
}
