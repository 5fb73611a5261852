"use client";

import { useEffect, useEffectEvent } from "react";
import type { PrintProgress } from "@/lib/printing/types";

const FIRST_EVERY_MS = 500;
const LAST_EVERY_MS = 3_000;
/** A slip takes two or three seconds; what takes longer is looked at less and less often. */
const SLOWER_AFTER = 12;
const SLOWER_BY = 1.5;
/** As long as printing may stop the idle clock. */
const WATCH_MS = 120_000;

/**
 * Watches a job that the server prints: twice a second at first, then less often, for two minutes at most. `onProgress`
 * hears each state that differs from the one before, and null when the time is over and nothing was settled.
 * @param printJobId null watches nothing; changing it ends the watch.
 * @param look asks the server once; null when it could not be asked.
 */
export function usePrintProgress(
  printJobId: string | null,
  look: (printJobId: string) => Promise<PrintProgress | null>,
  onProgress: (progress: PrintProgress | null) => void,
): void {
  const heard = useEffectEvent(onProgress);
  const asked = useEffectEvent(look);
  useEffect(() => {
    if (printJobId === null) return;
    let stopped = false;
    const over = () => stopped;
    const watch = async () => {
      const started = performance.now();
      let every = FIRST_EVERY_MS;
      let before = "";
      let progress: PrintProgress | null = null;
      for (let looks = 1; performance.now() - started < WATCH_MS; looks += 1) {
        await new Promise((resolve) => setTimeout(resolve, every));
        if (over()) return;
        const answer = await asked(printJobId);
        if (over()) return;
        progress = answer ?? progress;
        const now = progress ? `${progress.state} ${progress.failure ?? ""}` : "";
        if (progress && now !== before) heard(progress);
        before = now;
        if (progress?.state === "CONFIRMED" || progress?.state === "FAILED") return;
        if (looks > SLOWER_AFTER) every = Math.min(LAST_EVERY_MS, every * SLOWER_BY);
      }
      // An UNCONFIRMED job has its question on the screen already.
      if (progress?.state !== "UNCONFIRMED") heard(null);
    };
    void watch();
    return () => {
      stopped = true;
    };
  }, [printJobId]);
}
