import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HallScreen } from "@/components/staff/hall/hall-screen";
import { visitor } from "@/lib/access/guards";
import { liveHall } from "@/lib/hall/live-hall";
import { acknowledgeAlertsAction } from "../../actions/hall";
import { NotAllowed } from "../../not-allowed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.nav"))("hall") };
}

/** Everybody who waits for biometrics, by time left, kept true by the live line of the frame. */
export default async function HallPage() {
  const account = await visitor("/staff/hall");
  if (!account) return <NotAllowed page="/staff/hall" />;
  return <HallScreen drawn={await liveHall({ account })} acknowledge={acknowledgeAlertsAction} />;
}
