"use client";

import { useEffect, useEffectEvent } from "react";

const EVERY_MS = 10_000;

interface Pulse {
  readonly now: number;
  readonly build: string;
  readonly enrolled: boolean;
}

/** Hears the server's heartbeat: its clock, and whether this page is still of its build. */
export function usePulse({
  build,
  onPulse,
  onStale,
}: {
  readonly build: string;
  readonly onPulse: (pulse: Pulse) => void;
  /** The server has a newer build, or no longer knows this device. */
  readonly onStale: () => void;
}): void {
  const heard = useEffectEvent((pulse: Pulse) => {
    onPulse(pulse);
    if (pulse.build !== build || !pulse.enrolled) onStale();
  });
  useEffect(() => {
    let stopped = false;
    const ask = async () => {
      try {
        const response = await fetch("/kiosk/pulse", {
          cache: "no-store",
          signal: AbortSignal.timeout(5_000),
        });
        if (response.ok && !stopped) heard((await response.json()) as Pulse);
      } catch {
        // A lost server shows itself at the next scan; the pulse just keeps trying.
      }
    };
    void ask();
    const timer = setInterval(() => void ask(), EVERY_MS);
    return () => {
      stopped = true;
      clearInterval(timer);
    };
  }, []);
}
