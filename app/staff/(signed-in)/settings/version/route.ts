import { rightGuard } from "@/lib/access/guards";
import { saveSettingsInput } from "@/lib/office/settings-draft-schema";
import { action } from "@/lib/platform/action";
import { boundedJson } from "@/lib/platform/bounded-text";
import { sameOrigin } from "@/lib/platform/same-origin";
import { saveSettings } from "@/lib/vouchers/office-settings/save-settings";

export const dynamic = "force-dynamic";

/** A letterhead's emblem makes settings larger than server actions may be. */
const LARGEST_BODY = 400_000;

const guard = rightGuard("settings.manage");
const answer = (value: object) => Response.json(value, { headers: { "cache-control": "no-store" } });

const save = action({
  name: "staff.save-settings",
  guard,
  schema: saveSettingsInput,
  run: ({ context, input, requestId }) =>
    saveSettings(input, { actor: { kind: "OFFICER", id: context.account.id }, requestId }),
});

/** `{ version, draft, accepted }`: makes what was typed the next version of the settings. */
export async function POST(request: Request): Promise<Response> {
  if (!sameOrigin(request)) return new Response(null, { status: 403 });
  const guarded = await guard();
  if (!guarded.ok) return answer(guarded);
  const body = await boundedJson(request, LARGEST_BODY);
  return answer(body ? await save(body.value) : { ok: false, code: "BAD_INPUT" });
}
