"use client";

import { useEffect, useEffectEvent, useState } from "react";

const EVERY_MS = 10_000;
/** While the server stays out it is looked for more often: the first good beat brings the kiosk back. */
const LOST_EVERY_MS = 3_000;
const PATIENCE_MS = 4_000;
/** One lost beat is a flapping Wi-Fi, two in a row are a lost server. */
const BEATS_TO_LOSE = 2;

interface Pulse {
  readonly now: number;
  /** The server's own clock, also in the demo. */
  readonly systemNow: number;
  readonly build: string;
  readonly enrolled: boolean;
  /** When staff last asked this kiosk to reload, by the server's clock. */
  readonly reloadAskedAt: number | null;
}

/** What a kiosk tells of itself; nothing of anybody before it. */
interface Report {
  readonly build: string;
  readonly camera: string;
  /** The server's instant at which this page was made. */
  readonly loadedAt: number;
}

const isPulse = (value: unknown): value is Pulse =>
  typeof value === "object" && value !== null && "now" in value && typeof value.now === "number";

/** "1080x1920": which kind of screen this is. */
const screenKind = () => `${window.screen.width}x${window.screen.height}`;

async function beat(report: Report, skewMs: number | null): Promise<Pulse | null> {
  try {
    const response = await fetch("/kiosk/pulse", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...report, screen: screenKind(), skewMs }),
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const pulse: unknown = await response.json();
    return response.ok && isPulse(pulse) ? pulse : null;
  } catch {
    return null;
  }
}

/**
 * The kiosk's heartbeat: hears the office's clock, tells how this kiosk is, and learns what is wanted of it.
 * `away` says that the server is lost; `stale` that this page should load itself anew when nobody is before it: a newer
 * build runs, staff asked for it, or this browser is no kiosk any more.
 */
export function usePulse(
  report: Report,
  onPulse: (officeNow: number) => void,
): { readonly away: boolean; readonly stale: boolean } {
  const [missed, setMissed] = useState(0);
  const [stale, setStale] = useState(false);
  const told = useEffectEvent(() => report);
  const heard = useEffectEvent((pulse: Pulse) => {
    setMissed(0);
    onPulse(pulse.now);
    const asked = (pulse.reloadAskedAt ?? 0) > report.loadedAt;
    if (asked || pulse.build !== report.build || !pulse.enrolled) setStale(true);
  });
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let skewMs: number | null = null;
    const ask = async () => {
      const sent = Date.now();
      const pulse = await beat(told(), skewMs);
      if (stopped) return;
      if (pulse) {
        skewMs = Math.round((sent + Date.now()) / 2 - pulse.systemNow);
        heard(pulse);
      } else setMissed((before) => before + 1);
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), pulse ? EVERY_MS : LOST_EVERY_MS);
    };
    const again = () => void ask();
    void ask();
    window.addEventListener("online", again);
    return () => {
      stopped = true;
      clearTimeout(timer);
      window.removeEventListener("online", again);
    };
  }, []);
  return { away: missed >= BEATS_TO_LOSE, stale };
}
