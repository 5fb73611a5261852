"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import { playSound } from "@/components/kiosk/sounds";
import type { HallLine, LiveHall } from "@/lib/hall/types";

/** The highest level that somebody has reached and nobody has seen yet. */
export interface RaisedAlert {
  readonly line: HallLine;
  readonly level: number;
}

/** The open alerts at an instant, the nearest to the promise first; seeing a level settles those below it. */
export function raisedAlerts({ lines, alertLevels }: LiveHall, now: number): RaisedAlert[] {
  return lines.flatMap((line) => {
    const waited = (now - line.ticketAt) / 60_000;
    const level = alertLevels.filter((one) => one <= waited).at(-1);
    if (level === undefined || line.acknowledged.some((seen) => seen.level >= level)) return [];
    return [{ line, level }];
  });
}

const STORE = "janji-hall-muted";
const listeners = new Set<() => void>();

function readMuted(): boolean {
  try {
    return localStorage.getItem(STORE) === "1";
  } catch {
    // A tablet that stores nothing remembers nothing, and sounds.
    return false;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether this tablet is mute; remembered by the tablet, not by who is signed in. */
export function useMuted(): [boolean, (muted: boolean) => void] {
  const muted = useSyncExternalStore(subscribe, readMuted, () => false);
  const set = (next: boolean) => {
    try {
      localStorage.setItem(STORE, next ? "1" : "0");
    } catch {
      return;
    }
    for (const listener of listeners) listener();
  };
  return [muted, set];
}

/** Sounds once for every alert that rises while the page is open; those found at its opening sound together. */
export function useAlertSound(alerts: readonly RaisedAlert[], muted: boolean): void {
  const sounded = useRef<Set<string>>(new Set());
  const keys = alerts.map(({ line, level }) => `${line.ticketId}:${level}`).join(" ");
  useEffect(() => {
    const now = keys === "" ? [] : keys.split(" ");
    const risen = now.some((key) => !sounded.current.has(key));
    sounded.current = new Set(now);
    if (risen) playSound("alert", muted);
  }, [keys, muted]);
}
