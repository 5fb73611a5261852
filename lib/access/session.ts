import "server-only";
import { reader } from "@/lib/platform/database";
import { systemNow } from "@/lib/platform/clock";
import { auth } from "./auth";
import { endIdleSession, idleLimitMs, lastActive } from "./idle";
import { roleOf } from "./rights";
import type { SignedInAccount, StaffSession } from "./types";

/**
 * The session of a request's cookie, read from the database each time: null without one, after its end, after idle
 * time, and from the moment an account is suspended. Asking does not prolong it.
 */
export async function sessionFromHeaders(headers: Headers): Promise<StaffSession | null> {
  const found = await auth().api.getSession({ headers });
  if (!found || found.user.banned) return null;
  const role = roleOf(found.user.role);
  if (!role) return null;
  const { session, user } = found;
  const limit = await idleLimitMs();
  const untouchedFrom = lastActive(session);
  const endsAt = Math.min(session.expiresAt.getTime(), untouchedFrom + limit);
  if (endsAt <= systemNow().getTime()) {
    await endIdleSession(session.id, systemNow().getTime() - limit + 1);
    return null;
  }
  return {
    id: session.id,
    account: { id: user.id, name: user.name, role },
    mustChangePassword: user.mustChangePassword === true,
    endsAt,
  };
}

/** Who a request's cookie stands for: null like the session, and while a password given by somebody else stands. */
export async function accountFromHeaders(headers: Headers): Promise<SignedInAccount | null> {
  const session = await sessionFromHeaders(headers);
  return session && !session.mustChangePassword ? session.account : null;
}

/** Whether a session still stands, by its id; one look-up, for streams that ask after every change. */
export async function sessionStands(sessionId: string): Promise<boolean> {
  const session = await reader().session.findUnique({
    where: { id: sessionId },
    select: {
      id: true,
      createdAt: true,
      activeAt: true,
      expiresAt: true,
      user: { select: { banned: true } },
    },
  });
  if (!session || session.user.banned) return false;
  const endsAt = Math.min(session.expiresAt.getTime(), lastActive(session) + (await idleLimitMs()));
  return endsAt > systemNow().getTime();
}
