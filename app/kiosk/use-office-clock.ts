"use client";

import { useCallback, useEffect, useState } from "react";

const TICK_MS = 500;

/**
 * The office's clock in the browser: the server's instant carried on by the page's own monotonic time, so that a kiosk
 * PC with a wrong clock still counts right. `heard` takes each instant that the server sends.
 */
export function useOfficeClock(serverNow: number): {
  readonly now: number;
  readonly heard: (serverNow: number) => void;
} {
  const [now, setNow] = useState(serverNow);
  const [anchor, setAnchor] = useState<{ readonly server: number; readonly page: number } | null>(null);
  const heard = useCallback((server: number) => {
    setAnchor({ server, page: performance.now() });
    setNow(server);
  }, []);
  useEffect(() => {
    const from = anchor ?? { server: serverNow, page: performance.now() };
    const timer = setInterval(() => setNow(from.server + performance.now() - from.page), TICK_MS);
    return () => clearInterval(timer);
  }, [anchor, serverNow]);
  return { now, heard };
}
