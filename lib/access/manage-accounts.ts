import "server-only";
import { appendAudit } from "@/lib/audit/append";
import { writeTransaction, type Tx } from "@/lib/platform/database";
import type { ActionResult } from "@/lib/platform/types";
import { hashPassword } from "./auth";
import { firstPasswordUntil, newFirstPassword } from "./first-password";
import { managesNow } from "./managers";
import { roleOf } from "./rights";
import { usernameHash } from "./sign-in-lock";
import type { By, GivenPassword, Role } from "./types";

interface Target {
  readonly id: string;
  readonly username: string | null;
  readonly role: Role;
  readonly suspended: boolean;
}

/** What is done to an account; answers what its audit row says, or refuses. */
type Change = (tx: Tx, target: Target) => Promise<ActionResult<Readonly<Record<string, string>>>>;

/**
 * One change of one account, in one transaction with its audit row. Its sessions end: whatever it was may no longer be.
 * Refuses with OWN_ACCOUNT (nobody raises, suspends or unlocks themselves), NOT_FOUND, or NOT_ALLOWED for an account
 * that is not the changer's to manage.
 */
async function change(id: string, by: By, work: Change): Promise<ActionResult<null>> {
  if (by.actor.kind === "OFFICER" && by.actor.id === id) return { ok: false, code: "OWN_ACCOUNT" };
  return writeTransaction(async (tx) => {
    const may = (role: Role) => managesNow(tx, by, role);
    // The weakest role first: it lines up the heads, and whoever manages not even officers manages nobody.
    if (!(await may("officer"))) return { ok: false, code: "NOT_ALLOWED" };
    const user = await tx.user.findUnique({ where: { id } });
    const role = roleOf(user?.role);
    if (!user || !role) return { ok: false, code: "NOT_FOUND" };
    if (!(await may(role))) return { ok: false, code: "NOT_ALLOWED" };
    const { username, banned } = user;
    const done = await work(tx, { id, username, role, suspended: banned === true });
    if (!done.ok) return done;
    await tx.session.deleteMany({ where: { userId: id } });
    await appendAudit(tx, {
      actor: by.actor,
      action: "account.changed",
      subject: { kind: "account", id },
      data: done.value,
      requestId: by.requestId,
    });
    return { ok: true, value: null };
  });
}

/** Whether an account is the only head who can still sign in: an office without one could make no other. */
async function isLastHead(tx: Tx, { id, role, suspended }: Target): Promise<boolean> {
  if (role !== "head" || suspended) return false;
  const others = await tx.user.count({
    where: { role: "head", id: { not: id }, OR: [{ banned: false }, { banned: null }] },
  });
  return others === 0;
}

/**
 * Makes another password for an account, told this once; it opens for 72 hours, and its owner changes it at the next
 * sign-in. The account's sessions end, and a lock of its name. Refuses like every change.
 */
export async function giveNewPassword(id: string, by: By): Promise<ActionResult<GivenPassword>> {
  const [plain, until] = [newFirstPassword(), firstPasswordUntil()];
  const password = await hashPassword(plain);
  const done = await change(id, by, async (tx, { username }) => {
    const changed = await tx.account.updateMany({
      where: { userId: id, providerId: "credential" },
      data: { password },
    });
    if (changed.count === 0) return { ok: false, code: "NOT_FOUND" };
    await tx.user.update({ where: { id }, data: { mustChangePassword: true, passwordUntil: until } });
    if (username) await tx.signInLock.deleteMany({ where: { usernameHash: usernameHash(username) } });
    return { ok: true, value: { change: "password" } };
  });
  return done.ok ? { ok: true, value: { password: plain, until: until.getTime() } } : done;
}

/** Suspends an account; its sessions end at once. Refuses like every change, and with LAST_HEAD. */
export async function suspendAccount(id: string, by: By): Promise<ActionResult<null>> {
  return change(id, by, async (tx, target) => {
    if (await isLastHead(tx, target)) return { ok: false, code: "LAST_HEAD" };
    await tx.user.update({ where: { id }, data: { banned: true } });
    return { ok: true, value: { change: "suspended" } };
  });
}

/** Lets a suspended account sign in again. Refuses like every change, and with NOT_FOUND when it is not suspended. */
export async function reinstateAccount(id: string, by: By): Promise<ActionResult<null>> {
  return change(id, by, async (tx, { suspended }) => {
    if (!suspended) return { ok: false, code: "NOT_FOUND" };
    await tx.user.update({ where: { id }, data: { banned: false } });
    return { ok: true, value: { change: "reinstated" } };
  });
}

/**
 * Gives an account another role; its owner signs in anew. Refuses like every change, with NOT_ALLOWED also for a new
 * role that is not the changer's to give, and with LAST_HEAD.
 */
export async function setRole(id: string, role: Role, by: By): Promise<ActionResult<null>> {
  return change(id, by, async (tx, target) => {
    if (!(await managesNow(tx, by, role))) return { ok: false, code: "NOT_ALLOWED" };
    if (role !== "head" && (await isLastHead(tx, target))) return { ok: false, code: "LAST_HEAD" };
    await tx.user.update({ where: { id }, data: { role } });
    return { ok: true, value: { change: "role", from: target.role, role } };
  });
}
