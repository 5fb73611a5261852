"use client";

import { useEffect, useRef, useState } from "react";
import { enterSession, onSessionBegun, onSessionEnded } from "./session-signal";
import { SessionWatch, type SessionState } from "./session-watch";

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
    const stops = [
      onSessionEnded(() => {
        watch.end();
        setSession({ phase: "ended" });
      }),
      onSessionBegun(() => watch.begin()),
    ];
    // A tablet that slept: its timers slept with it.
    const woken = () => {
      if (document.visibilityState === "visible") void watch.ask();
    };
    const options = { capture: true, passive: true } as const;
    for (const touch of TOUCHES) document.addEventListener(touch, watch.touched, options);
    document.addEventListener("visibilitychange", woken);
    return () => {
      watch.end();
      for (const stop of stops) stop();
      for (const touch of TOUCHES) document.removeEventListener(touch, watch.touched, options);
      document.removeEventListener("visibilitychange", woken);
    };
  }, []);
  return { session, stay: () => watching.current?.touched() };
}
