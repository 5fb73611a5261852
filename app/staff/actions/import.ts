"use server";

import { rightGuard } from "@/lib/access/guards";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";
import { rememberColumns } from "@/lib/queue/import/columns";
import { columnsInput } from "@/lib/queue/import/schema";

const remember = action({
  name: "staff.remember-columns",
  guard: rightGuard("queue.import"),
  schema: columnsInput,
  run: ({ context, input, requestId }) => rememberColumns(context, input.columns, requestId),
});

/** What the columns of the queue system's files hold, said once by a supervisor. */
export async function rememberColumnsAction(raw: unknown): Promise<ActionResult<null>> {
  return remember(raw);
}
