import { currentSession, ownSessionGuard } from "@/lib/access/guards";
import { SESSION_OVER } from "@/lib/access/session-over";
import { systemNow } from "@/lib/platform/clock";
import { sameOrigin } from "@/lib/platform/same-origin";
import type { StaffSession } from "@/lib/access/types";

export const dynamic = "force-dynamic";

const noStore = { headers: { "cache-control": "no-store" } };

const over = { headers: { ...noStore.headers, ...SESSION_OVER } };

/** How long the session goes on if nobody does anything, ms; 401 when there is none. */
function told(session: StaffSession | null): Response {
  if (!session) return Response.json({ ok: false, code: "NOT_SIGNED_IN" }, { ...over, status: 401 });
  return Response.json({ ok: true, value: { leftMs: session.endsAt - systemNow().getTime() } }, noStore);
}

/** Pages ask before they refresh themselves, and before they tell a person that the session ends. It prolongs nothing. */
export async function GET(): Promise<Response> {
  return told(await currentSession());
}

/** A person touched the screen: the session goes on. */
export async function POST(request: Request): Promise<Response> {
  if (!sameOrigin(request)) return new Response(null, { ...noStore, status: 403 });
  const guarded = await ownSessionGuard();
  return told(guarded.ok ? await currentSession() : null);
}
