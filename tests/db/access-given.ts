import { randomUUID } from "node:crypto";
import { ensureAccount } from "@/lib/access/accounts";
import { giveNewPassword } from "@/lib/access/manage-accounts";
import { signIn } from "@/lib/access/sign-in";
import type { By, Role } from "@/lib/access/types";
import { reader } from "@/lib/platform/database";

export const bySystem: By = { actor: { kind: "SYSTEM" }, requestId: "given" };
export const PASSWORD = "sebuah kalimat pendek";

/** An invented account of that role; its user name is its own. */
export async function givenAccount(role: Role = "officer") {
  const username = `u${randomUUID().replaceAll("-", "").slice(0, 12)}`;
  const id = await ensureAccount({ username, name: "Orang Contoh", role, password: PASSWORD }, bySystem);
  return { id, username, role };
}

/** One attempt, as the sign-in action makes it. */
export const attempt = (username: string, password = PASSWORD) =>
  signIn({ username, password }, { headers: new Headers(), requestId: randomUUID() });

/** Gives an account another password, as the server itself; the password. */
export async function givenPassword(id: string): Promise<string> {
  const given = await giveNewPassword(id, bySystem);
  if (!given.ok) throw new Error(`no password was given: ${given.code}`);
  return given.value.password;
}

/** The headers of a browser that signed in. */
export async function signedInHeaders(username: string, password = PASSWORD): Promise<Headers> {
  const answer = await attempt(username, password);
  if (!answer.ok) throw new Error(`sign-in was refused: ${answer.code}`);
  return new Headers({ cookie: answer.value.setCookies.map((line) => line.split(";")[0]).join("; ") });
}

/** How often each answer came. */
export function tally(answers: readonly { ok: boolean; code?: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const key = answer.ok ? "ok" : (answer.code ?? "?");
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

export const auditOf = (action: string) => reader().auditEvent.findMany({ where: { action } });
