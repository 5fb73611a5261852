import "server-only";
import { writeTransaction } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";
import { newToken, tokenHash } from "@/lib/platform/secrets";
import type { ActionResult } from "@/lib/platform/types";
import { anyAccountExists, insertAccount, prepareAccount } from "./accounts";
import { isRefusedPassword } from "./guessable";
import type { FirstAccountInput } from "./schema";

const FACT = "first-account-token";

/**
 * The one-time link for the first account, the head's,, or null when there is an account. Each call replaces the link before.
 * The token is in the fragment, which browsers send to no server, so it stays out of every access log.
 */
export async function firstAccountLink(): Promise<string | null> {
  if (await anyAccountExists()) return null;
  const token = newToken("first");
  const value = tokenHash(token);
  await writeTransaction((tx) =>
    tx.installationFact.upsert({ where: { key: FACT }, create: { key: FACT, value }, update: { value } }),
  );
  return `${environment().publicUrl}/staff/setup#${token}`;
}

/**
 * Makes the first account: the head's, who holds every right. Taking the token away and making the account are one transaction: of any number of
 * requests with the link one succeeds. Refuses with LINK_USED, and in a real office with PASSWORD_PUBLIC.
 */
export async function createFirstAccount(
  input: FirstAccountInput,
  requestId: string,
): Promise<ActionResult<{ id: string }>> {
  const { token, username, name, password } = input;
  if (await isRefusedPassword(password, username)) return { ok: false, code: "PASSWORD_PUBLIC" };
  const prepared = await prepareAccount({ username, name, role: "head" }, password);
  return writeTransaction(async (tx) => {
    const taken = await tx.installationFact.deleteMany({ where: { key: FACT, value: tokenHash(token) } });
    if (taken.count === 0) return { ok: false, code: "LINK_USED" };
    // A start that looked for accounts just before the first was made may have left a second link behind.
    if ((await tx.user.count()) > 0) return { ok: false, code: "LINK_USED" };
    await insertAccount(tx, prepared, { actor: { kind: "SYSTEM" }, requestId });
    return { ok: true, value: { id: prepared.id } };
  });
}
