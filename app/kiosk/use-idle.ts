"use client";

import { useEffect, useEffectEvent, useState } from "react";

const WARN_AFTER_MS = 30_000;
/** How long the warning stands before everything is forgotten. */
const IDLE_SECONDS = 20;
/** Printing or an error stops the clock, for this long at most. */
const MAX_PAUSE_MS = 120_000;

const SIGNS_OF_LIFE = ["pointerdown", "keydown", "wheel"] as const;

/**
 * Warns after 30 s without a touch or key, then gives 20 s more. While `paused` the warning waits, two minutes at most.
 * @returns the seconds left while warning, else null; and how to say that somebody is still there.
 */
export function useIdle({
  active,
  paused,
  onWarn,
  onGone,
}: {
  readonly active: boolean;
  readonly paused: boolean;
  readonly onWarn: () => void;
  readonly onGone: () => void;
}): { readonly secondsLeft: number | null; readonly stay: () => void } {
  const [lastSign, setLastSign] = useState(0);
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  const warn = useEffectEvent(onWarn);
  const gone = useEffectEvent(onGone);
  const warning = secondsLeft !== null;

  useEffect(() => {
    if (!active || warning) return;
    const alive = () => setLastSign(performance.now());
    for (const sign of SIGNS_OF_LIFE)
      document.addEventListener(sign, alive, { capture: true, passive: true });
    return () => {
      for (const sign of SIGNS_OF_LIFE) document.removeEventListener(sign, alive, { capture: true });
    };
  }, [active, warning]);

  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(
      () => {
        setSecondsLeft(IDLE_SECONDS);
        warn();
      },
      paused ? MAX_PAUSE_MS : WARN_AFTER_MS,
    );
    return () => {
      clearTimeout(timer);
      setSecondsLeft(null);
    };
  }, [active, paused, lastSign]);

  useEffect(() => {
    if (secondsLeft === null) return;
    const timer = setTimeout(() => (secondsLeft > 1 ? setSecondsLeft(secondsLeft - 1) : gone()), 1_000);
    return () => clearTimeout(timer);
  }, [secondsLeft]);

  return {
    secondsLeft,
    stay: () => {
      setSecondsLeft(null);
      setLastSign(performance.now());
    },
  };
}
