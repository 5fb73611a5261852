import { boundedJson } from "@/lib/platform/bounded-text";
import { sameOrigin } from "@/lib/platform/same-origin";
import { checkAtKiosk } from "../check-at-kiosk";

export const dynamic = "force-dynamic";

const LARGEST_BODY = 16_384;

const noStore = { headers: { "cache-control": "no-store" } };

/**
 * The same check as the server action, under the same request key: actions of a page run one after another and cannot be
 * given up, so the retry after a lost answer comes here.
 */
export async function POST(request: Request): Promise<Response> {
  if (!sameOrigin(request))
    return Response.json({ ok: false, code: "OTHER_ORIGIN" }, { ...noStore, status: 403 });
  const body = await boundedJson(request, LARGEST_BODY);
  if (!body) return Response.json({ ok: false, code: "BAD_INPUT" }, { ...noStore, status: 400 });
  return Response.json(await checkAtKiosk(body.value), noStore);
}
