import { z } from "zod";
import { quietGuard } from "@/lib/access/guards";
import { action } from "@/lib/platform/action";
import { alertsFor } from "@/lib/printing/device-alerts";

export const dynamic = "force-dynamic";

const alerts = action({
  name: "staff.alerts",
  guard: quietGuard,
  schema: z.undefined(),
  run: async ({ context }) => ({ ok: true, value: await alertsFor(context.account) }),
});

/** What needs a hand in the hall, for whoever is signed in; pages ask every few seconds. */
export async function GET(): Promise<Response> {
  return Response.json(await alerts(undefined), { headers: { "cache-control": "no-store" } });
}
