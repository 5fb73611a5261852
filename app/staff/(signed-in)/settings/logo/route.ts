import { z } from "zod";
import { rightGuard } from "@/lib/access/guards";
import { LOGO_LIMITS, readLogo } from "@/lib/office/logo";
import { action } from "@/lib/platform/action";
import { boundedBytes } from "@/lib/platform/bounded-text";
import { sameOrigin } from "@/lib/platform/same-origin";

export const dynamic = "force-dynamic";

const guard = rightGuard("settings.manage");
const answer = (value: object) => Response.json(value, { headers: { "cache-control": "no-store" } });

const look = action({
  name: "staff.read-logo",
  guard,
  schema: z.instanceof(Uint8Array),
  run: async ({ input }) => {
    const read = readLogo(input);
    return read.ok ? { ok: true, value: read } : read;
  },
});

/** A picture as the body, looked at and given back as the settings would keep it. Nothing is stored here. */
export async function POST(request: Request): Promise<Response> {
  if (!sameOrigin(request)) return new Response(null, { status: 403 });
  const guarded = await guard();
  if (!guarded.ok) return answer(guarded);
  const bytes = await boundedBytes(request, LOGO_LIMITS.bytes);
  return answer(bytes ? await look(bytes) : { ok: false, code: "LOGO_TOO_LARGE" });
}
