import { z } from "zod";
import { rightGuard } from "@/lib/access/guards";
import { liveHall } from "@/lib/hall/live-hall";
import { action } from "@/lib/platform/action";

export const dynamic = "force-dynamic";

const hall = action({
  name: "staff.hall",
  guard: rightGuard("records.see"),
  schema: z.undefined(),
  run: async ({ context }) => ({ ok: true, value: await liveHall(context) }),
});

/**
 * The live hall's figures alone; an open hall page asks at every change. Asking counts as use and prolongs the session: a
 * hall that goes dark behind the counters because nobody touched it would let promises break unseen.
 */
export async function GET(): Promise<Response> {
  return Response.json(await hall(undefined), { headers: { "cache-control": "no-store" } });
}
