import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AccountHistory } from "@/components/staff/devices/account-history";
import { DevicesFrame } from "@/components/staff/devices/devices-frame";
import { openAccount } from "@/lib/access/account-queries";
import { visitor } from "@/lib/access/guards";
import { openPages } from "@/lib/access/pages";
import { NotAllowed } from "../../../../not-allowed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access.history"))("title") };
}

/** What became of one account: its sign-ins and who changed what of it, for those who manage it. */
export default async function AccountPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await visitor("/staff/devices/accounts/[id]", `/staff/devices/accounts/${id}`);
  if (!viewer) return <NotAllowed page="/staff/devices/accounts/[id]" />;
  const found = await openAccount(viewer, id);
  if (!found) notFound();
  const { account, history } = found;
  const t = await getTranslations("access");
  const lead = `${account.name}, ${t(`role.${account.role}`)}, ${account.username}`;
  return (
    <DevicesFrame here="accounts" lead={lead} pages={openPages(viewer.role)}>
      <AccountHistory events={history} />
    </DevicesFrame>
  );
}
