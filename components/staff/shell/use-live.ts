"use client";

import { useRouter } from "next/navigation";
import { createContext, useCallback, useEffect, useRef, useState } from "react";
import { mayRefresh, onSessionBegun, onSessionEnded, sessionEnded } from "./session-signal";

export type LiveState = "connecting" | "connected" | "lost";

const LIVE_PATH = "/staff/live";
/** Several writes of one moment make one refresh; a busy hall makes at most one in this time. */
const GATHER_MS = 120;
const SPACING_MS = 700;
/** The frame around a page that fetches its own figures: what is in it may be this old, and as much as the next older. */
const FRAME_SPACING_MS = 4_000;
/** Drawing a frame is the dear part: tablets that one change wakes together do it one after another. */
const FRAME_SPREAD_MS = 2_000;
/** A short gap heals by itself; only a longer one is said. */
const GRACE_MS = 1_500;
const REOPEN_MS = 3_000;
/** The server gives a beat every 10 s; a line silent for longer is dead, whatever the browser thinks. */
const SILENCE_MS = 25_000;

/** Called at every word of a change. */
type ChangeListener = () => void;

/** Where a page that fetches its own figures asks to hear of changes; answers with how to leave. */
export const LiveChanges = createContext<(listener: ChangeListener) => () => void>(() => () => undefined);

/**
 * Keeps this tablet's screens true: refreshes the page whenever the server says that something was written. Every
 * stream begins with such a word, so that what happened before it, or in a gap of the connection, is not missed.
 * Pages that listen by themselves are told at once, and the whole is drawn anew less often.
 */
export function useLive(): {
  readonly state: LiveState;
  readonly listen: (one: ChangeListener) => () => void;
} {
  const router = useRouter();
  const listeners = useRef(new Set<ChangeListener>());
  const listen = useCallback((one: ChangeListener) => {
    listeners.current.add(one);
    return () => void listeners.current.delete(one);
  }, []);
  const [state, setState] = useState<LiveState>("connecting");
  useEffect(() => {
    let source: EventSource | undefined;
    let gathering: ReturnType<typeof setTimeout> | undefined;
    let grace: ReturnType<typeof setTimeout> | undefined;
    let reopening: ReturnType<typeof setTimeout> | undefined;
    let refreshedAt = performance.now();
    let heardAt = performance.now();
    let stopped = false;
    /** The session is over: there is nothing to hear until somebody signs in again. */
    let over = false;

    const listening = listeners.current;
    const refresh = () => {
      for (const tell of listening) tell();
      const fetches = listening.size > 0;
      const spacing = fetches ? FRAME_SPACING_MS : SPACING_MS;
      const turn = fetches ? Math.random() * FRAME_SPREAD_MS : 0;
      gathering ??= setTimeout(
        () => {
          void mayRefresh().then((session) => {
            gathering = undefined;
            if (stopped || session === "ended") return;
            if (session === "away") {
              lose();
              reopening ??= setTimeout(open, REOPEN_MS);
              return;
            }
            refreshedAt = performance.now();
            router.refresh();
          });
        },
        Math.max(GATHER_MS, refreshedAt + spacing - performance.now()) + turn,
      );
    };
    const lose = () => {
      grace ??= setTimeout(() => setState("lost"), GRACE_MS);
    };
    const open = () => {
      reopening = undefined;
      source?.close();
      if (over) return;
      heardAt = performance.now();
      source = new EventSource(LIVE_PATH);
      source.onopen = () => {
        heardAt = performance.now();
        clearTimeout(grace);
        grace = undefined;
        setState("connected");
      };
      source.addEventListener("beat", () => {
        heardAt = performance.now();
      });
      source.addEventListener("change", () => {
        heardAt = performance.now();
        refresh();
      });
      source.addEventListener("ended", sessionEnded);
      source.onerror = () => {
        // A stream that was refused may have been so for want of a session.
        if (source?.readyState === EventSource.CLOSED) void mayRefresh();
        lose();
        // A refused or broken answer closes it for good; the browser retries only lost connections by itself.
        if (source?.readyState === EventSource.CLOSED) reopening ??= setTimeout(open, REOPEN_MS);
      };
    };
    const woken = () => {
      if (document.visibilityState === "visible" && source?.readyState === EventSource.OPEN) refresh();
    };
    const watch = setInterval(() => {
      if (over || performance.now() - heardAt < SILENCE_MS) return;
      lose();
      open();
    }, REOPEN_MS);
    const stopEnded = onSessionEnded(() => {
      over = true;
      source?.close();
    });
    const stopBegun = onSessionBegun(() => {
      over = false;
      open();
    });
    open();
    window.addEventListener("offline", lose);
    window.addEventListener("online", open);
    document.addEventListener("visibilitychange", woken);
    return () => {
      stopped = true;
      stopEnded();
      stopBegun();
      source?.close();
      clearInterval(watch);
      for (const timer of [gathering, grace, reopening]) clearTimeout(timer);
      window.removeEventListener("offline", lose);
      window.removeEventListener("online", open);
      document.removeEventListener("visibilitychange", woken);
    };
  }, [router]);
  return { state, listen };
}
