"use client";

import { useContext, useEffect, useState } from "react";
import { LiveChanges } from "./use-live";

const ANSWER_MS = 4_000;
/** Several writes of one moment make one question; a busy hall makes at most one in the second of these. */
const GATHER_MS = 120;
const SPACING_MS = 400;

/**
 * A page's figures, fetched by themselves whenever something was written: far less work for server and tablet than
 * drawing the page anew. What the page was drawn with counts until something read later has come.
 * @param path answers with the figures as JSON, `{ ok: true, value }`
 * @param drawn what the server drew the page with; `now` is when it was read
 */
export function useFresh<T extends { readonly now: number }>(path: string, drawn: T): T {
  const listen = useContext(LiveChanges);
  const [fetched, setFetched] = useState<T | null>(null);
  useEffect(() => {
    let stopped = false;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let asking = false;
    let again = false;
    let askedAt = -Infinity;
    const ask = async () => {
      waiting = undefined;
      asking = true;
      try {
        const response = await fetch(path, { cache: "no-store", signal: AbortSignal.timeout(ANSWER_MS) });
        const answer = (await response.json()) as { ok: boolean; value?: T };
        if (!stopped && answer.ok && answer.value) setFetched(answer.value);
      } catch {
        // The frame says that the line is lost, and draws the page anew once it is back.
      }
      askedAt = performance.now();
      asking = false;
      if (again && !stopped) changed();
    };
    const changed = () => {
      again = asking;
      if (asking) return;
      waiting ??= setTimeout(() => void ask(), Math.max(GATHER_MS, askedAt + SPACING_MS - performance.now()));
    };
    const leave = listen(changed);
    return () => {
      stopped = true;
      clearTimeout(waiting);
      leave();
    };
  }, [path, listen]);
  return fetched !== null && fetched.now > drawn.now ? fetched : drawn;
}
