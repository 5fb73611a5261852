import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import { DevicesFrame } from "@/components/staff/devices/devices-frame";
import { StatusScreen } from "@/components/staff/status/status-screen";
import { visitor } from "@/lib/access/guards";
import { openPages } from "@/lib/access/pages";
import { healthReport } from "@/lib/health/report";
import { now } from "@/lib/platform/clock";
import { catalogues } from "../../catalogues";
import { NotAllowed } from "../../not-allowed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("health"))("title") };
}

/** What the service rests on, in plain words: for those who answer for it, and whoever looks after the machines. */
export default async function StatusPage() {
  const account = await visitor("/staff/status");
  if (!account) return <NotAllowed page="/staff/status" />;
  const [t, report] = await Promise.all([getTranslations("health"), healthReport()]);
  // Checks live on the system's clock; the tablet shows the office's, which in the demo is another.
  const ahead = now().getTime() - report.at;
  return (
    <NextIntlClientProvider messages={await catalogues(["common", "staff", "access", "health"])}>
      <DevicesFrame here="status" lead={t("lead")} pages={openPages(account.role)}>
        <StatusScreen report={report} ahead={ahead} />
      </DevicesFrame>
    </NextIntlClientProvider>
  );
}
