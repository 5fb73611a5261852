import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import { DevicesFrame } from "@/components/staff/devices/devices-frame";
import { SettingsForm } from "@/components/staff/settings/settings-form";
import { visitor } from "@/lib/access/guards";
import { openPages } from "@/lib/access/pages";
import { listPrinters } from "@/lib/printing/queries";
import { settingsPage } from "@/lib/vouchers/office-settings/settings-page";
import { catalogues } from "../../catalogues";
import { NotAllowed } from "../../not-allowed";
import { testPrintAction } from "../devices/printers/actions";
import { tryPatternsAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

/** What the form, its previews and the frame around them say. */
const NAMESPACES = ["common", "staff", "access", "slip", "kiosk", "settings"];

/** Everything that differs between offices, with what it will look like. */
export default async function SettingsPage() {
  const account = await visitor("/staff/settings");
  if (!account) return <NotAllowed page="/staff/settings" />;
  const [t, page, printers, messages] = await Promise.all([
    getTranslations("settings"),
    settingsPage(),
    listPrinters(),
    catalogues(NAMESPACES),
  ]);
  return (
    <NextIntlClientProvider messages={messages}>
      <DevicesFrame here="settings" lead={t("lead")} pages={openPages(account.role)}>
        <SettingsForm
          page={page}
          printers={printers.map(({ id, name }) => ({ id, name }))}
          testPrint={testPrintAction}
          tryPatterns={tryPatternsAction}
        />
      </DevicesFrame>
    </NextIntlClientProvider>
  );
}
