"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { CheckState } from "./use-check";

/** An answer that stays out longer than this gets the screen that says so; quicker ones come without it. */
const SLOW_MS = 400;
/** How long the hint stays after a code that is no booking. */
const HINT_MS = 8_000;

/**
 * What the camera sees at rest is asked for quietly: only an answer leaves the screen. A code that is no booking gets a
 * hint in its place, and the camera goes on looking; what it said is forgotten when the hint goes.
 */
export function useSighting(
  state: CheckState,
  atRest: boolean,
  forget: () => void,
): {
  readonly notBooking: boolean;
  /** The answer, or the wait for it, takes the screen. */
  readonly toAnswer: boolean;
  /** The scan that is asked for now was seen by the camera. */
  readonly mark: () => void;
  readonly clear: () => void;
} {
  const [seen, setSeen] = useState(false);
  const [slow, setSlow] = useState(false);
  const active = seen && atRest;
  const answer = state.phase === "answered" && state.result.ok ? state.result.value : null;
  const notBooking = active && answer?.outcome === "UNREADABLE";
  const waiting = active && state.phase === "checking";
  const expire = useEffectEvent(forget);

  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [waiting]);
  useEffect(() => {
    if (!notBooking) return;
    const timer = setTimeout(() => expire(), HINT_MS);
    return () => clearTimeout(timer);
  }, [notBooking, state]);

  const quiet = state.phase === "idle" || notBooking || (waiting && !slow);
  return { notBooking, toAnswer: active && !quiet, mark: () => setSeen(true), clear: () => setSeen(false) };
}
