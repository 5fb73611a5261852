import "server-only";
import { randomUUID } from "node:crypto";
import { appendAudit } from "@/lib/audit/append";
import type { Actor } from "@/lib/audit/types";
import { reader, writeTransaction, type Tx } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";
import { isDuplicate } from "@/lib/platform/faults";
import type { ActionResult } from "@/lib/platform/types";
import { hashPassword } from "./auth";
import { isPublicPassword } from "./demo-sign-ins";
import { roleOf } from "./rights";
import { newAccountInput, type NewAccountInput } from "./schema";
import type { AccountRow } from "./types";

/** Who makes a change, and in which request: what its audit row says. */
export interface By {
  readonly actor: Actor;
  readonly requestId: string;
}

/** An account with its password already hashed, so that no transaction waits for the hashing. */
export interface PreparedAccount {
  readonly id: string;
  readonly user: Omit<NewAccountInput, "password">;
  readonly passwordHash: string;
}

/** Checks and hashes what an account is made of. @throws ZodError for an input that no form lets through. */
export async function prepareAccount(input: NewAccountInput): Promise<PreparedAccount> {
  const { password, ...user } = newAccountInput.parse(input);
  return { id: randomUUID(), user, passwordHash: await hashPassword(password) };
}

/** Writes an account and its audit row. The address is synthetic: the library wants one, the office has none. */
export async function insertAccount(
  tx: Tx,
  { id, user, passwordHash }: PreparedAccount,
  by: By,
): Promise<void> {
  const email = `${user.username}@accounts.invalid`;
  await tx.user.create({ data: { id, ...user, displayUsername: user.username, email, emailVerified: true } });
  await tx.account.create({
    data: {
      id: randomUUID(),
      accountId: id,
      providerId: "credential",
      userId: id,
      password: passwordHash,
    },
  });
  await appendAudit(tx, {
    actor: by.actor,
    action: "account.created",
    subject: { kind: "account", id },
    data: { role: user.role },
    requestId: by.requestId,
  });
}

/**
 * Makes an account. Refuses with USERNAME_TAKEN, and in a real office with PASSWORD_PUBLIC for the demo's passwords.
 */
export async function createAccount(input: NewAccountInput, by: By): Promise<ActionResult<{ id: string }>> {
  if (environment().mode === "real" && isPublicPassword(input.password)) {
    return { ok: false, code: "PASSWORD_PUBLIC" };
  }
  const prepared = await prepareAccount(input);
  try {
    await writeTransaction((tx) => insertAccount(tx, prepared, by));
  } catch (fault) {
    if (isDuplicate(fault)) return { ok: false, code: "USERNAME_TAKEN" };
    throw fault;
  }
  return { ok: true, value: { id: prepared.id } };
}

/**
 * Makes an account unless its name is there already; any number of processes may call it together.
 * @returns the id under which the account is known. @throws when it neither exists nor may be made.
 */
export async function ensureAccount(input: NewAccountInput, by: By): Promise<string> {
  const find = () => reader().user.findUnique({ where: { username: input.username }, select: { id: true } });
  const known = await find();
  if (known) return known.id;
  const made = await createAccount(input, by);
  if (made.ok) return made.value.id;
  const other = await find();
  if (!other) throw new Error(`The account could not be made: ${made.code}`);
  return other.id;
}

/** Gives an account another password and ends its sessions. Refuses with NOT_FOUND or PASSWORD_PUBLIC. */
export async function setPassword(id: string, plain: string, by: By): Promise<ActionResult<null>> {
  if (environment().mode === "real" && isPublicPassword(plain)) return { ok: false, code: "PASSWORD_PUBLIC" };
  const password = await hashPassword(plain);
  return writeTransaction(async (tx) => {
    const changed = await tx.account.updateMany({
      where: { userId: id, providerId: "credential" },
      data: { password },
    });
    if (changed.count === 0) return { ok: false, code: "NOT_FOUND" };
    await tx.session.deleteMany({ where: { userId: id } });
    await auditChange(tx, id, "password", by);
    return { ok: true, value: null };
  });
}

/** Suspends an account and ends its sessions at once. Refuses with OWN_ACCOUNT or NOT_FOUND. */
export async function suspendAccount(id: string, by: By): Promise<ActionResult<null>> {
  if (by.actor.kind === "OFFICER" && by.actor.id === id) return { ok: false, code: "OWN_ACCOUNT" };
  return writeTransaction(async (tx) => {
    const changed = await tx.user.updateMany({ where: { id }, data: { banned: true } });
    if (changed.count === 0) return { ok: false, code: "NOT_FOUND" };
    await tx.session.deleteMany({ where: { userId: id } });
    await auditChange(tx, id, "suspended", by);
    return { ok: true, value: null };
  });
}

/** Lets a suspended account sign in again. Refuses with NOT_FOUND. */
export async function reinstateAccount(id: string, by: By): Promise<ActionResult<null>> {
  return writeTransaction(async (tx) => {
    const changed = await tx.user.updateMany({ where: { id, banned: true }, data: { banned: false } });
    if (changed.count === 0) return { ok: false, code: "NOT_FOUND" };
    await auditChange(tx, id, "reinstated", by);
    return { ok: true, value: null };
  });
}

async function auditChange(tx: Tx, id: string, change: string, by: By): Promise<void> {
  await appendAudit(tx, {
    actor: by.actor,
    action: "account.changed",
    subject: { kind: "account", id },
    data: { change },
    requestId: by.requestId,
  });
}

/** The accounts of the office, by name; for supervisors. */
export async function listAccounts(): Promise<AccountRow[]> {
  const users = await reader().user.findMany({ orderBy: [{ name: "asc" }, { id: "asc" }] });
  return users.flatMap((user) => {
    const role = roleOf(user.role);
    if (!role) return [];
    return {
      id: user.id,
      name: user.name,
      username: user.username ?? "",
      role,
      suspended: user.banned === true,
      createdAt: user.createdAt.getTime(),
    };
  });
}

/** The names behind account ids, for wording "by whom"; ids without an account are left out. */
export async function accountNames(ids: readonly string[]): Promise<Map<string, string>> {
  const users = await reader().user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}

/** The name behind one account id; null when there is no such account. */
export async function accountName(id: string): Promise<string | null> {
  return (await accountNames([id])).get(id) ?? null;
}

/** False only before the first account of an installation. */
export async function anyAccountExists(): Promise<boolean> {
  return (await reader().user.findFirst({ select: { id: true } })) !== null;
}
