import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountsPanel } from "@/components/staff/devices/accounts-panel";
import { DevicesFrame, OnlySupervisors } from "@/components/staff/devices/devices-frame";
import { listAccounts } from "@/lib/access/accounts";
import { requireAccount } from "@/lib/access/guards";
import { can } from "@/lib/access/rights";
import { PASSWORD_MIN } from "@/lib/access/schema";
import {
  createAccountAction,
  reinstateAccountAction,
  setPasswordAction,
  suspendAccountAction,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.devices.tabs");
  return { title: t("accounts") };
}

/** The people who work here, for supervisors. */
export default async function AccountsPage() {
  const account = await requireAccount("/staff/devices/accounts");
  if (!can(account.role, "accounts.manage")) return <OnlySupervisors />;
  const t = await getTranslations("access.accounts");
  return (
    <DevicesFrame here="accounts" lead={t("lead")}>
      <AccountsPanel
        accounts={await listAccounts()}
        ownId={account.id}
        passwordMin={PASSWORD_MIN}
        create={createAccountAction}
        suspend={suspendAccountAction}
        reinstate={reinstateAccountAction}
        setPassword={setPasswordAction}
      />
    </DevicesFrame>
  );
}
