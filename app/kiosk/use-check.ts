"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { ActionResult } from "@/lib/platform/types";
import type { KioskAnswer } from "@/lib/vouchers/types";
import { askCheck } from "./ask-server";
import { newRequestKey } from "./request-key";

/** A lost server is said within this time; the request goes on under the same key. */
const LOST_AFTER_MS = 2_500;
const RETRY_EVERY_MS = 1_500;
/** A server that cannot store is asked again at this pace, as long as somebody stands there. */
const STORAGE_RETRY_MS = 6_000;
/** Request keys live 60 s on the server; past that a repeat is a new question and gets a new key. */
const KEY_MS = 55_000;
/** The same code held before the reader is one scan. */
const SAME_CODE_MS = 3_000;

type CheckResult = ActionResult<KioskAnswer>;

export type CheckState =
  | { readonly phase: "idle" }
  | { readonly phase: "checking"; readonly payload: string }
  | { readonly phase: "lost"; readonly payload: string }
  | { readonly phase: "answered"; readonly payload: string; readonly result: CheckResult };

/** Passes after the time, or as soon as the browser says that its network is back. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      window.removeEventListener("online", over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    window.addEventListener("online", over);
  });
}

/** An answer that asks to be repeated under the same key, rather than shown. */
const passing = (result: CheckResult) => !result.ok && (result.code === "BUSY" || result.code === "FAULT");
/** The server's disk is full or broken: said at once, and asked again until it can store. */
const cannotStore = (result: CheckResult | null) => result?.ok === false && result.code === "STORAGE";

/**
 * One scan at a time, from payload to answer. A lost server is asked again under the same key for as long as somebody
 * waits before the screen; one that answers "busy" or with a fault, until the key's time is over. An answer that comes
 * after a reset is dropped: nothing stale is shown.
 */
export function useCheck(): {
  readonly state: CheckState;
  readonly scan: (payload: string) => void;
  readonly reset: () => void;
} {
  const [state, setState] = useState<CheckState>({ phase: "idle" });
  const round = useRef(0);
  const last = useRef({ payload: "", at: -Infinity });

  const reset = useCallback(() => {
    round.current += 1;
    // Whoever starts anew may scan the same code at once; without this the question would never be asked.
    last.current = { payload: "", at: -Infinity };
    setState({ phase: "idle" });
  }, []);

  useEffect(
    () => () => {
      round.current += 1;
    },
    [],
  );

  const ask = useCallback(async (payload: string) => {
    const mine = ++round.current;
    const current = () => round.current === mine;
    let key = newRequestKey();
    let keyedAt = performance.now();
    let unheard = true;
    let said = false;
    setState({ phase: "checking", payload });
    const lost = setTimeout(
      () => current() && unheard && setState({ phase: "lost", payload }),
      LOST_AFTER_MS,
    );
    for (;;) {
      const result = await askCheck({ payload, key });
      if (!current()) break;
      const late = performance.now() - keyedAt > KEY_MS;
      unheard = result === null;
      if (result && (!passing(result) || late)) {
        last.current = { payload, at: performance.now() };
        // Told once; while it goes on, the screen stays as it is and makes no further sound.
        if (!cannotStore(result) || !said) setState({ phase: "answered", payload, result });
        said = true;
        if (!cannotStore(result)) break;
      }
      await pause(cannotStore(result) ? STORAGE_RETRY_MS : RETRY_EVERY_MS);
      if (!current()) break;
      if (late) {
        key = newRequestKey();
        keyedAt = performance.now();
      }
    }
    clearTimeout(lost);
  }, []);

  const scan = useCallback(
    (payload: string) => {
      const { payload: before, at } = last.current;
      // Still held before the reader: the time runs from when it was last seen.
      last.current = { payload, at: performance.now() };
      if (payload === before && performance.now() - at < SAME_CODE_MS) return;
      void ask(payload);
    },
    [ask],
  );

  return { state, scan, reset };
}
