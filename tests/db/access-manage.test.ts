import { afterEach, describe, expect, test, vi } from "vitest";
import { createAccount } from "@/lib/access/accounts";
import { accountHistory, listAccounts, openAccount } from "@/lib/access/account-queries";
import { ensureHead } from "@/lib/access/ensure-head";
import { giveNewPassword, reinstateAccount, setRole, suspendAccount } from "@/lib/access/manage-accounts";
import { changeOwnPassword } from "@/lib/access/own-password";
import { accountFromHeaders, sessionFromHeaders } from "@/lib/access/session";
import type { By, Role } from "@/lib/access/types";
import { reader, writeTransaction } from "@/lib/platform/database";
import { useTestDatabase } from "../support/test-database";
import {
  attempt,
  auditOf,
  bySystem,
  givenAccount,
  givenPassword,
  PASSWORD,
  signedInHeaders,
  tally,
} from "./access-given";

useTestDatabase();
afterEach(() => {
  vi.useRealTimers();
});

const OTHER = "kalimat yang lain";
const by = (id: string): By => ({ actor: { kind: "OFFICER", id }, requestId: "by" });
const roleNow = async (id: string) => (await reader().user.findUniqueOrThrow({ where: { id } })).role;
const input = (role: Role, username: string) => ({ username, name: "Orang Baru", role });

describe("accounts are managed as the table says", () => {
  test("nobody changes their own, not even the head", async () => {
    const { id } = await givenAccount("head");
    const own = { ok: false, code: "OWN_ACCOUNT" };
    expect(await suspendAccount(id, by(id))).toEqual(own);
    expect(await setRole(id, "officer", by(id))).toEqual(own);
    expect(await giveNewPassword(id, by(id))).toEqual(own);
    expect(await reinstateAccount(id, by(id))).toEqual(own);
  });

  test("an account that is not there is not found", async () => {
    const { id } = await givenAccount("head");
    expect(await suspendAccount("nobody", by(id))).toEqual({ ok: false, code: "NOT_FOUND" });
    expect(await giveNewPassword("nobody", by(id))).toEqual({ ok: false, code: "NOT_FOUND" });
  });

  test("who was suspended a moment ago changes nothing more", async () => {
    const changer = await givenAccount("head");
    await givenAccount("head");
    const { id } = await givenAccount("officer");
    await suspendAccount(changer.id, bySystem);
    expect(await suspendAccount(id, by(changer.id))).toEqual({ ok: false, code: "NOT_ALLOWED" });
    expect(await createAccount(input("officer", "baru"), by(changer.id))).toMatchObject({
      code: "NOT_ALLOWED",
    });
  });
});

describe("an office keeps a head", () => {
  test("who is neither suspended nor made something else while they are the last", async () => {
    const { id } = await givenAccount("head");
    const last = { ok: false, code: "LAST_HEAD" };
    expect(await suspendAccount(id, bySystem)).toEqual(last);
    expect(await setRole(id, "supervisor", bySystem)).toEqual(last);
    const other = await givenAccount("head");
    await suspendAccount(other.id, bySystem);
    expect(await suspendAccount(id, bySystem), "a suspended head is none").toEqual(last);
  });

  test("also when two heads suspend each other at the same moment", async () => {
    const [one, two] = [await givenAccount("head"), await givenAccount("head")];
    const answers = await Promise.all([
      suspendAccount(two.id, by(one.id)),
      suspendAccount(one.id, by(two.id)),
    ]);
    expect(tally(answers)).toEqual({ ok: 1, NOT_ALLOWED: 1 });
    expect(await reader().user.count({ where: { role: "head", banned: false } })).toBe(1);
  });

  test("an office from before there were heads gets its first supervisor for one, once", async () => {
    await givenAccount("officer");
    const first = await givenAccount("supervisor");
    await writeTransaction((tx) =>
      tx.user.update({ where: { id: first.id }, data: { createdAt: new Date("2026-01-02T00:00:00Z") } }),
    );
    const gone = await givenAccount("supervisor");
    await writeTransaction((tx) =>
      tx.user.update({
        where: { id: gone.id },
        data: { createdAt: new Date("2026-01-01T00:00:00Z"), banned: true },
      }),
    );
    const second = await givenAccount("supervisor");
    const raised = await Promise.all(Array.from({ length: 4 }, () => ensureHead("opening")));
    expect(raised.filter(Boolean)).toHaveLength(1);
    expect([await roleNow(first.id), await roleNow(second.id), await roleNow(gone.id)]).toEqual([
      "head",
      "supervisor",
      "supervisor",
    ]);
    expect(await auditOf("account.changed")).toMatchObject([{ actorKind: "SYSTEM", subjectId: first.id }]);
    expect(await ensureHead("opening")).toBe(false);
  });

  test("an empty office waits for its first account", async () => {
    expect(await ensureHead("opening")).toBe(false);
    expect(await reader().user.count()).toBe(0);
    expect(await auditOf("account.changed")).toEqual([]);
  });
});

