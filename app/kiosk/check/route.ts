import { sameOrigin } from "@/lib/platform/same-origin";
import { checkAtKiosk } from "../check-at-kiosk";

export const dynamic = "force-dynamic";

const noStore = { headers: { "cache-control": "no-store" } };

/**
 * The same check as the server action, under the same request key: actions of a page run one after another and cannot be
 * given up, so the retry after a lost answer comes here.
 */
export async function POST(request: Request): Promise<Response> {
  if (!sameOrigin(request))
    return Response.json({ ok: false, code: "OTHER_ORIGIN" }, { ...noStore, status: 403 });
  const text = await request.text();
  if (text.length > 16_384)
    return Response.json({ ok: false, code: "BAD_INPUT" }, { ...noStore, status: 413 });
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return Response.json({ ok: false, code: "BAD_INPUT" }, { ...noStore, status: 400 });
  }
  return Response.json(await checkAtKiosk(input), noStore);
}
