import "server-only";
import { randomUUID } from "node:crypto";
import { appendAudit } from "@/lib/audit/append";
import { reader, writeTransaction, type Tx } from "@/lib/platform/database";
import { isDuplicate } from "@/lib/platform/faults";
import type { ActionResult } from "@/lib/platform/types";
import { hashPassword } from "./auth";
import { firstPasswordUntil, newFirstPassword } from "./first-password";
import { managesNow } from "./managers";
import { newAccountInput, password as chosenPassword, type NewAccountInput } from "./schema";
import type { By, GivenPassword } from "./types";

/** An account with its password already hashed, so that no transaction waits for the hashing. */
export interface PreparedAccount {
  readonly id: string;
  readonly user: NewAccountInput;
  readonly passwordHash: string;
  /** Until when the password opens, if somebody else is told it first; null where it is its owner's own. */
  readonly until: Date | null;
}

/** Checks and hashes what an account is made of. @throws ZodError for an input that no form lets through. */
export async function prepareAccount(
  input: NewAccountInput,
  password: string,
  until: Date | null = null,
): Promise<PreparedAccount> {
  const user = newAccountInput.parse(input);
  const passwordHash = await hashPassword(chosenPassword.parse(password));
  return { id: randomUUID(), user, passwordHash, until };
}

/** Writes an account and its audit row. The address is synthetic: the library wants one, the office has none. */
export async function insertAccount(
  tx: Tx,
  { id, user, passwordHash, until }: PreparedAccount,
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
      mustChangePassword: until !== null,
      passwordUntil: until,
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
 * Makes an account and its first password, which is told this once and opens for 72 hours; its owner chooses another at
 * the first sign-in. Refuses with NOT_ALLOWED for a role whose accounts are not the maker's, and with USERNAME_TAKEN.
 */
export async function createAccount(
  input: NewAccountInput,
  by: By,
): Promise<ActionResult<{ id: string } & GivenPassword>> {
  const [password, until] = [newFirstPassword(), firstPasswordUntil()];
  const made = await makeAccount(await prepareAccount(input, password, until), by);
  return made.ok ? { ok: true, value: { ...made.value, password, until: until.getTime() } } : made;
}

async function makeAccount(prepared: PreparedAccount, by: By): Promise<ActionResult<{ id: string }>> {
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
 * Makes an account with its owner's own password unless its name is there already; any number of processes may call it
 * together. For the demo's people, whose passwords are public.
 * @returns the id under which the account is known. @throws when it neither exists nor may be made.
 */
export async function ensureAccount(
  { password, ...input }: NewAccountInput & { readonly password: string },
  by: By,
): Promise<string> {
  const known = await accountIdOf(input.username);
  if (known) return known;
  const made = await makeAccount(await prepareAccount(input, password), by);
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
