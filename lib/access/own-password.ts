import "server-only";
import { appendAudit } from "@/lib/audit/append";
import { reader, writeTransaction } from "@/lib/platform/database";
import type { ActionResult } from "@/lib/platform/types";
import { hashPassword, passwordMatches } from "./auth";
import { isRefusedPassword } from "./guessable";
import { chargeAttempt, clearAttempts, settleRefusal, usernameHash } from "./sign-in-lock";
import type { StaffSession } from "./types";

/**
 * Changes one's own password with the present one; the account's other sessions end, this one goes on. Guesses of the
 * present password are counted like sign-ins. Refuses with CURRENT_WRONG, SIGN_IN_LOCKED, PASSWORD_SAME or PASSWORD_PUBLIC.
 */
export async function changeOwnPassword(
  { id: sessionId, account: { id } }: StaffSession,
  { current, password }: { readonly current: string; readonly password: string },
  requestId: string,
): Promise<ActionResult<null>> {
  const [user, credential] = await Promise.all([
    reader().user.findUnique({ where: { id }, select: { username: true } }),
    reader().account.findFirst({ where: { userId: id, providerId: "credential" } }),
  ]);
  if (!user?.username || !credential?.password) return { ok: false, code: "NOT_FOUND" };
  if (await isRefusedPassword(password, user.username)) return { ok: false, code: "PASSWORD_PUBLIC" };
  const known = credential.password;
  const hash = usernameHash(user.username);
  if (!(await chargeAttempt(hash))) return { ok: false, code: "SIGN_IN_LOCKED" };
  if (!(await passwordMatches(current, known))) {
    await settleRefusal(hash, id, requestId);
    return { ok: false, code: "CURRENT_WRONG" };
  }
  await clearAttempts(hash);
  if (current === password) return { ok: false, code: "PASSWORD_SAME" };
  const next = await hashPassword(password);
  return writeTransaction(async (tx) => {
    // Only over the password that was proved: one given by somebody else meanwhile stands.
    const changed = await tx.account.updateMany({
      where: { id: credential.id, password: known },
      data: { password: next },
    });
    if (changed.count === 0) return { ok: false, code: "CURRENT_WRONG" };
    await tx.user.update({ where: { id }, data: { mustChangePassword: false, passwordUntil: null } });
    await tx.session.deleteMany({ where: { userId: id, id: { not: sessionId } } });
    await appendAudit(tx, {
      actor: { kind: "OFFICER", id },
      action: "account.changed",
      subject: { kind: "account", id },
      data: { change: "own-password" },
      requestId,
    });
    return { ok: true, value: null };
  });
}
