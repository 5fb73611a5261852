import "server-only";
import { systemNow } from "@/lib/platform/clock";
import { writeTransaction } from "@/lib/platform/database";
import { isDuplicate } from "@/lib/platform/faults";
import { keyedHash } from "@/lib/platform/secrets";
import { appendAudit } from "@/lib/audit/append";

export const FAILURES_ALLOWED = 5;
export const LOCK_MS = 15 * 60_000;

/** Names are kept as hashes: someone who types a password into the name's field must not find it stored. */
export function usernameHash(username: string): string {
  return keyedHash("sign-in-lock", username.trim().toLowerCase()).toString("hex");
}

/** Adds one attempt where the name is open; null when it is not, or when its row must first be made. */
async function chargeExisting(usernameHash: string, now: Date): Promise<boolean> {
  const quietSince = new Date(now.getTime() - LOCK_MS);
  return writeTransaction(async (tx) => {
    const open = await tx.signInLock.updateMany({
      where: {
        usernameHash,
        lockedUntil: null,
        failures: { lt: FAILURES_ALLOWED },
        updatedAt: { gt: quietSince },
      },
      data: { failures: { increment: 1 }, updatedAt: now },
    });
    if (open.count > 0) return true;
    // Fifteen quiet minutes clear old failures and end a lock alike.
    const rested = await tx.signInLock.updateMany({
      where: { usernameHash, updatedAt: { lte: quietSince } },
      data: { failures: 1, lockedUntil: null, updatedAt: now },
    });
    return rested.count > 0;
  });
}

async function chargeNew(usernameHash: string, now: Date): Promise<boolean> {
  try {
    await writeTransaction((tx) =>
      tx.signInLock.create({ data: { usernameHash, failures: 1, updatedAt: now } }),
    );
    return true;
  } catch (fault) {
    if (isDuplicate(fault)) return false;
    throw fault;
  }
}

/**
 * Charges one attempt before the password is looked at, so that parallel attempts cannot outrun the lock: at most five
 * are let through in a row, whether the name exists or not.
 * @returns false when the name is locked.
 */
export async function chargeAttempt(usernameHash: string): Promise<boolean> {
  const now = systemNow();
  if (await chargeExisting(usernameHash, now)) return true;
  if (await chargeNew(usernameHash, now)) return true;
  // The row is there: either it is locked, or another first attempt made it just now.
  return chargeExisting(usernameHash, now);
}

/** After a refused attempt: audits it, and locks the name for 15 minutes when it was the fifth. */
export async function settleRefusal(
  usernameHash: string,
  accountId: string | null,
  requestId: string,
): Promise<void> {
  const now = systemNow();
  await writeTransaction(async (tx) => {
    const locked = await tx.signInLock.updateMany({
      where: { usernameHash, lockedUntil: null, failures: { gte: FAILURES_ALLOWED } },
      data: { lockedUntil: new Date(now.getTime() + LOCK_MS), updatedAt: now },
    });
    const subject = { kind: "account", id: accountId };
    const actor = { kind: "SYSTEM" } as const;
    await appendAudit(tx, { actor, action: "account.sign-in-refused", subject, requestId });
    if (locked.count > 0) await appendAudit(tx, { actor, action: "account.locked", subject, requestId });
  });
}

/** After the right password: the name starts afresh. */
export async function clearAttempts(usernameHash: string): Promise<void> {
  await writeTransaction((tx) => tx.signInLock.deleteMany({ where: { usernameHash } }));
}
