"use server";

import { z } from "zod";
import { officerGuard } from "@/lib/access/guards";
import { appendAudit } from "@/lib/audit/append";
import { action } from "@/lib/platform/action";
import { writeTransaction } from "@/lib/platform/database";
import type { ActionResult } from "@/lib/platform/types";
import { ALERT_SUBJECTS } from "../alerts";

const acknowledge = action({
  name: "staff.acknowledge-alert",
  guard: officerGuard,
  schema: z.strictObject({
    kind: z.enum(["KIOSK", "PRINTER", "SLIP"]),
    id: z.string().regex(/^[A-Za-z0-9-]{8,64}$/),
  }),
  run: async ({ context, input, requestId }): Promise<ActionResult<null>> => {
    const actor = { kind: "OFFICER", id: context.account.id } as const;
    const subject = { kind: ALERT_SUBJECTS[input.kind], id: input.id };
    await writeTransaction((tx) =>
      appendAudit(tx, { actor, action: "device-alert.acknowledged", subject, requestId }),
    );
    return { ok: true, value: null };
  },
});

/** "I see to it": `{ kind, id }`. The alert leaves every tablet until the device falls ill again. */
export async function acknowledgeAlertAction(raw: unknown): Promise<ActionResult<null>> {
  return acknowledge(raw);
}
