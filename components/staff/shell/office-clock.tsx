"use client";

import { useTranslations } from "next-intl";
import { useOfficeNow } from "../use-office-now";
import { useWords } from "../use-words";

/** The office's clock, not the tablet's. */
export function OfficeClock({ serverNow, zoneLabel }: { serverNow: number; zoneLabel: string }) {
  const t = useTranslations("staff");
  const { clock } = useWords();
  const now = useOfficeNow(serverNow);
  return (
    <time
      dateTime={new Date(now).toISOString()}
      title={zoneLabel}
      suppressHydrationWarning
      className="text-[32px] leading-none font-head tracking-[-.02em] tabular-nums"
    >
      <span className="sr-only">{t("clock")} </span>
      {clock(now)}
    </time>
  );
}
