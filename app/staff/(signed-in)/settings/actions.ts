"use server";

import { rightGuard } from "@/lib/access/guards";
import { takeSettingsAgainInput, tryPatternsInput } from "@/lib/office/settings-draft-schema";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";
import { takeSettingsAgain } from "@/lib/vouchers/office-settings/save-settings";
import { tryPatterns } from "@/lib/vouchers/office-settings/try-patterns";
import type { TriedPatterns } from "@/lib/vouchers/office-settings/types";

const guard = rightGuard("settings.manage");

const attempt = action({
  name: "staff.try-patterns",
  guard,
  schema: tryPatternsInput,
  run: async ({ input }) => tryPatterns(input),
});

/** `{ patterns, text }`: what a kiosk with these patterns would read. The text is kept nowhere. */
export async function tryPatternsAction(raw: unknown): Promise<ActionResult<TriedPatterns>> {
  return attempt(raw);
}

const again = action({
  name: "staff.take-settings-again",
  guard,
  schema: takeSettingsAgainInput,
  run: ({ context, input, requestId }) =>
    takeSettingsAgain(input, { actor: { kind: "OFFICER", id: context.account.id }, requestId }),
});

/** `{ version, take, accepted }`: makes an earlier version the next one. */
export async function takeSettingsAgainAction(raw: unknown): Promise<ActionResult<{ version: number }>> {
  return again(raw);
}
