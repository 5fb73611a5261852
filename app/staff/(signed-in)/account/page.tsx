import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountHistory } from "@/components/staff/devices/account-history";
import { OwnAccount } from "@/components/staff/access/own-account";
import { PAGE } from "@/components/staff/styles";
import { openAccount } from "@/lib/access/account-queries";
import { requireSession } from "@/lib/access/guards";
import { staffPath } from "@/lib/access/local-path";
import { PASSWORD_MIN } from "@/lib/access/schema";
import { officeSettings } from "@/lib/office/settings";
import { changeOwnPasswordAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access.own"))("title") };
}

/** Everybody's own page: who they are here, their password, and what happened to their account. */
export default async function OwnAccountPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: unknown }>;
}) {
  const next = staffPath((await searchParams).next);
  const { account, mustChangePassword } = await requireSession("/staff/account");
  const [own, settings] = await Promise.all([openAccount(account, account.id), officeSettings()]);
  return (
    <div className={PAGE}>
      <OwnAccount
        name={account.name}
        role={account.role}
        username={own?.account.username ?? ""}
        due={mustChangePassword}
        next={next}
        passwordMin={PASSWORD_MIN}
        idleMinutes={settings.sessions.idleMinutes}
        change={changeOwnPasswordAction}
      >
        {own && !mustChangePassword && <AccountHistory events={own.history} />}
      </OwnAccount>
    </div>
  );
}
