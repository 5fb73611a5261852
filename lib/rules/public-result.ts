import type { Evaluation, PublicResult } from "./types";

/**
 * What the public may learn of an evaluation: the security boundary of the kiosk.
 * Each result is built afresh with its properties in one order, so that two SEE_OFFICER answers are the same bytes
 * whatever their causes. Spreading the evaluation here would carry the cause out.
 * @throws Error when an evaluation lacks the wait that its outcome always has (a fault, not a refusal)
 */
export function toPublicResult(evaluation: Evaluation): PublicResult {
  switch (evaluation.outcome) {
    case "UNKNOWN_BOOKING":
      return { outcome: "UNKNOWN_BOOKING" };
    case "OTHER_DAY":
      return { outcome: "OTHER_DAY" };
    case "NO_BIOMETRIC_TICKET":
      return { outcome: "NO_BIOMETRIC_TICKET" };
    case "NOT_YET":
      return {
        outcome: "NOT_YET",
        waitedMs: present(evaluation.waitedMs),
        checkAgainFrom: present(evaluation.checkAgainFrom),
      };
    case "SERVED_IN_TIME":
      return { outcome: "SERVED_IN_TIME", waitedMs: present(evaluation.waitedMs) };
    case "OUTAGE":
      return { outcome: "OUTAGE", waitedMs: present(evaluation.waitedMs) };
    case "SEE_OFFICER":
      return { outcome: "SEE_OFFICER" };
    case "ELIGIBLE":
      return { outcome: "ELIGIBLE", waitedMs: present(evaluation.waitedMs) };
  }
}

function present(value: number | null): number {
  if (value === null) throw new Error("The evaluation lacks a time that its outcome needs");
  return value;
}
