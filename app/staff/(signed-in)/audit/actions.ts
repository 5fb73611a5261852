"use server";

import { z } from "zod";
import { rightGuard } from "@/lib/access/guards";
import { verifyInBackground } from "@/lib/audit/verifications";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";

const verify = action({
  name: "staff.verify-audit",
  guard: rightGuard("audit.verify"),
  schema: z.strictObject({}),
  run: async ({ context }) => {
    await verifyInBackground({ kind: "OFFICER", id: context.account.id });
    return { ok: true, value: null };
  },
});

/** Starts a verification of the audit chain, unless one runs; the page shows how far it is. */
export async function verifyAuditAction(raw: unknown): Promise<ActionResult<null>> {
  return verify(raw);
}
