"use client";

import { useEffect, useState } from "react";

const TICK_MS = 1_000;

/**
 * The office's instant (epoch ms), counted on from the server's at render. The browser's own clock is never asked:
 * a tablet may be minutes wrong, and the demo office lives at another time of day.
 */
export function useOfficeNow(serverNow: number): number {
  const [passed, setPassed] = useState({ since: serverNow, ms: 0 });
  useEffect(() => {
    const start = performance.now();
    const timer = setInterval(() => setPassed({ since: serverNow, ms: performance.now() - start }), TICK_MS);
    return () => clearInterval(timer);
  }, [serverNow]);
  return serverNow + (passed.since === serverNow ? passed.ms : 0);
}
