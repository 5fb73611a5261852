import { kioskGuard } from "@/lib/access/guards";
import { kioskStanding } from "@/lib/vouchers/kiosk-office";

export const dynamic = "force-dynamic";

/** Whether the office serves now and whether its systems are disturbed, for a kiosk at rest. */
export async function GET(): Promise<Response> {
  const noStore = { headers: { "cache-control": "no-store" } };
  const guarded = await kioskGuard();
  if (!guarded.ok) return new Response(null, { ...noStore, status: 204 });
  return Response.json(await kioskStanding(), noStore);
}
