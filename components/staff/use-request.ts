"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { ActionRefusal, ActionResult } from "@/lib/platform/types";
import { newRequestKey } from "./request-key";
import { heardRefusal } from "./shell/session-signal";
import type { Send } from "./types";

/** How long the first try may stay unanswered before the same request is sent again by the other way. */
const FIRST_TRY_MS = 5_000;
const NEXT_TRY_MS = 5_000;
const PAUSE_MS = 1_500;
/** Server actions of a page wait for one another and cannot be aborted, so retries go through a route. */
const RETRY_PATH = "/staff/again";

export type RequestPhase = "idle" | "sending" | "lost";

export interface Request<Result> {
  readonly phase: RequestPhase;
  readonly refusal: ActionRefusal | null;
  /** Sends once; null when a request is still under way (a double tap does nothing more) or nobody waits any longer. */
  readonly run: (input: object) => Promise<ActionResult<Result> | null>;
  readonly forget: () => void;
}

const pause = (ms: number) => new Promise<null>((resolve) => setTimeout(() => resolve(null), ms));

async function firstTry<Result>(send: Send<Result>, body: object): Promise<ActionResult<Result> | null> {
  const answer = send(body).catch(() => null);
  return Promise.race([answer, pause(FIRST_TRY_MS)]);
}

async function tryAgain<Result>(name: string, body: object): Promise<ActionResult<Result> | null> {
  try {
    const response = await fetch(RETRY_PATH, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name, input: body }),
      signal: AbortSignal.timeout(NEXT_TRY_MS),
    });
    return response.ok ? ((await response.json()) as ActionResult<Result>) : null;
  } catch {
    return null;
  }
}

/**
 * One kind of request of a screen. Each run gets a fresh key, which its retries keep: a lost answer is asked for
 * again until it comes, and the effect is one. `keyed: false` is for reads and for repeatable changes.
 */
export function useRequest<Result>(
  name: string,
  send: Send<Result>,
  { keyed = true }: { keyed?: boolean } = {},
): Request<Result> {
  const [phase, setPhase] = useState<RequestPhase>("idle");
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const busy = useRef(false);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const run = useCallback(
    async (input: object) => {
      if (busy.current) return null;
      busy.current = true;
      setRefusal(null);
      setPhase("sending");
      const body = keyed ? { ...input, key: newRequestKey() } : input;
      let answer = await firstTry(send, body);
      while (answer === null && !gone.current) {
        setPhase("lost");
        answer = await tryAgain<Result>(name, body);
        if (answer === null) await pause(PAUSE_MS);
      }
      busy.current = false;
      if (gone.current) return null;
      setPhase("idle");
      if (answer !== null && !answer.ok) {
        heardRefusal(answer.code);
        setRefusal(answer);
      }
      return answer;
    },
    [keyed, name, send],
  );
  const forget = useCallback(() => setRefusal(null), []);
  return { phase, refusal, run, forget };
}
