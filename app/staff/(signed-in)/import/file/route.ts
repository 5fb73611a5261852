import { getLocale } from "next-intl/server";
import { rightGuard } from "@/lib/access/guards";
import { action } from "@/lib/platform/action";
import { boundedBytes } from "@/lib/platform/bounded-text";
import { sameOrigin } from "@/lib/platform/same-origin";
import { importFile, previewImport } from "@/lib/queue/import/import-file";
import { MAX_FILE_BYTES } from "@/lib/queue/import/limits";
import { importInput } from "@/lib/queue/import/schema";

export const dynamic = "force-dynamic";

const guard = rightGuard("queue.import");
const answer = (value: object) => Response.json(value, { headers: { "cache-control": "no-store" } });

/** A file as the body, looked at, or with `?write=1` taken in. The server keeps no copy between the two. */
export async function POST(request: Request): Promise<Response> {
  if (!sameOrigin(request)) return new Response(null, { status: 403 });
  const guarded = await guard();
  if (!guarded.ok) return answer(guarded);
  const bytes = await boundedBytes(request, MAX_FILE_BYTES);
  if (!bytes) return answer({ ok: false, code: "FILE_TOO_LARGE" });
  const locale = await getLocale();
  const run = action({
    name: "staff.import-file",
    guard,
    schema: importInput,
    run: async ({ context, input, requestId }) => {
      const call = { accountId: context.account.id, requestId, locale };
      const value = await (input.write ? importFile(input.bytes, call) : previewImport(input.bytes, call));
      return { ok: true, value };
    },
  });
  return answer(await run({ bytes, write: new URL(request.url).searchParams.get("write") === "1" }));
}
