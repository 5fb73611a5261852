import { health } from "@/lib/platform/health";

export const dynamic = "force-dynamic";

/** For service managers and proxies: whether this process serves, and if not, in one word why. Says nothing else. */
export async function GET(): Promise<Response> {
  const state = await health();
  const body = state === "OK" ? { ok: true } : { ok: false, reason: state };
  return Response.json(body, {
    status: state === "OK" ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
