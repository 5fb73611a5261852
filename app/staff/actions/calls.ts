"use server";

import { z } from "zod";
import { rightGuard } from "@/lib/access/guards";
import { answerCall } from "@/lib/access/officer-calls";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";

const answer = action({
  name: "staff.answer-call",
  guard: rightGuard("kiosk-call.answer"),
  schema: z.strictObject({ id: z.string().regex(/^[A-Za-z0-9-]{8,64}$/) }),
  run: async ({ context, input, requestId }): Promise<ActionResult<null>> => {
    await answerCall(context, input.id, requestId);
    return { ok: true, value: null };
  },
});

/** "I am coming": the call leaves every tablet. Answering twice does nothing more. */
export async function answerCallAction(raw: unknown): Promise<ActionResult<null>> {
  return answer(raw);
}
