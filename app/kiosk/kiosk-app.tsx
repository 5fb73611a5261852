"use client";

import { NextIntlClientProvider, type AbstractIntlMessages } from "next-intl";
import { useState } from "react";
import type { CameraView } from "@/components/kiosk/attract-screen";
import type { LocaleChoice } from "@/components/kiosk/types";
import type { KioskOffice, KioskStanding } from "@/lib/vouchers/types";
import { KioskSession } from "./kiosk-session";
import { useLaterScreens } from "./use-later-screens";
import { useOfficeClock } from "./use-office-clock";
import { usePulse } from "./use-pulse";
import { useStanding } from "./use-standing";

export interface KioskAppProps {
  readonly office: KioskOffice;
  readonly serverNow: number;
  /** The server's own instant at which this page was made, epoch ms. */
  readonly loadedAt: number;
  readonly build: string;
  readonly standing: KioskStanding;
  readonly locales: readonly LocaleChoice[];
  /** Every language's catalogue: switching needs no server. */
  readonly catalogues: Readonly<Record<string, AbstractIntlMessages>>;
}

const FRESH = { largeText: false, lowButtons: false, muted: false };
/** The kiosk: sessions one after another, each starting from the first language and with nothing remembered. */
export function KioskApp(props: KioskAppProps) {
  const { office, serverNow, loadedAt, build, standing, locales, catalogues } = props;
  const first = locales[0]?.code ?? "id";
  const [session, setSession] = useState(0);
  const [locale, setLocale] = useState(first);
  const [controls, setControls] = useState(FRESH);
  const [camera, setCamera] = useState<CameraView>("starting");
  // What the camera says first, it says when it was asked for, or cannot be.
  const [cameraAsked, setCameraAsked] = useState(false);
  const later = useLaterScreens(cameraAsked);
  const { now, heard } = useOfficeClock(serverNow);
  const { closed, disturbedSince, officeMark } = useStanding(standing);
  const { away, stale } = usePulse({ build, camera, loadedAt }, heard);

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
        disturbedSince={disturbedSince}
        camera={camera}
        onCamera={(next) => {
          setCameraAsked(true);
          setCamera(next);
        }}
        later={later}
        away={away}
        stale={stale || officeMark !== standing.officeMark || (later.hopeless && !away)}
        onEnd={end}
      />
    </NextIntlClientProvider>
  );
}
