"use client";

import { useTranslations } from "next-intl";
import { useState, type SubmitEvent } from "react";
import type { GivenPassword, Role } from "@/lib/access/types";
import { Field } from "../access/field";
import { newAccountProblems } from "../access/new-account-problems";
import { RefusalNote } from "../access/refusal-note";
import { useSend } from "../access/use-send";
import { buttonClass, SHEET } from "../styles";
import type { Send } from "../types";
import { GivenPasswordNote } from "./given-password";
import { RoleChoice } from "./role-choice";

const EMPTY = { username: "", name: "" };

/** An account for a colleague; its first password is made here, told in person, and changed at the first sign-in. */
export function NewAccountForm({
  create,
  roles,
}: {
  create: Send<{ id: string } & GivenPassword>;
  /** The roles that the maker may give. */
  roles: readonly Role[];
}) {
  const t = useTranslations("access");
  const { pending, refusal, send } = useSend(create);
  const [fields, setFields] = useState(EMPTY);
  const [role, setRole] = useState<Role>("officer");
  const [asked, setAsked] = useState(false);
  const [made, setMade] = useState<{ readonly name: string; readonly given: GivenPassword } | null>(null);
  const problems = newAccountProblems(fields);
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
    send({ ...fields, role }, (given) => {
      setMade({ name: fields.name, given });
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
      <p className="text-ink-soft">{t("accounts.firstPassword")}</p>
      <RefusalNote refusal={refusal} />
      {made && <GivenPasswordNote {...made} close={() => setMade(null)} />}
      <button type="submit" aria-busy={pending} className={buttonClass("primary")}>
        {t("accounts.submit")}
      </button>
    </form>
  );
}
