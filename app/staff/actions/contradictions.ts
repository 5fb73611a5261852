"use server";

import { rightGuard } from "@/lib/access/guards";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";
import { resolveAlert } from "@/lib/queue/alerts";
import { resolveAlertInput } from "@/lib/queue/hand-entry-schema";

const resolve = action({
  name: "staff.resolve-alert",
  guard: rightGuard("contradiction.resolve"),
  schema: resolveAlertInput,
  run: ({ context, input, requestId }) => resolveAlert(context, input, requestId),
});

/** An officer has looked into a contradiction, and writes what came of it. */
export async function resolveAlertAction(raw: unknown): Promise<ActionResult<null>> {
  return resolve(raw);
}
