import { reader } from "@/lib/platform/database";

export const dynamic = "force-dynamic";

/** Whether this process serves: it reaches its database and the office was opened. Says nothing else. */
export async function GET(): Promise<Response> {
  try {
    const settings = await reader().settingVersion.count();
    const ok = settings > 0;
    return Response.json({ ok }, { status: ok ? 200 : 503, headers: { "cache-control": "no-store" } });
  } catch {
    return Response.json({ ok: false }, { status: 503, headers: { "cache-control": "no-store" } });
  }
}
