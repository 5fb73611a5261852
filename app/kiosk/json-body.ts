import "server-only";
import { boundedJson } from "@/lib/platform/bounded-text";
import { sameOrigin } from "@/lib/platform/same-origin";
import type { ActionResult } from "@/lib/platform/types";

const LARGEST_BODY = 16_384;

const noStore = { headers: { "cache-control": "no-store" } };

/** What a kiosk's page sent, or the answer that refuses it: another site's page, or no JSON. */
export async function jsonBody(
  request: Request,
): Promise<{ readonly value: unknown } | { readonly refused: Response }> {
  if (!sameOrigin(request))
    return { refused: Response.json({ ok: false, code: "OTHER_ORIGIN" }, { ...noStore, status: 403 }) };
  const body = await boundedJson(request, LARGEST_BODY);
  return body ?? { refused: Response.json({ ok: false, code: "BAD_INPUT" }, { ...noStore, status: 400 }) };
}

/** An answer that nobody may keep. */
export const answered = (result: ActionResult<unknown>) => Response.json(result, noStore);
