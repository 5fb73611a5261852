import "server-only";
import { cookies } from "next/headers";
import { environment } from "@/lib/platform/environment";

export const KIOSK_COOKIE = "janji-kiosk";

/** Browsers keep no cookie longer than 400 days; a kiosk in use is given its own anew by each enrolment only. */
const KEEP_SECONDS = 400 * 24 * 60 * 60;

/** Leaves a kiosk's credential in this browser, out of reach of scripts. Server actions and route handlers only. */
export async function rememberKiosk(credential: string): Promise<void> {
  (await cookies()).set(KIOSK_COOKIE, credential, {
    httpOnly: true,
    sameSite: "lax",
    secure: environment().publicUrl.startsWith("https:"),
    path: "/",
    maxAge: KEEP_SECONDS,
  });
}

/** The credential that this browser carries, known or not. */
export async function carriedCredential(): Promise<string | null> {
  return (await cookies()).get(KIOSK_COOKIE)?.value ?? null;
}

/** Whether this browser was made a kiosk once, here or at another server. */
export async function carriesCredential(): Promise<boolean> {
  return (await carriedCredential()) !== null;
}
