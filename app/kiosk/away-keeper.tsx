"use client";

import { useEffect } from "react";

/**
 * Has the browser keep the page for the time when the server is away. A browser gives a worker only to https and to
 * localhost; elsewhere a reload without a server shows the browser's own page.
 */
export function AwayKeeper({ build }: { readonly build: string }) {
  // The page's watchdog waits for this word; see early-script.tsx.
  useEffect(() => document.documentElement.setAttribute("data-awake", ""), []);
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    const worker = `/kiosk-worker.js?build=${encodeURIComponent(build)}`;
    // Not held now: the next load of the kiosk tries again, and an earlier build's page still stands.
    navigator.serviceWorker
      .register(worker, { scope: "/kiosk", updateViaCache: "none" })
      .catch(() => undefined);
  }, [build]);
  return null;
}
