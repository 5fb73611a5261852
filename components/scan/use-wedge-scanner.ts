"use client";

import { useEffect, useEffectEvent } from "react";
import { WedgeReader, type WedgeKey } from "./wedge-reader";

/** What public/early-keys.js has kept of the time before this page was awake. */
interface EarlyKeys {
  /** Hands over what was typed, and listens no longer. */
  readonly drain: () => readonly (WedgeKey & { readonly up?: boolean })[];
}

function earlyKeys(): ReturnType<EarlyKeys["drain"]> {
  const { janjiEarlyKeys } = window as { janjiEarlyKeys?: EarlyKeys };
  return janjiEarlyKeys?.drain() ?? [];
}

/**
 * One reader for the page: a session that ends in the middle of a scan does not tear it in two. What ends while nobody
 * listens waits for the next session, which begins in the same moment.
 */
let sink: ((text: string) => void) | null = null;
let unheard: string | null = null;
const reader = new WedgeReader((text) => {
  if (sink) sink(text);
  else unheard = text;
});

/** Inputs keep what a person types; a burst of a scanner is taken out of them by whoever owns the input. */
const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;

const asKey = (event: KeyboardEvent): WedgeKey => ({
  key: event.key,
  code: event.code,
  shift: event.shiftKey,
  alt: event.altKey,
  ctrl: event.ctrlKey || event.metaKey,
  repeat: event.repeat,
  at: event.timeStamp,
});

/**
 * Hears a USB scanner at any time and on any screen, at document level: no hidden field that keyboard users and screen
 * readers would stumble over. A person's keys pass through untouched. A scan from before the page was awake counts too.
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
    sink = (text) => scanned(text);
    if (unheard !== null) sink(unheard);
    unheard = null;
    for (const key of earlyKeys()) {
      if (key.up) reader.release(key);
      else reader.read(key);
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      const withheld = reader.read(asKey(event));
      // Inside a field the letters stay where they are typed, but a scanner's Enter submits nothing.
      if (withheld && (!isField(event.target) || event.key === "Enter" || event.key === "Tab")) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    };
    const onRelease = (event: KeyboardEvent) => reader.release({ key: event.key, at: event.timeStamp });
    document.addEventListener("keydown", onKey, { capture: true });
    document.addEventListener("keyup", onRelease, { capture: true });
    return () => {
      document.removeEventListener("keydown", onKey, { capture: true });
      document.removeEventListener("keyup", onRelease, { capture: true });
      sink = null;
    };
  }, [enabled]);
}
