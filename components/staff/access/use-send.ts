"use client";

import { useState, useTransition } from "react";
import type { ActionRefusal, ActionResult } from "@/lib/platform/types";
import { heardRefusal } from "../shell/session-signal";
import type { Send } from "../types";

export interface Sending<Result> {
  readonly pending: boolean;
  readonly refusal: ActionRefusal | null;
  /** Sends once at a time; `done` gets the value of an answer that was no refusal. */
  readonly send: (input: unknown, done?: (value: Result) => void) => void;
  readonly refuse: (refusal: ActionRefusal | null) => void;
}

/** One form's or row's request: while it is under way a second tap does nothing, and an unreachable server is told. */
export function useSend<Result>(action: Send<Result>): Sending<Result> {
  const [pending, start] = useTransition();
  const [refusal, refuse] = useState<ActionRefusal | null>(null);
  const send = (input: unknown, done?: (value: Result) => void) => {
    if (pending) return;
    start(async () => {
      const answer = await reach(action, input);
      // Where the action leads to another page there is no answer, only the way there.
      if (!answer) return;
      if (!answer.ok) heardRefusal(answer.code);
      refuse(answer.ok ? null : answer);
      if (answer.ok) done?.(answer.value);
    });
  };
  return { pending, refusal, send, refuse };
}

async function reach<Result>(
  action: Send<Result>,
  input: unknown,
): Promise<ActionResult<Result> | undefined> {
  try {
    return await action(input);
  } catch (fault) {
    // A failed fetch is a TypeError; all else, such as Next's own signal to go elsewhere, is not ours to answer.
    if (fault instanceof TypeError) return { ok: false, code: "LOST" };
    throw fault;
  }
}
