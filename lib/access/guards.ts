import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { log } from "@/lib/platform/log";
import type { GuardAnswer } from "@/lib/platform/types";
import { feedTokenOf } from "./feed-tokens";
import { noteActivity } from "./idle";
import { carriedCredential } from "./kiosk-cookie";
import { kioskOf } from "./kiosks";
import { staffPath } from "./local-path";
import { mayOpen, type StaffPage } from "./pages";
import { clientAddress, worthALine } from "./rate-limits";
import { can } from "./rights";
import { sessionFromHeaders } from "./session";
import type { KnownFeedToken, KnownKiosk, Right, SignedInAccount, StaffSession } from "./types";

type AccountAnswer = GuardAnswer<{ account: SignedInAccount }>;

/** The session of this request, for pages and quiet questions; null for nobody. Does not count as activity. */
export async function currentSession(): Promise<StaffSession | null> {
  return sessionFromHeaders(await headers());
}

/** Who is signed in and may work; null for nobody, and while a password given by somebody else stands. */
export async function currentAccount(): Promise<SignedInAccount | null> {
  const session = await currentSession();
  return session && !session.mustChangePassword ? session.account : null;
}

/** For the pages of anybody signed in, also with a password to be changed: sends others to the sign-in page. */
export async function requireSession(path: string): Promise<StaffSession> {
  const session = await currentSession();
  if (!session) redirect(`/staff/sign-in?next=${encodeURIComponent(staffPath(path))}`);
  return session;
}

/** Pages offer nobody what is not theirs, so whoever asks for it all the same is worth a line. */
async function noteRefusal({ id, role }: SignedInAccount, wanted: Right | StaffPage): Promise<void> {
  if (await worthALine(id)) log.warn({ accountId: id, role, wanted }, "not allowed");
}

/**
 * Who visits a page of the table in pages.ts. Sends those not signed in to the sign-in page, and those who must choose
 * a password to do so first; both come back.
 * @param path the page's own address where it differs from its entry, to come back to
 * @returns null when the visitor's role may not open it: the page then says so in words
 */
export async function visitor(page: StaffPage, path: string = page): Promise<SignedInAccount | null> {
  const { account, mustChangePassword } = await requireSession(path);
  if (mustChangePassword) redirect(`/staff/account?next=${encodeURIComponent(staffPath(path))}`);
  if (mayOpen(account.role, page)) return account;
  await noteRefusal(account, page);
  return null;
}

/**
 * Anyone signed in, also with a password to be changed: for signing out and choosing a password.
 * Refuses with NOT_SIGNED_IN.
 */
export async function ownSessionGuard(): Promise<GuardAnswer<{ session: StaffSession }>> {
  const session = await currentSession();
  if (!session) return { ok: false, code: "NOT_SIGNED_IN" };
  await noteActivity(session.id);
  return { ok: true, context: { session } };
}

/** Anyone signed in, asked by a page itself and not by a person: it prolongs no session. Refuses with NOT_SIGNED_IN. */
export async function quietGuard(): Promise<AccountAnswer> {
  const account = await currentAccount();
  return account ? { ok: true, context: { account } } : { ok: false, code: "NOT_SIGNED_IN" };
}

/**
 * A guard for one right of the table in rights.ts; what passes it is a person's doing and prolongs their session.
 * Refuses with NOT_SIGNED_IN, PASSWORD_DUE or NOT_ALLOWED.
 */
export function rightGuard(right: Right): () => Promise<AccountAnswer> {
  return async () => {
    const session = await currentSession();
    if (!session) return { ok: false, code: "NOT_SIGNED_IN" };
    if (session.mustChangePassword) return { ok: false, code: "PASSWORD_DUE" };
    await noteActivity(session.id);
    const { account } = session;
    if (can(account.role, right)) return { ok: true, context: { account } };
    await noteRefusal(account, right);
    return { ok: false, code: "NOT_ALLOWED" };
  };
}

/** An enrolled kiosk, known by its cookie; a revoked one is out at once. Refuses with NOT_ENROLLED. */
export async function kioskGuard(): Promise<GuardAnswer<{ kiosk: KnownKiosk }>> {
  const credential = await carriedCredential();
  const kiosk = credential ? await kioskOf(credential) : null;
  return kiosk ? { ok: true, context: { kiosk } } : { ok: false, code: "NOT_ENROLLED" };
}

/** A feed with `Authorization: Bearer` and a token that is not revoked. Refuses with NOT_AUTHORISED. */
export async function feedGuard(request: Request): Promise<GuardAnswer<{ feedToken: KnownFeedToken }>> {
  const [, token] = /^Bearer +([\w.~+/=-]{1,200})$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  const feedToken = token ? await feedTokenOf(token) : null;
  if (!feedToken && (await worthALine(clientAddress(request.headers))))
    log.warn("a feed's token was refused");
  return feedToken ? { ok: true, context: { feedToken } } : { ok: false, code: "NOT_AUTHORISED" };
}
