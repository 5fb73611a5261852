"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useState, useSyncExternalStore, type SubmitEvent } from "react";
import { buttonClass, SHEET } from "../styles";
import type { Send } from "../types";
import { Field, PasswordField } from "./field";
import { newAccountProblems, type NewAccountFields } from "./new-account-problems";
import { RefusalNote } from "./refusal-note";
import { useSend } from "./use-send";

const EMPTY: Required<NewAccountFields> & { passwordAgain: string } = {
  username: "",
  name: "",
  password: "",
  passwordAgain: "",
};

const onFragment = (changed: () => void) => {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
};

/** The one-time token of the address's fragment, which only the browser sees; null while the server renders. */
function useFragment(): string | null {
  return useSyncExternalStore(
    onFragment,
    () => window.location.hash.slice(1),
    () => null,
  );
}

/** The first supervisor's account, by the one-time link. */
export function SetupForm({ createFirst, passwordMin }: { createFirst: Send<never>; passwordMin: number }) {
  const t = useTranslations("access");
  const token = useFragment();
  const { pending, refusal, send } = useSend(createFirst);
  const [fields, setFields] = useState(EMPTY);
  const [asked, setAsked] = useState(false);
  const problems = newAccountProblems(fields, passwordMin);
  const different = fields.password !== fields.passwordAgain;
  const set = (key: keyof typeof EMPTY) => (event: { target: { value: string } }) =>
    setFields({ ...fields, [key]: event.target.value });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (Object.keys(problems).length === 0 && !different) send({ ...fields, token });
  };
  const problem = (key: keyof typeof problems) => {
    const found = asked ? problems[key] : undefined;
    return found && t(`field.${found.key}`, found.values);
  };
  if (token === "") {
    return (
      <section className={`${SHEET} p-8`}>
        <h1 className="text-title">{t("setup.noLinkTitle")}</h1>
        <p className="mt-3">{t("setup.noLinkBody")}</p>
      </section>
    );
  }
  return (
    <form method="post" onSubmit={submit} noValidate className={`${SHEET} flex flex-col gap-4 p-8`}>
      <div>
        <h1 className="text-title">{t("setup.title")}</h1>
        <p className="mt-2 text-ink-soft">{t("setup.lead")}</p>
      </div>
      <Field
        label={t("field.name")}
        autoComplete="name"
        maxLength={80}
        value={fields.name}
        onChange={set("name")}
        problem={problem("name")}
      />
      <Field
        label={t("field.username")}
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        maxLength={30}
        value={fields.username}
        onChange={set("username")}
        problem={problem("username")}
      />
      <PasswordField
        label={t("field.password")}
        hint={t("field.passwordHint", { min: passwordMin })}
        autoComplete="new-password"
        maxLength={128}
        value={fields.password}
        onChange={set("password")}
        problem={problem("password")}
      />
      <PasswordField
        label={t("field.passwordAgain")}
        autoComplete="new-password"
        maxLength={128}
        value={fields.passwordAgain}
        onChange={set("passwordAgain")}
        problem={asked && different ? t("field.passwordAgainBad") : undefined}
      />
      <RefusalNote refusal={refusal} />
      {refusal?.code === "LINK_USED" && (
        <Link href="/staff/sign-in" className={buttonClass("secondary")}>
          {t("setup.toSignIn")}
        </Link>
      )}
      <button type="submit" aria-busy={pending} className={buttonClass("primary")}>
        {t(pending ? "setup.submitting" : "setup.submit")}
      </button>
    </form>
  );
}
