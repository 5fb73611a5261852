import "server-only";
import { randomInt } from "node:crypto";
import { askDone, stateOf, TELL_CHANGES } from "./escpos-answers";
import { openLink, type Link } from "./printer-link";
import type { PrinterState, PrintFailure } from "./types";

export interface PrinterAddress {
  readonly host: string;
  readonly port: number;
}

/** How long to wait, in milliseconds. */
export interface PrintTiming {
  readonly connectMs: number;
  /** For the answer to a question of status. */
  readonly askMs: number;
  /** Between two such questions while a slip is being printed. */
  readonly lookMs: number;
  /** For "it is printed", after the last byte, while nothing is wrong. */
  readonly answerMs: number;
  /** For paper, a cover or a fault to be put right in the middle of a slip: the printer may then finish by itself. */
  readonly holdMs: number;
}

export interface DeliveryHooks {
  readonly timing: PrintTiming;
  /** Before the first byte: records it, and says whether this process may print. */
  readonly onSending: () => Promise<boolean>;
  /** While a slip is stuck in the printer; told again at every look. */
  readonly onStuck: (state: PrinterState) => Promise<void>;
}

/** How a delivery ended. NOT_SENT is certain: not one byte of the slip went out. */
export type Delivery =
  | { readonly end: "PRINTED"; readonly state: PrinterState }
  | { readonly end: "NOT_SENT"; readonly state: PrinterState }
  | { readonly end: "NOT_OURS" }
  | { readonly end: "UNKNOWN"; readonly failure: PrintFailure; readonly state: PrinterState };

/** States in which a printer prints. */
export const printsIn = (state: PrinterState): boolean => state === "READY" || state === "PAPER_LOW";

/** Why a printer that does not print does not. */
export function failureOf(state: PrinterState): PrintFailure {
  switch (state) {
    case "PAPER_OUT":
    case "COVER_OPEN":
    case "FAULT":
      return state;
    case "READY":
    case "PAPER_LOW":
    case "UNREACHABLE":
    case "UNKNOWN":
      return "UNREACHABLE";
  }
}

/** What a printer says of itself now; UNREACHABLE when nobody answers. */
export async function askPrinter(address: PrinterAddress, timing: PrintTiming): Promise<PrinterState> {
  const link = await openLink(address, timing.connectMs);
  if (!link) return "UNREACHABLE";
  try {
    const status = await link.ask(timing.askMs);
    return status ? stateOf(status) : "UNREACHABLE";
  } finally {
    link.close();
  }
}

/**
 * Prints over TCP: asks first, sends only to a printer that says it can, and believes only the printer's own answer
 * that everything up to the cut is on paper.
 */
export async function printOverTcp(
  address: PrinterAddress,
  bytes: Uint8Array,
  hooks: DeliveryHooks,
): Promise<Delivery> {
  const { timing } = hooks;
  const link = await openLink(address, timing.connectMs);
  if (!link) return { end: "NOT_SENT", state: "UNREACHABLE" };
  try {
    const status = await link.ask(timing.askMs);
    const state = status ? stateOf(status) : "UNREACHABLE";
    if (!printsIn(state)) return { end: "NOT_SENT", state };
    if (!(await hooks.onSending())) return { end: "NOT_OURS" };
    // Any four characters will do, as long as a late answer to an earlier slip has others.
    const id = String(randomInt(10_000)).padStart(4, "0");
    link.send(TELL_CHANGES, bytes, askDone(id));
    return await untilDone(link, id, state, hooks);
  } finally {
    link.close();
  }
}

async function untilDone(
  link: Link,
  id: string,
  before: PrinterState,
  { timing, onStuck }: DeliveryHooks,
): Promise<Delivery> {
  let state = before;
  let deadline = performance.now() + timing.answerMs;
  for (;;) {
    const answer = await link.next(timing.lookMs);
    if (answer.kind === "DONE") {
      if (answer.id === id) return { end: "PRINTED", state };
      continue;
    }
    if (answer.kind === "CLOSED") {
      const failure = printsIn(state) ? "INTERRUPTED" : failureOf(state);
      return { end: "UNKNOWN", failure, state: printsIn(state) ? "UNREACHABLE" : state };
    }
    if (answer.kind === "STATUS") {
      const told = stateOf(answer.status);
      // A printer that stops or goes on has its own time from then.
      if (printsIn(told) !== printsIn(state))
        deadline = performance.now() + (printsIn(told) ? timing.answerMs : timing.holdMs);
      state = told;
    } else {
      link.askAgain();
    }
    if (!printsIn(state)) await onStuck(state);
    if (performance.now() > deadline) {
      const failure = printsIn(state) ? "NO_ANSWER" : failureOf(state);
      return { end: "UNKNOWN", failure, state };
    }
  }
}
