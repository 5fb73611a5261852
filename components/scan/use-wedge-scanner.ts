"use client";

import { useEffect, useEffectEvent } from "react";
import { takeEarlyKeys } from "./early-keys";
import { WedgeReader } from "./wedge-reader";

/** Inputs keep what a person types; a burst of a scanner is taken out of them by whoever owns the input. */
const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;

/**
 * Hears a USB scanner at any time and on any screen, at document level: no hidden field that keyboard users and screen
 * readers would stumble over. A person's keys pass through untouched.
 */
export function useWedgeScanner({
  onScan,
  enabled = true,
}: {
  readonly onScan: (text: string) => void;
  readonly enabled?: boolean;
}): void {
  const scanned = useEffectEvent(onScan);
  useEffect(() => {
    if (!enabled) return;
    const reader = new WedgeReader((text) => scanned(text));
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const swallow = reader.read({ key: event.key, at: event.timeStamp });
      // Inside a field the letters stay where they are typed, but a scanner's Enter submits nothing.
      if (swallow && (!isField(event.target) || event.key === "Enter" || event.key === "Tab")) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    };
    document.addEventListener("keydown", onKey, { capture: true });
    for (const key of takeEarlyKeys()) reader.read(key);
    return () => {
      document.removeEventListener("keydown", onKey, { capture: true });
      reader.stop();
    };
  }, [enabled]);
}
