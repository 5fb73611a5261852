import { z } from "zod";
import { officerGuard } from "@/lib/access/guards";
import { liveHall } from "@/lib/hall/live-hall";
import { action } from "@/lib/platform/action";

export const dynamic = "force-dynamic";

const hall = action({
  name: "staff.hall",
  guard: officerGuard,
  schema: z.undefined(),
  run: async ({ context }) => ({ ok: true, value: await liveHall(context) }),
});

/** The live hall's figures alone, for whoever is signed in; an open hall page asks at every change. */
export async function GET(): Promise<Response> {
  return Response.json(await hall(undefined), { headers: { "cache-control": "no-store" } });
}
