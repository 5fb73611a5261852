import "server-only";
import { reader } from "@/lib/platform/database";
import type { AuditEvent } from "@/lib/platform/generated/sqlite/client";
import { accountNames } from "./accounts";
import { manages, roleOf } from "./rights";
import type { AccountEvent, AccountRow, SignedInAccount } from "./types";

const MOST_EVENTS = 200;

/** When each of these accounts last signed in, epoch ms. */
async function lastSignIns(ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await reader().auditEvent.groupBy({
    by: ["subjectId"],
    where: { subjectKind: "account", subjectId: { in: [...ids] }, action: "account.signed-in" },
    _max: { at: true },
  });
  return new Map(
    rows.flatMap(({ subjectId, _max: { at } }) => (subjectId && at ? [[subjectId, at.getTime()]] : [])),
  );
}

/** The accounts of the office, by name. What an account does is told only of those that `viewer` manages, and their own. */
export async function listAccounts(viewer: SignedInAccount): Promise<AccountRow[]> {
  const users = await reader().user.findMany({ orderBy: [{ name: "asc" }, { id: "asc" }] });
  const rows = users.flatMap((user) => {
    const role = roleOf(user.role);
    return role ? [{ user, role, managed: user.id !== viewer.id && manages(viewer.role, role) }] : [];
  });
  const told = rows
    .filter(({ user, managed }) => managed || user.id === viewer.id)
    .map(({ user }) => user.id);
  const signIns = await lastSignIns(told);
  return rows.map(({ user, role, managed }) => ({
    id: user.id,
    name: user.name,
    username: user.username ?? "",
    role,
    suspended: user.banned === true,
    passwordUntil: user.mustChangePassword ? (user.passwordUntil?.getTime() ?? 0) : null,
    createdAt: user.createdAt.getTime(),
    managed,
    lastSignInAt: signIns.get(user.id) ?? null,
  }));
}

type Told = Pick<AccountEvent, "kind" | "role">;

const CHANGES: Readonly<Record<string, AccountEvent["kind"]>> = {
  password: "PASSWORD_GIVEN",
  "own-password": "PASSWORD_CHANGED",
  suspended: "SUSPENDED",
  reinstated: "REINSTATED",
  role: "ROLE",
};

const PLAIN: Readonly<Record<string, AccountEvent["kind"]>> = {
  "account.signed-in": "SIGNED_IN",
  "account.sign-in-refused": "REFUSED",
  "account.locked": "LOCKED",
  "account.signed-out": "SIGNED_OUT",
};

function told({ action, data }: AuditEvent): Told | null {
  const facts = JSON.parse(data) as Readonly<Record<string, unknown>>;
  const role = roleOf(facts.role);
  if (action === "account.created") return { kind: "CREATED", role };
  if (action === "account.session-ended") {
    return { kind: facts.why === "expired" ? "ENDED_EXPIRED" : "ENDED_IDLE", role: null };
  }
  const kind = action === "account.changed" ? CHANGES[String(facts.change)] : PLAIN[action];
  return kind ? { kind, role } : null;
}

/** What became of an account: its sign-ins, refused ones too, and who changed what of it. Newest first. */
export async function accountHistory(id: string): Promise<AccountEvent[]> {
  const rows = await reader().auditEvent.findMany({
    where: { subjectKind: "account", subjectId: id },
    orderBy: { seq: "desc" },
    take: MOST_EVENTS,
  });
  const names = await accountNames(rows.flatMap(({ actorId }) => (actorId ? [actorId] : [])));
  return rows.flatMap((row) => {
    const line = told(row);
    if (!line) return [];
    const byOther = (line.kind === "CREATED" || row.action === "account.changed") && row.actorId !== id;
    const byName = byOther && row.actorId ? (names.get(row.actorId) ?? null) : null;
    return [{ seq: row.seq, at: row.at.getTime(), ...line, byOther, byName }];
  });
}

/** An account with its history, for those who manage it and for its owner; null for anybody else. */
export async function openAccount(
  viewer: SignedInAccount,
  id: string,
): Promise<{ readonly account: AccountRow; readonly history: readonly AccountEvent[] } | null> {
  const account = (await listAccounts(viewer)).find((row) => row.id === id);
  if (!account || !(account.managed || account.id === viewer.id)) return null;
  return { account, history: await accountHistory(id) };
}
