import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import { DevicesFrame } from "@/components/staff/devices/devices-frame";
import { VersionList } from "@/components/staff/settings/version-list";
import { visitor } from "@/lib/access/guards";
import { openPages } from "@/lib/access/pages";
import { settingVersionsPage } from "@/lib/vouchers/office-settings/queries";
import { catalogues } from "../../../catalogues";
import { NotAllowed } from "../../../not-allowed";
import { takeSettingsAgainAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("versionsTitle") };
}

type Search = Promise<Readonly<Record<"before" | "look", string | string[] | undefined>>>;

/** A version's number from the address; anything else is none. */
const numberOf = (value: string | string[] | undefined) =>
  typeof value === "string" && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;

/** Every version of the settings, who made it and what it changed. */
export default async function VersionsPage({ searchParams }: { searchParams: Search }) {
  const account = await visitor("/staff/settings/versions");
  if (!account) return <NotAllowed page="/staff/settings/versions" />;
  const { before, look } = await searchParams;
  const [t, page, messages] = await Promise.all([
    getTranslations("settings"),
    settingVersionsPage(numberOf(before), numberOf(look)),
    catalogues(["common", "staff", "access", "settings"]),
  ]);
  return (
    <NextIntlClientProvider messages={messages}>
      <DevicesFrame here="settings" lead={t("versionsLead")} pages={openPages(account.role)}>
        <VersionList page={page} takeAgain={takeSettingsAgainAction} />
      </DevicesFrame>
    </NextIntlClientProvider>
  );
}
