"use client";

import { useEffect, useState } from "react";
import type { KioskStanding } from "@/lib/vouchers/types";

const EVERY_MS = 5_000;
const PATIENCE_MS = 4_000;

/**
 * Follows the office's calendar and its disruptions while the page stays open for days: closed, open again, disturbed, and
 * whether settings or policy have changed under it.
 * A lost server changes nothing here; the pulse tells of it.
 */
export function useStanding(atStart: KioskStanding): KioskStanding {
  const [standing, setStanding] = useState(atStart);
  useEffect(() => {
    let stopped = false;
    const ask = async () => {
      try {
        const signal = AbortSignal.timeout(PATIENCE_MS);
        const response = await fetch("/kiosk/standing", { cache: "no-store", signal });
        if (response.status === 200 && !stopped) setStanding((await response.json()) as KioskStanding);
      } catch {
        // Asked again soon.
      }
    };
    const timer = setInterval(() => void ask(), EVERY_MS);
    return () => {
      stopped = true;
      clearInterval(timer);
    };
  }, []);
  return standing;
}
