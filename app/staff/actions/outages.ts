"use server";

import { rightGuard } from "@/lib/access/guards";
import { previewOutage } from "@/lib/hall/preview-outage";
import type { OutagePreview } from "@/lib/hall/types";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";
import { changeOutage } from "@/lib/queue/change-outage";
import { changeOutageInput, previewOutageInput } from "@/lib/queue/outage-schema";

const preview = action({
  name: "staff.preview-outage",
  guard: rightGuard("outage.declare"),
  schema: previewOutageInput,
  run: ({ context, input }) => previewOutage(context, input),
});

const change = action({
  name: "staff.change-outage",
  guard: rightGuard("outage.declare"),
  schema: changeOutageInput,
  run: ({ context, input, requestId }) => changeOutage(context, input, requestId),
});

/** What a disruption would do to people waiting and to vouchers; nothing is saved. */
export async function previewOutageAction(raw: unknown): Promise<ActionResult<OutagePreview>> {
  return preview(raw);
}

/** Declares, corrects, ends or withdraws a disruption; back-dating is a supervisor's. */
export async function changeOutageAction(raw: unknown): Promise<ActionResult<{ outageId: string }>> {
  return change(raw);
}
