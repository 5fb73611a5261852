"use server";

import { z } from "zod";
import { refreshShowcase } from "@/lib/demo/refresh-showcase";
import { OTHER_CASES, TICKET_CASES } from "@/lib/demo/types";
import { action } from "@/lib/platform/action";
import { environment } from "@/lib/platform/environment";
import type { ActionResult } from "@/lib/platform/types";

const prepare = action({
  name: "demo.prepare-scan",
  // Invented numbers for everybody who opens a demo; a real office has no such page.
  guard: async () =>
    environment().mode === "demo" ? { ok: true, context: null } : { ok: false, code: "NOT_A_DEMO" },
  schema: z.strictObject({ id: z.enum([...TICKET_CASES, ...OTHER_CASES]) }),
  run: async ({ input }): Promise<ActionResult<{ payload: string }>> => {
    const item = (await refreshShowcase()).find(({ id }) => id === input.id);
    return item?.payload
      ? { ok: true, value: { payload: item.payload } }
      : { ok: false, code: "NOT_THERE_YET" };
  },
});

/** `{ id }` of a showcase case; answers with what a scanner would read for it now. */
export async function prepareScanAction(input: unknown): Promise<ActionResult<{ payload: string }>> {
  return prepare(input);
}
