import { kioskGuard } from "@/lib/access/guards";
import { noteHeartbeat } from "@/lib/access/kiosk-heartbeat";
import { pulseInput } from "@/lib/access/schema";
import { now, systemNow } from "@/lib/platform/clock";
import { jsonBody } from "../json-body";

export const dynamic = "force-dynamic";

/** What every page may know of the server: the office's instant, its own, and which build it runs. */
function pulse() {
  return { now: now().getTime(), systemNow: systemNow().getTime(), build: process.env.JANJI_BUILD ?? "" };
}

const noStore = { headers: { "cache-control": "no-store" } };

/** Whether the server is there. Notes nothing. */
export function GET(): Response {
  return Response.json(pulse(), noStore);
}

/** The kiosk's heartbeat: what it tells of itself is noted, and it hears what staff want of it. */
export async function POST(request: Request): Promise<Response> {
  const body = await jsonBody(request);
  if ("refused" in body) return body.refused;
  const told = pulseInput.safeParse(body.value);
  if (!told.success) return Response.json({ ok: false, code: "BAD_INPUT" }, { ...noStore, status: 400 });
  const guarded = await kioskGuard();
  const reloadAskedAt = guarded.ok ? await noteHeartbeat(guarded.context.kiosk.id, told.data) : null;
  return Response.json({ ...pulse(), enrolled: guarded.ok, reloadAskedAt }, noStore);
}
