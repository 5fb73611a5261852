"use server";

import { z } from "zod";
import { rightGuard } from "@/lib/access/guards";
import { acknowledgeDevice } from "@/lib/audit/acknowledged";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";

const acknowledge = action({
  name: "staff.acknowledge-alert",
  guard: rightGuard("device-alert.acknowledge"),
  schema: z.strictObject({
    kind: z.enum(["KIOSK", "PRINTER", "SLIP"]),
    id: z.string().regex(/^[A-Za-z0-9-]{8,64}$/),
  }),
  run: async ({ context, input, requestId }): Promise<ActionResult<null>> => {
    await acknowledgeDevice(context.account.id, input, requestId);
    return { ok: true, value: null };
  },
});

/** "I see to it": `{ kind, id }`. The alert leaves every tablet until the device falls ill again. */
export async function acknowledgeAlertAction(raw: unknown): Promise<ActionResult<null>> {
  return acknowledge(raw);
}
