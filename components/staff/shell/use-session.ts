"use client";

import { useEffect, useRef, useState } from "react";
import { enterSession, leavePage, onSessionBegun, onSessionEnded } from "./session-signal";
import { SessionWatch, type SessionState } from "./session-watch";
import { TypedFields } from "./typed-fields";

/** What was typed waits for its owner so long under the cover; then it is left, and nothing of the page stays. */
const KEPT_MS = 10 * 60_000;

const TOUCHES = ["pointerdown", "keydown", "wheel"] as const;

/** How the session of this page stands, and a way to say that one stays. */
export function useSession(): { readonly session: SessionState; readonly stay: () => void } {
  const [session, setSession] = useState<SessionState>({ phase: "open" });
  const watching = useRef<SessionWatch>(null);
  useEffect(() => {
    const watch = new SessionWatch(setSession);
    watching.current = watch;
    enterSession();
    watch.begin();
    const typed = new TypedFields();
    let leaves: ReturnType<typeof setTimeout> | undefined;
    const stops = [
      onSessionEnded(() => {
        watch.end();
        setSession({ phase: "ended" });
        clearTimeout(leaves);
        leaves = setTimeout(() => void leavePage(), typed.any() ? KEPT_MS : 0);
      }),
      onSessionBegun(() => {
        clearTimeout(leaves);
        watch.begin();
      }),
    ];
    // A browser that kept the page as it was shows it again on Back, whoever is signed in now.
    const shown = ({ persisted }: PageTransitionEvent) => {
      if (persisted) window.location.reload();
    };
    // A tablet that slept: its timers slept with it.
    const woken = () => {
      if (document.visibilityState === "visible") void watch.ask();
    };
    const options = { capture: true, passive: true } as const;
    for (const touch of TOUCHES) document.addEventListener(touch, watch.touched, options);
    document.addEventListener("visibilitychange", woken);
    document.addEventListener("input", typed.note, options);
    window.addEventListener("pageshow", shown);
    return () => {
      watch.end();
      clearTimeout(leaves);
      for (const stop of stops) stop();
      for (const touch of TOUCHES) document.removeEventListener(touch, watch.touched, options);
      document.removeEventListener("visibilitychange", woken);
      document.removeEventListener("input", typed.note, options);
      window.removeEventListener("pageshow", shown);
    };
  }, []);
  return { session, stay: () => watching.current?.touched() };
}
