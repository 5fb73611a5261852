import "server-only";
import type { z } from "zod";
import type { tryPatternsInput } from "@/lib/office/settings-draft-schema";
import type { ActionResult } from "@/lib/platform/types";
import { validatePatterns } from "@/lib/queue/booking-patterns";
import { parseBooking } from "@/lib/queue/parse-booking";
import type { TriedPatterns } from "./types";

/**
 * What a kiosk with these patterns would read from a text. The text is kept nowhere. Refuses with BAD_PATTERN and the
 * first one at fault (counted from 1) in `details`.
 */
export function tryPatterns({
  patterns,
  text,
}: z.output<typeof tryPatternsInput>): ActionResult<TriedPatterns> {
  const check = validatePatterns(patterns);
  if (!check.ok)
    return { ok: false, code: "BAD_PATTERN", details: { row: (check.index ?? 0) + 1, reason: check.reason } };
  const read = parseBooking(text, patterns);
  return { ok: true, value: { outcome: read.kind, code: read.kind === "BOOKING" ? read.code : null } };
}
