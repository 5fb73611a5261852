import "server-only";
import { randomUUID } from "node:crypto";
import { appendAudit } from "@/lib/audit/append";
import { reader, writeTransaction, type Tx } from "@/lib/platform/database";
import { isDuplicate } from "@/lib/platform/faults";
import type { ActionResult } from "@/lib/platform/types";
import { hashPassword } from "./auth";
import { isRefusedPassword } from "./guessable";
import { managesNow } from "./managers";
import { newAccountInput, type NewAccountInput } from "./schema";
import type { By } from "./types";

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
  await tx.user.create({
    data: {
      id,
      ...user,
      displayUsername: user.username,
      email,
      emailVerified: true,
      // A person who makes an account for another knows its password; the server's own are the demo's.
      mustChangePassword: by.actor.kind === "OFFICER",
    },
  });
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
 * Makes an account; its owner chooses another password at the first sign-in. Refuses with NOT_ALLOWED for a role whose
 * accounts are not the maker's, USERNAME_TAKEN, and in a real office PASSWORD_PUBLIC for a password that is easily guessed.
 */
export async function createAccount(input: NewAccountInput, by: By): Promise<ActionResult<{ id: string }>> {
  if (await isRefusedPassword(input.password, input.username)) return { ok: false, code: "PASSWORD_PUBLIC" };
  const prepared = await prepareAccount(input);
  try {
    const made = await writeTransaction(async (tx) => {
      if (!(await managesNow(tx, by, prepared.user.role))) return false;
      await insertAccount(tx, prepared, by);
      return true;
    });
    if (!made) return { ok: false, code: "NOT_ALLOWED" };
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
  const known = await accountIdOf(input.username);
  if (known) return known;
  const made = await createAccount(input, by);
  if (made.ok) return made.value.id;
  const other = await accountIdOf(input.username);
  if (!other) throw new Error(`The account could not be made: ${made.code}`);
  return other;
}

/** The account of a user name, in any case; null when there is none. */
export async function accountIdOf(username: string): Promise<string | null> {
  const where = { username: username.trim().toLowerCase() };
  return (await reader().user.findUnique({ where, select: { id: true } }))?.id ?? null;
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
