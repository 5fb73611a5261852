import { healthy } from "@/lib/platform/health";

export const dynamic = "force-dynamic";

/** For service managers and proxies: whether this process serves. Says nothing else. */
export async function GET(): Promise<Response> {
  const ok = await healthy();
  return Response.json({ ok }, { status: ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
