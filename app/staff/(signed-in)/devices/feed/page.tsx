import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DevicesFrame } from "@/components/staff/devices/devices-frame";
import { FeedPanel } from "@/components/staff/devices/feed-panel";
import { listFeedTokens } from "@/lib/access/feed-tokens";
import { visitor } from "@/lib/access/guards";
import { openPages } from "@/lib/access/pages";
import { systemNow } from "@/lib/platform/clock";
import { issueFeedTokenAction, revokeFeedTokenAction } from "./actions";
import { NotAllowed } from "../../../not-allowed";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.devices.tabs");
  return { title: t("feed") };
}

/** Who may send the queue in. */
export default async function FeedPage() {
  const account = await visitor("/staff/devices/feed");
  if (!account) return <NotAllowed page="/staff/devices/feed" />;
  const t = await getTranslations("access.feed");
  return (
    <DevicesFrame here="feed" lead={t("lead")} pages={openPages(account.role)}>
      <FeedPanel
        tokens={await listFeedTokens()}
        now={systemNow().getTime()}
        issue={issueFeedTokenAction}
        revoke={revokeFeedTokenAction}
      />
    </DevicesFrame>
  );
}