describe("a password", () => {
  test("that a head gives with the account is changed by its owner before anything else", async () => {
    const head = await givenAccount("head");
    const made = await createAccount(input("officer", "baru"), by(head.id));
    if (!made.ok) throw new Error(made.code);
    const { id, password: given } = made.value;
    const headers = await signedInHeaders("baru", given);
    expect(await accountFromHeaders(headers)).toBeNull();
    const session = await sessionFromHeaders(headers);
    if (!session) throw new Error("signed in");
    expect(session.mustChangePassword).toBe(true);
    const to = (current: string, password: string) =>
      changeOwnPassword(session, { current, password }, "own");
    expect(await to("bukan yang ini", OTHER)).toEqual({ ok: false, code: "CURRENT_WRONG" });
    expect(await to(given, given)).toEqual({ ok: false, code: "PASSWORD_SAME" });
    expect(await to(given, OTHER)).toEqual({ ok: true, value: null });
    expect(await accountFromHeaders(headers)).toMatchObject({ role: "officer" });
    expect(await attempt("baru", given)).toEqual({ ok: false, code: "SIGN_IN_REFUSED" });
    // Chosen by its owner it has no end.
    const { mustChangePassword, passwordUntil } = await reader().user.findUniqueOrThrow({ where: { id } });
    expect([mustChangePassword, passwordUntil]).toEqual([false, null]);
  });

  test("that was given opens for 72 hours, and says so to nobody but whoever has it", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-24T03:30:00Z") });
    const head = await givenAccount("head");
    const viewer = { id: head.id, name: "Orang Contoh", role: head.role };
    const made = await createAccount(input("officer", "baru"), by(head.id));
    if (!made.ok) throw new Error(made.code);
    const { id, password: given, until } = made.value;
    expect(until).toBe(Date.parse("2026-11-27T03:30:00Z"));
    const row = async () => (await listAccounts(viewer)).find((one) => one.id === id);
    expect(await row()).toMatchObject({ passwordUntil: until });
    vi.setSystemTime(until - 1);
    expect((await attempt("baru", given)).ok).toBe(true);
    vi.setSystemTime(until);
    expect(await attempt("baru", given)).toEqual({ ok: false, code: "PASSWORD_OUTLIVED" });
    expect(await attempt("baru", "bukan yang ini")).toEqual({ ok: false, code: "SIGN_IN_REFUSED" });
    expect(await auditOf("account.sign-in-refused")).toHaveLength(2);
    const next = await giveNewPassword(id, by(head.id));
    if (!next.ok) throw new Error(next.code);
    expect(await row()).toMatchObject({ passwordUntil: next.value.until });
    expect((await attempt("baru", next.value.password)).ok).toBe(true);
    expect((await attempt("baru", given)).ok).toBe(false);
  });

  test("of a suspended account is no more than refused, however old", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-24T03:30:00Z") });
    const { id, username } = await givenAccount("officer");
    const given = await givenPassword(id);
    await suspendAccount(id, bySystem);
    vi.setSystemTime(Date.parse("2026-11-30T03:30:00Z"));
    expect(await attempt(username, given)).toEqual({ ok: false, code: "SIGN_IN_REFUSED" });
  });

  test("of one's own is changed on one tablet, and the others are signed out", async () => {
    const { username } = await givenAccount("officer");
    const [here, there] = [await signedInHeaders(username), await signedInHeaders(username)];
    const session = await sessionFromHeaders(here);
    if (!session) throw new Error("signed in");
    expect((await changeOwnPassword(session, { current: PASSWORD, password: OTHER }, "own")).ok).toBe(true);
    expect(await accountFromHeaders(here)).not.toBeNull();
    expect(await accountFromHeaders(there)).toBeNull();
    expect((await attempt(username, OTHER)).ok).toBe(true);
  });

  test("is guessed on that page no more often than at the door", async () => {
    const { id, username } = await givenAccount("officer");
    const session = await sessionFromHeaders(await signedInHeaders(username));
    if (!session) throw new Error("signed in");
    const guess = () => changeOwnPassword(session, { current: "bukan yang ini", password: OTHER }, "own");
    for (let failure = 1; failure <= 5; failure += 1)
      expect(await guess()).toMatchObject({ code: "CURRENT_WRONG" });
    expect(await guess()).toEqual({ ok: false, code: "SIGN_IN_LOCKED" });
    expect(await attempt(username)).toEqual({ ok: false, code: "SIGN_IN_LOCKED" });
    expect((await attempt(username, await givenPassword(id))).ok, "a new password opens the lock").toBe(true);
  });
});

