"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { ActionResult } from "@/lib/platform/types";
import type { KioskAnswer } from "@/lib/vouchers/types";
import { checkBookingAction } from "./actions";
import { newRequestKey } from "./request-key";

/** A lost server is said within this time; the request goes on under the same key. */
const LOST_AFTER_MS = 2_500;
const RETRY_EVERY_MS = 1_500;
const RETRY_TIMEOUT_MS = 5_000;
/** Request keys live 60 s on the server; past that a repeat would be a new question. */
const GIVE_UP_MS = 55_000;
/** The same code held before the reader is one scan. */
const SAME_CODE_MS = 3_000;

type CheckResult = ActionResult<KioskAnswer>;

export type CheckState =
  | { readonly phase: "idle" }
  | { readonly phase: "checking"; readonly payload: string }
  | { readonly phase: "lost"; readonly payload: string }
  | { readonly phase: "answered"; readonly payload: string; readonly result: CheckResult }
  | { readonly phase: "stale" };

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function askRoute(body: { payload: string; key: string }): Promise<CheckResult | null> {
  try {
    const response = await fetch("/kiosk/check", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      cache: "no-store",
      signal: AbortSignal.timeout(RETRY_TIMEOUT_MS),
    });
    const result = (await response.json()) as CheckResult;
    return typeof result.ok === "boolean" ? result : null;
  } catch {
    return null;
  }
}

/** An answer that asks to be repeated under the same key, rather than shown. */
const passing = (result: CheckResult) => !result.ok && (result.code === "BUSY" || result.code === "FAULT");

/**
 * One scan at a time, from payload to answer. The action goes first; when it fails or stays out, the route repeats the
 * question under the same key until it answers. An answer that comes after a reset is dropped: nothing stale is shown.
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
    const body = { payload, key: newRequestKey() };
    const started = performance.now();
    setState({ phase: "checking", payload });
    const lost = setTimeout(() => current() && setState({ phase: "lost", payload }), LOST_AFTER_MS);
    const first = checkBookingAction(body).catch((fault: unknown) => {
      // The server no longer knows this page's actions: a newer build runs there.
      const text = fault instanceof Error ? fault.message : "";
      if (/Server Action|older or newer deployment/i.test(text) && current()) setState({ phase: "stale" });
      return null;
    });
    let result = await Promise.race([first, pause(LOST_AFTER_MS).then(() => null)]);
    while (current() && (!result || passing(result)) && performance.now() - started < GIVE_UP_MS) {
      result = await askRoute(body);
      if (!result || passing(result)) await pause(RETRY_EVERY_MS);
    }
    clearTimeout(lost);
    if (!current()) return;
    last.current = { payload, at: performance.now() };
    const busy: CheckResult = { ok: false, code: "BUSY" };
    setState({ phase: "answered", payload, result: result ?? busy });
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
