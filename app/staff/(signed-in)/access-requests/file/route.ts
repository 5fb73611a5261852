import { getLocale } from "next-intl/server";
import { rightGuard } from "@/lib/access/guards";
import { action } from "@/lib/platform/action";
import { boundedJson } from "@/lib/platform/bounded-text";
import { sameOrigin } from "@/lib/platform/same-origin";
import { exportRecord } from "@/lib/register/applicant/export-record";
import { accessRequestInput } from "@/lib/register/applicant/schema";

export const dynamic = "force-dynamic";

const MAX_BYTES = 8_192;
const guard = rightGuard("person.export");
const answer = (value: object) => Response.json(value, { headers: { "cache-control": "no-store" } });

const run = action({
  name: "staff.applicant-record",
  guard,
  schema: accessRequestInput,
  run: async ({ context, input, requestId }) =>
    exportRecord(context, input, { requestId, locale: await getLocale() }),
});

/** What is held about an applicant, as one file; the booking stands in the body, never in an address. */
export async function POST(request: Request): Promise<Response> {
  if (!sameOrigin(request)) return new Response(null, { status: 403 });
  const guarded = await guard();
  if (!guarded.ok) return answer(guarded);
  const body = await boundedJson(request, MAX_BYTES);
  return answer(await run(body?.value));
}
