"use client";

import { useTranslations } from "next-intl";
import { useState, type ReactNode, type SubmitEvent } from "react";
import type { AccountRow, Role } from "@/lib/access/types";
import { PasswordField } from "../access/field";
import { RefusalNote } from "../access/refusal-note";
import { useSend } from "../access/use-send";
import { buttonClass } from "../styles";
import type { Send } from "../types";
import { RoleChoice } from "./role-choice";

type Props = { readonly account: AccountRow; readonly close: () => void; readonly send: Send<null> };

/** Another password, told in person; its owner changes it at the next sign-in. */
export function NewPassword({
  account: { id, name },
  close,
  send: setPassword,
  min,
}: Props & { min: number }) {
  const t = useTranslations("access");
  const { pending, refusal, send } = useSend(setPassword);
  const [password, setTyped] = useState("");
  const [asked, setAsked] = useState(false);
  const short = password.length < min;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!short) send({ id, password }, close);
  };
  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-3">
      <PasswordField
        label={`${t("accounts.newPassword")}, ${name}`}
        hint={t("accounts.newPasswordNote", { name })}
        problem={asked && short ? t("field.passwordBad", { min, count: password.length }) : undefined}
        autoFocus
        autoComplete="new-password"
        maxLength={128}
        value={password}
        onChange={(event) => setTyped(event.target.value)}
      />
      <RefusalNote refusal={refusal} />
      <Buttons pending={pending} close={close} />
    </form>
  );
}

/** Another role; its owner signs in anew with it. */
export function ChangeRole({ account, close, send: setRole, roles }: Props & { roles: readonly Role[] }) {
  const t = useTranslations("access");
  const { pending, refusal, send } = useSend(setRole);
  const [role, choose] = useState(account.role);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (role === account.role) close();
    else send({ id: account.id, role }, close);
  };
  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-3">
      <RoleChoice
        legend={t("accounts.roleOf", { name: account.name })}
        roles={roles}
        role={role}
        choose={choose}
      />
      <p className="text-small text-ink-soft">{t("accounts.roleNote", { name: account.name })}</p>
      <RefusalNote refusal={refusal} />
      <Buttons pending={pending} close={close} />
    </form>
  );
}

function Buttons({ pending, close }: { pending: boolean; close: () => void }): ReactNode {
  const t = useTranslations("access.devices");
  return (
    <div className="flex flex-wrap gap-3">
      <button type="submit" aria-busy={pending} className={buttonClass("primary", "small")}>
        {t("save")}
      </button>
      <button type="button" onClick={close} className={buttonClass("secondary", "small")}>
        {t("cancel")}
      </button>
    </div>
  );
}
