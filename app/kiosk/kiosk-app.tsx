"use client";

import { NextIntlClientProvider, type AbstractIntlMessages } from "next-intl";
import { useEffect, useState } from "react";
import type { LocaleChoice } from "@/components/kiosk/types";
import type { KioskOffice } from "@/lib/vouchers/types";
import { KioskSession } from "./kiosk-session";
import { useOfficeClock } from "./use-office-clock";
import { usePulse } from "./use-pulse";

export interface KioskAppProps {
  readonly office: KioskOffice;
  readonly serverNow: number;
  readonly build: string;
  readonly closed: { readonly opensAt: number | null } | null;
  readonly locales: readonly LocaleChoice[];
  /** Every language's catalogue: switching needs no server. */
  readonly catalogues: Readonly<Record<string, AbstractIntlMessages>>;
}

const FRESH = { largeText: false, lowButtons: false, muted: false };
/** A page that is out of date says so for a moment before it loads itself anew. */
const RELOAD_AFTER_MS = 2_000;

/** The kiosk: sessions one after another, each starting from the first language and with nothing remembered. */
export function KioskApp({ office, serverNow, build, closed, locales, catalogues }: KioskAppProps) {
  const first = locales[0]?.code ?? "id";
  const [session, setSession] = useState(0);
  const [locale, setLocale] = useState(first);
  const [controls, setControls] = useState(FRESH);
  const [stale, setStale] = useState(false);
  const { now, heard } = useOfficeClock(serverNow);
  usePulse({ build, onPulse: (pulse) => heard(pulse.now), onStale: () => setStale(true) });
  useEffect(() => {
    if (!stale) return;
    const timer = setTimeout(() => window.location.reload(), RELOAD_AFTER_MS);
    return () => clearTimeout(timer);
  }, [stale]);

  const end = () => {
    setSession((before) => before + 1);
    setLocale(first);
    setControls(FRESH);
    window.getSelection()?.removeAllRanges();
  };
  const set = (name: keyof typeof FRESH) => (on: boolean) =>
    setControls((before) => ({ ...before, [name]: on }));
  const frame = {
    office,
    locale,
    locales,
    onLocale: setLocale,
    ...controls,
    onLargeText: set("largeText"),
    onLowButtons: set("lowButtons"),
    onMuted: set("muted"),
  };
  return (
    <NextIntlClientProvider locale={locale} messages={catalogues[locale] ?? {}} timeZone={office.timeZone}>
      <KioskSession
        key={session}
        frame={frame}
        now={now}
        heard={heard}
        closed={closed}
        stale={stale}
        onEnd={end}
      />
    </NextIntlClientProvider>
  );
}
