"use server";

import { z } from "zod";
import { kioskGuard } from "@/lib/access/guards";
import { carriedCredential, rememberKiosk } from "@/lib/access/kiosk-cookie";
import { enrolDemoKiosk, enrolKiosk } from "@/lib/access/kiosks";
import { demoEnrolmentGuard, enrolmentGuard } from "@/lib/access/public-guards";
import { enrolInput } from "@/lib/access/schema";
import type { KnownKiosk } from "@/lib/access/types";
import { action } from "@/lib/platform/action";
import { log } from "@/lib/platform/log";
import type { ActionResult } from "@/lib/platform/types";

const enrolByCode = action({
  name: "kiosk.enrol",
  guard: enrolmentGuard,
  schema: enrolInput,
  run: async ({ input, requestId }): Promise<ActionResult<KnownKiosk>> => {
    const enrolled = await enrolKiosk(input.code, requestId, await carriedCredential());
    if (!enrolled.ok) {
      log.warn({ requestId }, "an enrolment code was refused");
      return enrolled;
    }
    await rememberKiosk(enrolled.value.credential);
    return { ok: true, value: enrolled.value.kiosk };
  },
});

const enrolDemo = action({
  name: "kiosk.enrol-demo",
  guard: demoEnrolmentGuard,
  schema: z.undefined(),
  run: async ({ requestId }): Promise<ActionResult<KnownKiosk>> => {
    // Asked twice, a browser stays the kiosk that it is.
    const known = await kioskGuard();
    if (known.ok) return { ok: true, value: known.context.kiosk };
    const enrolled = await enrolDemoKiosk(requestId);
    if (!enrolled.ok) return enrolled;
    await rememberKiosk(enrolled.value.credential);
    return { ok: true, value: enrolled.value.kiosk };
  },
});

/** `{ code }` as a supervisor was told it. Refuses with CODE_UNKNOWN or TOO_MANY. */
export async function enrolKioskAction(input: unknown): Promise<ActionResult<KnownKiosk>> {
  return enrolByCode(input);
}

/** Makes this browser a kiosk of the demo office. Refuses with NOT_ENROLLED in a real office, or TOO_MANY. */
export async function enrolDemoKioskAction(): Promise<ActionResult<KnownKiosk>> {
  return enrolDemo(undefined);
}