describe("what the page of accounts tells", () => {
  test("an administrator: everybody's name and role, but sign-ins of those they manage only", async () => {
    const [admin, head, officer] = [
      await givenAccount("administrator"),
      await givenAccount("head"),
      await givenAccount("officer"),
    ];
    for (const { username } of [head, officer]) await signedInHeaders(username);
    const viewer = { id: admin.id, name: "Orang Contoh", role: admin.role };
    const rows = new Map((await listAccounts(viewer)).map((row) => [row.id, row]));
    expect(rows.get(officer.id)?.managed).toBe(true);
    expect(rows.get(officer.id)?.lastSignInAt).toBeTypeOf("number");
    expect(rows.get(head.id)).toMatchObject({ managed: false, lastSignInAt: null, role: "head" });
    expect(rows.get(admin.id)).toMatchObject({ managed: false });
    expect(await openAccount(viewer, head.id)).toBeNull();
    expect(await openAccount(viewer, officer.id)).not.toBeNull();
    expect(await openAccount(viewer, admin.id)).not.toBeNull();
  });

  test("the whole history of an account, by whom, with nothing typed in it", async () => {
    const head = await givenAccount("head");
    const { id, username } = await givenAccount("officer");
    await attempt(username, "rahasia yang salah");
    await signedInHeaders(username);
    await setRole(id, "supervisor", by(head.id));
    const given = await giveNewPassword(id, by(head.id));
    await suspendAccount(id, by(head.id));
    await reinstateAccount(id, bySystem);
    const history = await accountHistory(id);
    expect(history.map(({ kind, byName, byOther }) => [kind, byOther ? byName : "-"])).toEqual([
      ["REINSTATED", null],
      ["SUSPENDED", "Orang Contoh"],
      ["PASSWORD_GIVEN", "Orang Contoh"],
      ["ROLE", "Orang Contoh"],
      ["SIGNED_IN", "-"],
      ["REFUSED", "-"],
      ["CREATED", null],
    ]);
    expect(history.find(({ kind }) => kind === "ROLE")).toMatchObject({ role: "supervisor" });
    const rows = JSON.stringify(await reader().auditEvent.findMany());
    for (const secret of [
      "rahasia",
      given.ok ? given.value.password : "?",
      PASSWORD,
      username,
      "Orang Contoh",
    ])
      expect(rows).not.toContain(secret);
  });
});
