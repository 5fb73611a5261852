import "server-only";
import { cookies } from "next/headers";
import { hostCookie, overTls } from "@/lib/platform/host-cookie";

export const KIOSK_COOKIE = "janji-kiosk";

/** Browsers keep no cookie longer than 400 days; a kiosk in use is given its own anew by each enrolment only. */
const KEEP_SECONDS = 400 * 24 * 60 * 60;

/** Leaves a kiosk's credential in this browser, out of reach of scripts. Server actions and route handlers only. */
export async function rememberKiosk(credential: string): Promise<void> {
  (await cookies()).set(hostCookie(KIOSK_COOKIE), credential, {
    httpOnly: true,
    sameSite: "lax",
    secure: overTls(),
    path: "/",
    maxAge: KEEP_SECONDS,
  });
}

/** The credential that this browser carries, known or not. Kiosks from before the prefix keep theirs without it. */
export async function carriedCredential(): Promise<string | null> {
  const carried = await cookies();
  return (carried.get(hostCookie(KIOSK_COOKIE)) ?? carried.get(KIOSK_COOKIE))?.value ?? null;
}

/** Whether this browser was made a kiosk once, here or at another server. */
export async function carriesCredential(): Promise<boolean> {
  return (await carriedCredential()) !== null;
}
