import "server-only";
import { auth } from "./auth";
import { roleOf } from "./rights";
import type { SignedInAccount } from "./types";

/**
 * Who a request's cookie stands for, read from the database each time: null without a session, after its end, and from
 * the moment an account is suspended.
 */
export async function accountFromHeaders(headers: Headers): Promise<SignedInAccount | null> {
  const session = await auth().api.getSession({ headers });
  if (!session || session.user.banned) return null;
  const role = roleOf(session.user.role);
  return role && { id: session.user.id, name: session.user.name, role };
}
