"use client";

import { useEffect, useState } from "react";
import type { WallState } from "@/lib/hall/calls/types";

const EVERY_MS = 1_000;
const ANSWER_MS = 4_000;
/** A number older than this is no call to follow; until then a short gap of the network shows nothing. */
const LOST_MS = 15_000;

export interface WallNow {
  readonly state: WallState;
  /** The office's instant, epoch ms, carried on by this page's own monotonic clock. */
  readonly now: number;
  readonly lost: boolean;
}

/** A portal or a proxy answers too; only what has the shape of a state is one. */
function isWallState(answer: unknown): answer is WallState {
  if (typeof answer !== "object" || answer === null) return false;
  const { build, now, called, office } = answer as Partial<Record<keyof WallState, unknown>>;
  const told = typeof build === "string" && typeof office === "string";
  return told && typeof now === "number" && Array.isArray(called);
}

/** What the wall shows, asked for every second. A lost server is said, and found again without anybody's hand. */
export function useWall(first: WallState): WallNow {
  const [heard, setHeard] = useState<{ state: WallState; at: number | null }>({ state: first, at: null });
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let heardAt = performance.now();
    const ask = async () => {
      try {
        const signal = AbortSignal.timeout(ANSWER_MS);
        const response = await fetch("/display/state", { cache: "no-store", signal });
        if (response.ok && !stopped) {
          const state: unknown = await response.json();
          if (!isWallState(state)) throw new TypeError("no state of the wall");
          if (state.build !== first.build || state.timeZone !== first.timeZone) window.location.reload();
          heardAt = performance.now();
          setHeard({ state, at: heardAt });
        }
      } catch {
        // Said below once it lasts.
      }
      if (stopped) return;
      setPassed(performance.now() - heardAt);
      timer = setTimeout(() => void ask(), EVERY_MS);
    };
    void ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [first.build, first.timeZone]);
  return { state: heard.state, now: heard.state.now + passed, lost: passed > LOST_MS };
}
