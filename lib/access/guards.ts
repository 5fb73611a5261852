import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { GuardAnswer } from "@/lib/platform/types";
import { feedTokenOf } from "./feed-tokens";
import { KIOSK_COOKIE } from "./kiosk-cookie";
import { kioskOf } from "./kiosks";
import { staffPath } from "./local-path";
import { can } from "./rights";
import { accountFromHeaders } from "./session";
import type { KnownFeedToken, KnownKiosk, Right, SignedInAccount } from "./types";

type AccountAnswer = GuardAnswer<{ account: SignedInAccount }>;

/** Who is signed in, for pages; null for nobody, a session that ended, or a suspended account. */
export async function currentAccount(): Promise<SignedInAccount | null> {
  return accountFromHeaders(await headers());
}

/**
 * Who is signed in, for pages that are nothing to anybody else: sends those not signed in to the sign-in page.
 * @param path the page's own path, to come back to.
 */
export async function requireAccount(path: string): Promise<SignedInAccount> {
  const account = await currentAccount();
  if (!account) redirect(`/staff/sign-in?next=${encodeURIComponent(staffPath(path))}`);
  return account;
}

/** Anyone signed in. Refuses with NOT_SIGNED_IN. */
export async function officerGuard(): Promise<AccountAnswer> {
  const account = await currentAccount();
  return account ? { ok: true, context: { account } } : { ok: false, code: "NOT_SIGNED_IN" };
}

/** A guard for one right of the table in rights.ts. Refuses with NOT_SIGNED_IN or NOT_ALLOWED. */
export function rightGuard(right: Right): () => Promise<AccountAnswer> {
  return async () => {
    const answer = await officerGuard();
    if (answer.ok && !can(answer.context.account.role, right)) return { ok: false, code: "NOT_ALLOWED" };
    return answer;
  };
}

/** An enrolled kiosk, known by its cookie; a revoked one is out at once. Refuses with NOT_ENROLLED. */
export async function kioskGuard(): Promise<GuardAnswer<{ kiosk: KnownKiosk }>> {
  const credential = (await cookies()).get(KIOSK_COOKIE)?.value;
  const kiosk = credential ? await kioskOf(credential) : null;
  return kiosk ? { ok: true, context: { kiosk } } : { ok: false, code: "NOT_ENROLLED" };
}

/** A feed with `Authorization: Bearer` and a token that is not revoked. Refuses with NOT_AUTHORISED. */
export async function feedGuard(request: Request): Promise<GuardAnswer<{ feedToken: KnownFeedToken }>> {
  const [, token] = /^Bearer +([\w.~+/=-]{1,200})$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  const feedToken = token ? await feedTokenOf(token) : null;
  return feedToken ? { ok: true, context: { feedToken } } : { ok: false, code: "NOT_AUTHORISED" };
}
