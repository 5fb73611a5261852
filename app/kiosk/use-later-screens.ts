"use client";

import { useEffect, useState } from "react";
import type * as Later from "./later-screens";

type Screens = typeof Later;

/** Where no camera is asked for, as in an office that is closed. */
const LATEST_MS = 3_000;
const AGAIN_MS = 1_500;
/** Somebody who waits for them is told that the server is lost. */
const MISSING_AFTER_MS = 5_000;
/** A request that hangs cannot be given up, and one that another build answers never succeeds: only a new page helps. */
const HOPELESS_AFTER_MS = 60_000;

export interface LaterScreens {
  /** Null until they are there. */
  readonly screens: Screens | null;
  readonly missing: boolean;
  /** Missing for so long that the page should load itself anew, if the server answers. */
  readonly hopeless: boolean;
}

/**
 * The screens that come after the first one. They are no part of the page, so that its camera opens sooner, but are
 * fetched all together once it was asked for, long before anybody wants them, and tried again until they are there: a
 * kiosk whose network goes away afterwards has every screen.
 */
export function useLaterScreens(cameraAsked: boolean): LaterScreens {
  const [screens, setScreens] = useState<Screens | null>(null);
  const [late, setLate] = useState({ missing: false, hopeless: false });
  useEffect(() => {
    if (screens) return;
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => {
      if (!over) timer = setTimeout(load, AGAIN_MS);
    };
    const load = () => void import("./later-screens").then((loaded) => !over && setScreens(loaded), again);
    timer = setTimeout(load, cameraAsked ? 0 : LATEST_MS);
    const missing = setTimeout(() => setLate({ missing: true, hopeless: false }), MISSING_AFTER_MS);
    const hopeless = setTimeout(() => setLate({ missing: true, hopeless: true }), HOPELESS_AFTER_MS);
    return () => {
      over = true;
      for (const one of [timer, missing, hopeless]) clearTimeout(one);
    };
  }, [cameraAsked, screens]);
  return screens ? { screens, missing: false, hopeless: false } : { screens, ...late };
}
