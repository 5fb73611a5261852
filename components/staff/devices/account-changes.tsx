"use client";

import { useTranslations } from "next-intl";
import { useState, type ReactNode, type SubmitEvent } from "react";
import type { AccountRow, GivenPassword, Role } from "@/lib/access/types";
import { RefusalNote } from "../access/refusal-note";
import { useSend } from "../access/use-send";
import { buttonClass } from "../styles";
import type { Send } from "../types";
import { GivenPasswordNote } from "./given-password";
import { RoleChoice } from "./role-choice";

interface Props {
  readonly account: AccountRow;
  readonly close: () => void;
}

/** Another password, made and shown once; its owner changes it at the next sign-in. */
export function NewPassword({
  account: { id, name },
  close,
  send: give,
}: Props & { send: Send<GivenPassword> }) {
  const t = useTranslations("access");
  const { pending, refusal, send } = useSend(give);
  const [given, setGiven] = useState<GivenPassword | null>(null);
  if (given) return <GivenPasswordNote name={name} given={given} close={close} />;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    send({ id }, setGiven);
  };
  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-3">
      <p className="font-strong">{t("accounts.newPasswordAsk", { name })}</p>
      <p className="text-small text-ink-soft">{t("accounts.newPasswordNote", { name })}</p>
      <RefusalNote refusal={refusal} />
      <Buttons pending={pending} close={close} yes={t("accounts.newPasswordYes")} />
    </form>
  );
}

/** Another role; its owner signs in anew with it. */
export function ChangeRole({
  account,
  close,
  send: setRole,
  roles,
}: Props & { send: Send<null>; roles: readonly Role[] }) {
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

function Buttons({
  pending,
  close,
  yes,
}: {
  pending: boolean;
  close: () => void;
  /** What the first one says; "save" where nothing else is said. */
  yes?: string;
}): ReactNode {
  const t = useTranslations("access.devices");
  return (
    <div className="flex flex-wrap gap-3">
      <button type="submit" aria-busy={pending} className={buttonClass("primary", "small")}>
        {yes ?? t("save")}
      </button>
      <button type="button" onClick={close} className={buttonClass("secondary", "small")}>
        {t("cancel")}
      </button>
    </div>
  );
}
