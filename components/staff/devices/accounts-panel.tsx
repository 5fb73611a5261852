"use client";

import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";
import { useState } from "react";
import type { AccountRow, GivenPassword, Role } from "@/lib/access/types";
import { useSend } from "../access/use-send";
import { buttonClass, TEXT_LINK } from "../styles";
import type { Send } from "../types";
import { ChangeRole, NewPassword } from "./account-changes";
import { IdleForm } from "./idle-form";
import { NewAccountForm } from "./new-account-form";
import { Row, Rows } from "./row";

type Acts = {
  suspend: Send<null>;
  reinstate: Send<null>;
  givePassword: Send<GivenPassword>;
  setRole: Send<null>;
  /** The roles whose accounts are the reader's to manage. */
  roles: readonly Role[];
  now: number;
};

/** The people who work here: made, suspended, given passwords and roles by those whose accounts they are to manage. */
export function AccountsPanel({
  accounts,
  ownId,
  create,
  idle,
  ...acts
}: Acts & {
  accounts: readonly AccountRow[];
  ownId: string;
  create: Send<{ id: string } & GivenPassword>;
  /** After how many untouched minutes sessions end, for those who may change it. */
  idle: { readonly minutes: number; readonly change: Send<null> } | null;
}) {
  return (
    <div className="grid items-start gap-6 wide:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="wide:order-last">
        <NewAccountForm create={create} roles={acts.roles} />
      </div>
      <div className="flex flex-col gap-6">
        <Rows empty="">
          {accounts.map((account) => (
            <AccountItem key={account.id} account={account} own={account.id === ownId} {...acts} />
          ))}
        </Rows>
        {idle && <IdleForm key={idle.minutes} minutes={idle.minutes} change={idle.change} />}
      </div>
    </div>
  );
}

/** When somebody last signed in, in the office's zone. */
function useLastSignIn({ lastSignInAt, managed }: AccountRow, own: boolean, now: number): string | null {
  const t = useTranslations("access.accounts");
  const format = useFormatter();
  if (!managed && !own) return null;
  if (lastSignInAt === null) return t("neverSignedIn");
  return t("lastSignIn", { when: format.relativeTime(Math.min(lastSignInAt, now), now) });
}

/** What is to be known of an account at first sight: one's own, suspended, or how its first password stands. */
function useNote({ suspended, passwordUntil }: AccountRow, own: boolean, now: number): string | undefined {
  const t = useTranslations("access.accounts");
  const format = useFormatter();
  if (own) return t("you");
  if (suspended) return t("suspended");
  if (passwordUntil === null) return undefined;
  if (passwordUntil <= now) return t("passwordOutlived");
  return t("passwordGiven", { when: format.relativeTime(passwordUntil, now) });
}

function AccountItem({ account, own, ...acts }: Acts & { account: AccountRow; own: boolean }) {
  const t = useTranslations("access");
  const { id, name, role, username, suspended, managed } = account;
  const [changing, setChanging] = useState<"password" | "role" | null>(null);
  const reinstating = useSend(acts.reinstate);
  const lastSignIn = useLastSignIn(account, own, acts.now);
  const close = () => setChanging(null);
  const suspend = {
    label: t("accounts.suspend"),
    ask: t("accounts.suspendAsk", { name }),
    yes: t("accounts.suspendYes"),
    action: acts.suspend,
    input: { id },
  };
  const note = useNote(account, own, acts.now);
  return (
    <Row
      title={name}
      detail={
        <>
          {t(`role.${role}`)}, {username}
          {lastSignIn && <span className="block">{lastSignIn}</span>}
        </>
      }
      note={note}
      question={managed && !suspended && changing === null ? suspend : undefined}
      below={
        changing === "password" ? (
          <NewPassword account={account} close={close} send={acts.givePassword} />
        ) : (
          changing === "role" && (
            <ChangeRole account={account} close={close} send={acts.setRole} roles={acts.roles} />
          )
        )
      }
    >
      {own && (
        <Link href="/staff/account" className={TEXT_LINK}>
          {t("own.title")}
        </Link>
      )}
      {managed && changing === null && (
        <>
          <Link href={`/staff/devices/accounts/${id}`} className={TEXT_LINK}>
            {t("history.title")}
          </Link>
          {acts.roles.length > 1 && (
            <button
              type="button"
              onClick={() => setChanging("role")}
              className={buttonClass("secondary", "small")}
            >
              {t("accounts.changeRole")}
            </button>
          )}
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
            <button
              type="button"
              onClick={() => setChanging("password")}
              className={buttonClass("secondary", "small")}
            >
              {t("accounts.newPassword")}
            </button>
          )}
        </>
      )}
    </Row>
  );
}
