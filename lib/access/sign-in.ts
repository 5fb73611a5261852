import "server-only";
import { isAPIError } from "better-auth/api";
import { getSessionCookie } from "better-auth/cookies";
import { appendAudit } from "@/lib/audit/append";
import { reader, writeTransaction } from "@/lib/platform/database";
import { hostCookie } from "@/lib/platform/host-cookie";
import type { ActionResult } from "@/lib/platform/types";
import { auth, OUTLIVED } from "./auth";
import { asRequest } from "./auth-store";
import type { SignInInput } from "./schema";
import { roleOf } from "./rights";
import { sessionFromHeaders } from "./session";
import { chargeAttempt, clearAttempts, settleRefusal, usernameHash } from "./sign-in-lock";
import type { Role } from "./types";

/** Who signed in, and the cookies of their session. */
export interface SignedIn {
  readonly id: string;
  readonly role: Role;
  readonly mustChangePassword: boolean;
  readonly setCookies: string[];
}

/** What the library signed in, or the code of its refusal; faults are thrown. */
async function tryPassword({ username, password }: SignInInput, headers: Headers, requestId: string) {
  try {
    return await asRequest(requestId, () =>
      auth().api.signInUsername({
        body: { username: username.trim(), password },
        headers,
        returnHeaders: true,
      }),
    );
  } catch (fault) {
    if (!isAPIError(fault) || fault.statusCode >= 500) throw fault;
    return fault.body?.code === OUTLIVED ? OUTLIVED : "SIGN_IN_REFUSED";
  }
}

/** Ends a session for good, with its audit row. */
async function endSession(id: string, userId: string, requestId: string): Promise<void> {
  await writeTransaction(async (tx) => {
    await tx.session.deleteMany({ where: { id } });
    await appendAudit(tx, {
      actor: { kind: "OFFICER", id: userId },
      action: "account.signed-out",
      subject: { kind: "account", id: userId },
      requestId,
    });
  });
}

/**
 * Ends the session that a browser had before it signed in anew, if it still stands. Not asked of the library: that takes
 * an ended session's cookie away, and a page whose action sets a cookie is drawn again, here as one of nobody.
 */
async function endFormerSession(headers: Headers, requestId: string): Promise<void> {
  const cookie = getSessionCookie(headers, { cookiePrefix: hostCookie("janji") });
  // What follows the point is the library's signature; the token alone is too long to be guessed.
  const token = cookie?.split(".")[0];
  if (!token) return;
  const former = await reader().session.findUnique({ where: { token }, select: { id: true, userId: true } });
  if (former) await endSession(former.id, former.userId, requestId);
}

/**
 * Signs in by name and password. The session that this browser had before ends: nobody will end it otherwise. An unknown
 * name, a wrong password and a suspended account get the same answer, SIGN_IN_REFUSED; a name with five failures gets
 * SIGN_IN_LOCKED for 15 minutes, whether it exists or not. PASSWORD_OUTLIVED: the right one, but given more than 72 hours
 * ago and never changed.
 * Next sets the session's cookie by itself; `setCookies` is for callers outside of it.
 */
export async function signIn(
  input: SignInInput,
  request: { readonly headers: Headers; readonly requestId: string },
): Promise<ActionResult<SignedIn>> {
  const hash = usernameHash(input.username);
  if (!(await chargeAttempt(hash))) return { ok: false, code: "SIGN_IN_LOCKED" };
  const signedIn = await tryPassword(input, request.headers, request.requestId);
  if (typeof signedIn === "string") {
    const known = await reader().user.findUnique({
      where: { username: input.username.trim().toLowerCase() },
      select: { id: true },
    });
    await settleRefusal(hash, known?.id ?? null, request.requestId);
    return { ok: false, code: signedIn };
  }
  await clearAttempts(hash);
  await endFormerSession(request.headers, request.requestId);
  const user = await reader().user.findUniqueOrThrow({
    where: { id: signedIn.response.user.id },
    select: { id: true, role: true, mustChangePassword: true },
  });
  const { id, mustChangePassword } = user;
  const role = roleOf(user.role) ?? "officer";
  return { ok: true, value: { id, role, mustChangePassword, setCookies: signedIn.headers.getSetCookie() } };
}

/** Ends the session of this request, if there is one; its row is gone before the answer. */
export async function signOut(headers: Headers, requestId: string): Promise<void> {
  const session = await sessionFromHeaders(headers);
  if (session) await endSession(session.id, session.account.id, requestId);
  await auth().api.signOut({ headers });
}
