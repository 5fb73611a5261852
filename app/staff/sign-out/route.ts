import { headers } from "next/headers";
import { z } from "zod";
import { ownSessionGuard } from "@/lib/access/guards";
import { SESSION_OVER } from "@/lib/access/session-over";
import { signOut } from "@/lib/access/sign-in";
import { action } from "@/lib/platform/action";
import { sameOrigin } from "@/lib/platform/same-origin";

export const dynamic = "force-dynamic";

const noStore = { "cache-control": "no-store" };

const run = action({
  name: "account.sign-out",
  guard: ownSessionGuard,
  schema: z.unknown(),
  run: async ({ requestId }) => {
    await signOut(await headers(), requestId);
    return { ok: true, value: null };
  },
});

/**
 * Ends this browser's session; the page then leaves by itself. Whoever is no longer signed in is where it leads. No server
 * action: one that takes the cookie away has the page drawn again at once, as nobody's.
 */
export async function POST(request: Request): Promise<Response> {
  if (!sameOrigin(request)) return new Response(null, { status: 403, headers: noStore });
  const answer = await run(undefined);
  const over = answer.ok || answer.code === "NOT_SIGNED_IN";
  return Response.json(over ? { ok: true, value: null } : answer, {
    headers: over ? { ...noStore, ...SESSION_OVER } : noStore,
  });
}
