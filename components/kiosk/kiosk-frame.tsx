"use client";

import { useFormatter } from "next-intl";
import { useEffect, type ReactNode } from "react";
import { DemoRibbon } from "@/components/ui/demo-ribbon";
import { Logo } from "@/components/ui/logo";
import { Motif } from "@/components/ui/motif";
import { FrameProvider, type FrameState } from "./frame-context";
import { usePageGuard } from "./use-page-guard";

export type KioskFrameProps = FrameState & {
  /** The server's instant, epoch ms, kept running by the page; null until it is known. */
  now: number | null;
  /** Navy is kept for the apology; every other screen is paper. */
  tone: "paper" | "navy";
  children: ReactNode;
};

/** The whole screen around every kiosk screen: ribbon, office, clock, and the context the controls live in. */
export function KioskFrame({ now, tone, children, ...frame }: KioskFrameProps) {
  const { office, locale } = frame;
  usePageGuard();
  // The page's own language too: speech and hyphens follow it, also in what is no child of the frame.
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <div
      className="kiosk"
      data-surface="kiosk"
      data-tone={tone}
      data-demo={office.demo || undefined}
      data-text={frame.largeText ? "large" : "normal"}
      data-reach={frame.lowButtons ? "low" : "normal"}
      lang={locale}
    >
      <Motif tone={tone} />
      {office.demo && <DemoRibbon className="relative" />}
      <div className="kiosk-stage">
        <header className="flex shrink-0 items-center justify-between gap-8">
          <div className="flex min-w-0 items-center gap-5 text-(length:--text-frame)">
            <Logo className="size-16 shrink-0" />
            <p className="min-w-0 leading-tight">
              <strong className="block font-head tracking-[-0.01em]">{office.name}</strong>
              <span className="text-soft">{office.subtitle}</span>
            </p>
          </div>
          {now !== null && <Clock now={now} zoneLabel={office.zoneLabel} />}
        </header>
        <FrameProvider value={frame}>{children}</FrameProvider>
      </div>
    </div>
  );
}

function Clock({ now, zoneLabel }: { now: number; zoneLabel: string }) {
  const format = useFormatter();
  return (
    <p className="shrink-0 text-right text-(length:--text-frame) leading-tight">
      <time dateTime={new Date(now).toISOString()} className="block whitespace-nowrap">
        <strong className="text-[1.75em] leading-none font-head tracking-[-0.02em] tabular-nums">
          {format.dateTime(now, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}
        </strong>{" "}
        <span className="text-soft">{zoneLabel}</span>
      </time>
      <span className="text-soft">
        {format.dateTime(now, { weekday: "long", day: "numeric", month: "long" })}
      </span>
    </p>
  );
}
