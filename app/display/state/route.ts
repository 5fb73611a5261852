import { wallState } from "@/lib/hall/calls/series";

export const dynamic = "force-dynamic";

/** What the wall shows now: numbers and counters, for anybody who may stand before it. */
export async function GET(): Promise<Response> {
  return Response.json(await wallState(), { headers: { "cache-control": "no-store" } });
}
