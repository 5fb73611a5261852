import "server-only";
import { headers } from "next/headers";
import { log } from "@/lib/platform/log";
import type { GuardAnswer } from "@/lib/platform/types";
import {
  admitDemoEnrolment,
  admitEnrolment,
  admitSignIn,
  clientAddress,
  worthALine,
  type Admission,
} from "./rate-limits";

type PublicAnswer = GuardAnswer<{ headers: Headers }>;

async function limited(admit: (address: string | null) => Promise<Admission>): Promise<PublicAnswer> {
  const all = await headers();
  const address = clientAddress(all);
  const admission = await admit(address);
  if (admission.ok) return { ok: true, context: { headers: all } };
  if (await worthALine(address)) log.warn("too many tries");
  return { ok: false, code: "TOO_MANY" };
}

/** For what anybody may call before signing in: bounded by address only. Refuses with TOO_MANY. */
export const signInGuard = () => limited(admitSignIn);

/** For a browser that is not a kiosk yet: bounded by address only. Refuses with TOO_MANY. */
export const enrolmentGuard = () => limited(admitEnrolment);

/** For a browser that makes itself a kiosk of the demo. Refuses with TOO_MANY. */
export const demoEnrolmentGuard = () => limited(admitDemoEnrolment);
