"use client";

import { useEffect, useEffectEvent } from "react";

/** Nobody rests a finger on a heading for this long by chance; an officer who was told to counts to five. */
const HOLD_MS = 5_000;

/** Calls back when the screen's heading is held for five seconds, by touch or mouse. Letting go or sliding off ends it. */
export function useStaffHold(onHold: () => void): void {
  const held = useEffectEvent(onHold);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = () => clearTimeout(timer);
    const begin = (event: PointerEvent) => {
      end();
      const onHeading = event.target instanceof Element && event.target.closest("h1") !== null;
      if (onHeading && event.isPrimary) timer = setTimeout(() => held(), HOLD_MS);
    };
    // A long touch would select the word under it, and the browser would take the finger away from the page.
    const noMenu = (event: Event) => event.preventDefault();
    document.addEventListener("contextmenu", noMenu);
    document.addEventListener("pointerdown", begin);
    const ends = ["pointerup", "pointercancel", "pointerleave"] as const;
    for (const name of ends) document.addEventListener(name, end);
    return () => {
      end();
      document.removeEventListener("contextmenu", noMenu);
      document.removeEventListener("pointerdown", begin);
      for (const name of ends) document.removeEventListener(name, end);
    };
  }, []);
}
