"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { playSound, releaseSound, soundHeldBack } from "@/components/kiosk/sounds";
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

/** Browsers need a moment before they say that sound may come out. */
const GRANTED_MS = 500;
const TOUCHES = ["pointerup", "keydown"] as const;

/**
 * Whether the browser holds sound back until somebody touches the page, and how a touch lets it out. Any touch does;
 * those on the switch itself (`data-sound`) are left to the switch.
 */
export function useSoundHeldBack(): [boolean, () => void] {
  const [held, setHeld] = useState(false);
  const release = () => void releaseSound().then(() => setHeld(soundHeldBack()));
  useEffect(() => {
    const look = () => setHeld(soundHeldBack());
    const touched = ({ target }: Event) => {
      if (target instanceof Element && target.closest("[data-sound]")) return;
      void releaseSound().then(look);
    };
    void releaseSound().then(look);
    const timer = setTimeout(look, GRANTED_MS);
    for (const event of TOUCHES) document.addEventListener(event, touched);
    return () => {
      clearTimeout(timer);
      for (const event of TOUCHES) document.removeEventListener(event, touched);
    };
  }, []);
  return [held, release];
}

/** Sounds once a look, however many alerts have risen in it; those found at the page's opening sound together. */
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
