"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { mayRefresh } from "../shell/session-signal";

const LOOK_EVERY_MS = 4_000;

/**
 * Looks again every few seconds while the page is in view: heartbeats and printers' states are no changes of the trail
 * that live pages follow, and whoever stands before a device wants to know now.
 */
export function useFreshPage(): void {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState !== "visible" || !navigator.onLine) return;
      void mayRefresh().then((session) => {
        if (session === "stands") router.refresh();
      });
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
}
