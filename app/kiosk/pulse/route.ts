import { kioskGuard } from "@/lib/access/guards";
import { seenKiosk } from "@/lib/access/kiosks";
import { now } from "@/lib/platform/clock";

export const dynamic = "force-dynamic";

/** The kiosk's heartbeat: the office's instant, and the build, so that a page older than the server reloads itself. */
export async function GET(): Promise<Response> {
  const guarded = await kioskGuard();
  if (guarded.ok) await seenKiosk(guarded.context.kiosk.id);
  const pulse = { now: now().getTime(), build: process.env.JANJI_BUILD ?? "", enrolled: guarded.ok };
  return Response.json(pulse, { headers: { "cache-control": "no-store" } });
}
