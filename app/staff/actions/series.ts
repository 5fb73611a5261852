"use server";

import { rightGuard } from "@/lib/access/guards";
import { callAgain, callNext, endCall } from "@/lib/hall/calls/call-voucher";
import { callAgainInput, callNextInput, endCallInput } from "@/lib/hall/calls/schema";
import type { CallAnswer } from "@/lib/hall/calls/types";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";

const guard = rightGuard("voucher.confirm");

const next = action({
  name: "staff.call-next",
  guard,
  schema: callNextInput,
  run: ({ context, input, requestId }) => callNext({ ...context, requestId }, input),
});

const again = action({
  name: "staff.call-again",
  guard,
  schema: callAgainInput,
  run: ({ context, input, requestId }) => callAgain({ ...context, requestId }, input),
});

const end = action({
  name: "staff.end-call",
  guard,
  schema: endCallInput,
  run: ({ context, input, requestId }) => endCall({ ...context, requestId }, input),
});

/** Calls the next voucher of the compensation series to a counter. */
export async function callNextAction(raw: unknown): Promise<ActionResult<CallAnswer>> {
  return next(raw);
}

/** Calls a voucher once more. */
export async function callAgainAction(raw: unknown): Promise<ActionResult<CallAnswer>> {
  return again(raw);
}

/** Ends a call: served, which records the priority service, or absent. */
export async function endCallAction(raw: unknown): Promise<ActionResult<CallAnswer>> {
  return end(raw);
}
