"use server";

import { rightGuard } from "@/lib/access/guards";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";
import { advanceTicket, enterTicket } from "@/lib/queue/hand-entry";
import { advanceTicketInput, enterTicketInput } from "@/lib/queue/hand-entry-schema";

const enter = action({
  name: "staff.enter-ticket",
  guard: rightGuard("ticket.enter"),
  schema: enterTicketInput,
  run: ({ context, input, requestId }) => enterTicket(context, input, requestId),
});

const advance = action({
  name: "staff.advance-ticket",
  guard: rightGuard("ticket.enter"),
  schema: advanceTicketInput,
  run: async ({ context, input, requestId }): Promise<ActionResult<null>> => {
    const moved = await advanceTicket(context, input, requestId);
    return moved.ok ? { ok: true, value: null } : moved;
  },
});

/** Enters one applicant by hand, with or without a biometric number. */
export async function enterTicketAction(raw: unknown): Promise<ActionResult<{ ticketId: string }>> {
  return enter(raw);
}

/** Gives a number, calls, serves or completes one ticket of today. */
export async function advanceTicketAction(raw: unknown): Promise<ActionResult<null>> {
  return advance(raw);
}
