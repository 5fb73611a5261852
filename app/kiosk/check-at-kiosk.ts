import "server-only";
import { headers } from "next/headers";
import { kioskGuard } from "@/lib/access/guards";
import { admitScan, clientAddress, recordMiss, worthALine } from "@/lib/access/rate-limits";
import { readInForce } from "@/lib/office/in-force";
import { action } from "@/lib/platform/action";
import { log } from "@/lib/platform/log";
import { checksAnswered } from "@/lib/platform/metrics";
import { noteRequest } from "@/lib/platform/request";
import { checkBooking } from "@/lib/vouchers/check-booking";
import { checkInput } from "@/lib/vouchers/kiosk-schema";
import { reprintAtKiosk } from "@/lib/vouchers/reprint";

/** Within the limits of a kiosk and its address; what is beyond them is written down, a few times a minute. */
async function admitted(source: { readonly kioskId: string; readonly address: string | null }) {
  const admission = await admitScan(source);
  if (!admission.ok && (await worthALine(source.kioskId)))
    log.warn({ kioskId: source.kioskId }, "too many checks");
  return admission;
}

/** One scan at an enrolled kiosk, behind the server action and behind the route that repeats it under the same key. */
export const checkAtKiosk = action({
  name: "kiosk.check",
  guard: kioskGuard,
  schema: checkInput,
  run: async ({ context, input, requestId }) => {
    noteRequest({ kioskId: context.kiosk.id, requestKey: input.key });
    const source = { kioskId: context.kiosk.id, address: clientAddress(await headers()) };
    // Neither of the two waits for the other.
    const [admission, inForce] = await Promise.all([admitted(source), readInForce()]);
    if (!admission.ok)
      return { ok: false, code: "TOO_MANY", details: { retryAfterMs: admission.retryAfterMs } };
    const answer = await checkBooking({ ...context, requestId }, input, inForce);
    checksAnswered.inc({ outcome: answer.ok ? answer.value.outcome : answer.code });
    if (answer.ok && answer.value.outcome === "UNKNOWN_BOOKING") await recordMiss(source);
    return answer;
  },
});

/** The one unaided reprint, within the same limits: a refusal costs what an unknown booking costs. */
export const reprintLimited = action({
  name: "kiosk.reprint",
  guard: kioskGuard,
  schema: checkInput,
  run: async ({ context, input, requestId }) => {
    noteRequest({ kioskId: context.kiosk.id, requestKey: input.key });
    const source = { kioskId: context.kiosk.id, address: clientAddress(await headers()) };
    const admission = await admitted(source);
    if (!admission.ok) return { ok: false, code: "TOO_MANY" };
    const answer = await reprintAtKiosk({ ...context, requestId }, input);
    if (!answer.ok) await recordMiss(source);
    return answer;
  },
});
