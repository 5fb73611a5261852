import type { PrintProgress } from "@/lib/printing/types";

/**
 * What is said of a slip. `askCameOut` asks where nobody can know, `askWhole` asks of a slip that may have come out in
 * part; the last four say why none came.
 */
export type SlipView =
  "printing" | "askCameOut" | "askWhole" | "confirmed" | "failed" | "paperOut" | "coverOpen" | "unreachable";

/** What is said of a job that the server prints. */
export function slipView({ state, failure }: PrintProgress): SlipView {
  if (state === "QUEUED" || state === "SENT") return "printing";
  if (state === "CONFIRMED") return "confirmed";
  // It may be out, or half out: only eyes can tell.
  if (state === "UNCONFIRMED") return failure === "NO_ANSWER" ? "askCameOut" : "askWhole";
  if (failure === "PAPER_OUT") return "paperOut";
  if (failure === "COVER_OPEN") return "coverOpen";
  return failure === "UNREACHABLE" ? "unreachable" : "failed";
}
