"use client";

import { useTranslations } from "next-intl";
import { DashIcon } from "@/components/ui/icons";
import type { FeedState } from "@/lib/hall/types";
import { useWords } from "../use-words";

/** Says plainly when the queue system has been silent for too long: what stands below may then be old. */
export function FeedNotice({ feed, now }: { feed: FeedState; now: number }) {
  const t = useTranslations("hall.feed");
  const { clock, wait } = useWords();
  const silent = feed.kind === "HEARD" && feed.silentFrom !== null && now >= feed.silentFrom;
  return (
    <div role="status" className={silent || feed.kind === "NONE" ? "mt-4" : "contents"}>
      {silent && (
        <p
          data-feed="silent"
          className="flex items-start gap-3 rounded-field bg-amber-wash px-5 py-3 text-amber"
        >
          <DashIcon className="mt-0.5 h-6 w-6" />
          <span>
            <strong className="font-head">
              {t("silent", { wait: wait(now - feed.lastAt), time: clock(feed.lastAt) })}
            </strong>{" "}
            {t("silentBody")}
          </span>
        </p>
      )}
      {feed.kind === "NONE" && <p className="rounded-field bg-card px-5 py-3 text-ink-soft">{t("none")}</p>}
    </div>
  );
}
