import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DevicesFrame, OnlySupervisors } from "@/components/staff/devices/devices-frame";
import { FeedPanel } from "@/components/staff/devices/feed-panel";
import { listFeedTokens } from "@/lib/access/feed-tokens";
import { requireAccount } from "@/lib/access/guards";
import { can } from "@/lib/access/rights";
import { systemNow } from "@/lib/platform/clock";
import { issueFeedTokenAction, revokeFeedTokenAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.devices.tabs");
  return { title: t("feed") };
}

/** Who may send the queue in, for supervisors. */
export default async function FeedPage() {
  const account = await requireAccount("/staff/devices/feed");
  if (!can(account.role, "feed.manage")) return <OnlySupervisors />;
  const t = await getTranslations("access.feed");
  return (
    <DevicesFrame here="feed" lead={t("lead")}>
      <FeedPanel
        tokens={await listFeedTokens()}
        now={systemNow().getTime()}
        issue={issueFeedTokenAction}
        revoke={revokeFeedTokenAction}
      />
    </DevicesFrame>
  );
}
