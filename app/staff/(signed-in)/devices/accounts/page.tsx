import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountsPanel } from "@/components/staff/devices/accounts-panel";
import { DevicesFrame } from "@/components/staff/devices/devices-frame";
import { listAccounts } from "@/lib/access/account-queries";
import { visitor } from "@/lib/access/guards";
import { openPages } from "@/lib/access/pages";
import { can, MANAGED_ROLES } from "@/lib/access/rights";
import { officeSettings } from "@/lib/office/settings";
import { systemNow } from "@/lib/platform/clock";
import {
  createAccountAction,
  givePasswordAction,
  reinstateAccountAction,
  setIdleMinutesAction,
  setRoleAction,
  suspendAccountAction,
} from "./actions";
import { NotAllowed } from "../../../not-allowed";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.devices.tabs");
  return { title: t("accounts") };
}

/** The people who work here. */
export default async function AccountsPage() {
  const account = await visitor("/staff/devices/accounts");
  if (!account) return <NotAllowed page="/staff/devices/accounts" />;
  const [t, settings] = await Promise.all([getTranslations("access.accounts"), officeSettings()]);
  return (
    <DevicesFrame here="accounts" lead={t("lead")} pages={openPages(account.role)}>
      <AccountsPanel
        accounts={await listAccounts(account)}
        ownId={account.id}
        roles={MANAGED_ROLES[account.role]}
        now={systemNow().getTime()}
        create={createAccountAction}
        suspend={suspendAccountAction}
        reinstate={reinstateAccountAction}
        givePassword={givePasswordAction}
        setRole={setRoleAction}
        idle={
          can(account.role, "settings.manage")
            ? { minutes: settings.sessions.idleMinutes, change: setIdleMinutesAction }
            : null
        }
      />
    </DevicesFrame>
  );
}
