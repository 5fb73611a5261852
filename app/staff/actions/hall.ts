"use server";

import { rightGuard } from "@/lib/access/guards";
import { acknowledgeAlerts } from "@/lib/hall/acknowledge-alerts";
import { acknowledgeAlertsInput } from "@/lib/hall/schema";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";

const acknowledge = action({
  name: "staff.acknowledge-alerts",
  guard: rightGuard("hall.acknowledge"),
  schema: acknowledgeAlertsInput,
  run: ({ context, input, requestId }) => acknowledgeAlerts(context, input, requestId),
});

/** Says by name that alerts of the hall have been seen; they fall silent on every tablet. */
export async function acknowledgeAlertsAction(raw: unknown): Promise<ActionResult<null>> {
  return acknowledge(raw);
}
