"use client";

import { useTranslations } from "next-intl";
import { useState, type SubmitEvent } from "react";
import type { AccountRow } from "@/lib/access/types";
import { PasswordField } from "../access/field";
import { RefusalNote } from "../access/refusal-note";
import { useSend } from "../access/use-send";
import { buttonClass } from "../styles";
import type { Send } from "../types";
import { NewAccountForm } from "./new-account-form";
import { Row, Rows } from "./row";

type Acts = {
  create: Send<{ id: string }>;
  suspend: Send<null>;
  reinstate: Send<null>;
  setPassword: Send<null>;
  passwordMin: number;
};

/** The people who work here: made, suspended, and given another password by a supervisor. */
export function AccountsPanel({
  accounts,
  ownId,
  ...acts
}: Acts & { accounts: readonly AccountRow[]; ownId: string }) {
  return (
    <div className="grid items-start gap-6 wide:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="wide:order-last">
        <NewAccountForm create={acts.create} passwordMin={acts.passwordMin} />
      </div>
      <Rows empty="">
        {accounts.map((account) => (
          <AccountItem key={account.id} account={account} own={account.id === ownId} {...acts} />
        ))}
      </Rows>
    </div>
  );
}

function AccountItem({ account, own, ...acts }: Acts & { account: AccountRow; own: boolean }) {
  const t = useTranslations("access");
  const { id, name, role, username, suspended } = account;
  const [changing, setChanging] = useState(false);
  const reinstating = useSend(acts.reinstate);
  if (changing) {
    return (
      <li className="border-t border-line px-6 py-4 first:border-t-0">
        <NewPassword account={account} close={() => setChanging(false)} {...acts} />
      </li>
    );
  }
  const suspend = {
    label: t("accounts.suspend"),
    ask: t("accounts.suspendAsk", { name }),
    yes: t("accounts.suspendYes"),
    action: acts.suspend,
    input: { id },
  };
  return (
    <Row
      title={name}
      detail={`${t(`role.${role}`)}, ${username}`}
      note={own ? t("accounts.you") : suspended ? t("accounts.suspended") : undefined}
      question={own || suspended ? undefined : suspend}
    >
      {suspended ? (
        <button
          type="button"
          aria-busy={reinstating.pending}
          onClick={() => reinstating.send({ id })}
          className={buttonClass("secondary", "small")}
        >
          {t("accounts.reinstate")}
        </button>
      ) : (
        <button type="button" onClick={() => setChanging(true)} className={buttonClass("secondary", "small")}>
          {t("accounts.newPassword")}
        </button>
      )}
    </Row>
  );
}

function NewPassword({
  account,
  close,
  setPassword,
  passwordMin: min,
}: Acts & { account: AccountRow; close: () => void }) {
  const t = useTranslations("access");
  const { pending, refusal, send } = useSend(setPassword);
  const [password, setTyped] = useState("");
  const [asked, setAsked] = useState(false);
  const short = password.length < min;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!short) send({ id: account.id, password }, close);
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3">
      <PasswordField
        label={`${t("accounts.newPassword")}, ${account.name}`}
        hint={t("accounts.newPasswordNote", { name: account.name })}
        problem={asked && short ? t("field.passwordBad", { min, count: password.length }) : undefined}
        autoFocus
        autoComplete="new-password"
        maxLength={128}
        value={password}
        onChange={(event) => setTyped(event.target.value)}
      />
      <RefusalNote refusal={refusal} />
      <div className="flex flex-wrap gap-3">
        <button type="submit" aria-busy={pending} className={buttonClass("primary", "small")}>
          {t("devices.save")}
        </button>
        <button type="button" onClick={close} className={buttonClass("secondary", "small")}>
          {t("devices.cancel")}
        </button>
      </div>
    </form>
  );
}
