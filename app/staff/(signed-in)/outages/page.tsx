import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OutagesScreen } from "@/components/staff/outages/outages-screen";
import { visitor } from "@/lib/access/guards";
import { officeSettings } from "@/lib/office/settings";
import { localParts } from "@/lib/office/local-time";
import { now } from "@/lib/platform/clock";
import { listOutages } from "@/lib/queue/outage-queries";
import { changeOutageAction, previewOutageAction } from "../../actions/outages";
import { NotAllowed } from "../../not-allowed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.nav"))("outages") };
}

/** Disruptions: declared, corrected and ended by officers; kiosks answer by them at once. */
export default async function OutagesPage() {
  const account = await visitor("/staff/outages");
  if (!account) return <NotAllowed page="/staff/outages" />;
  const [outages, settings] = await Promise.all([listOutages({ account }), officeSettings()]);
  const serverNow = now().getTime();
  return (
    <OutagesScreen
      outages={outages}
      today={localParts(serverNow, settings.timeZone).date}
      preview={previewOutageAction}
      change={changeOutageAction}
    />
  );
}
