import { afterEach, describe, expect, test, vi } from "vitest";
import { reinstateAccount, suspendAccount } from "@/lib/access/manage-accounts";
import { noteActivity } from "@/lib/access/idle";
import { accountFromHeaders, sessionFromHeaders } from "@/lib/access/session";
import { signIn, signOut } from "@/lib/access/sign-in";
import { reader } from "@/lib/platform/database";
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

const MINUTE = 60_000;
const many = <T>(count: number, work: () => Promise<T>) => Promise.all(Array.from({ length: count }, work));

/** Moves the system's clock; timers stay real, the database needs them. */
function later(milliseconds: number) {
  vi.setSystemTime(Date.now() + milliseconds);
}
afterEach(() => {
  vi.useRealTimers();
});

describe("a session", () => {
  test("says who is signed in, whatever case the name was typed in", async () => {
    const { id, username } = await givenAccount("supervisor");
    const headers = await signedInHeaders(` ${username.toUpperCase()} `);
    expect(await accountFromHeaders(headers)).toEqual({ id, name: "Orang Contoh", role: "supervisor" });
    expect(await auditOf("account.signed-in")).toMatchObject([{ actorKind: "OFFICER", actorId: id }]);
  });

  test("is nobody's without its cookie, or with a changed one", async () => {
    const { username } = await givenAccount();
    const cookie = (await signedInHeaders(username)).get("cookie") ?? "";
    expect(await accountFromHeaders(new Headers())).toBeNull();
    expect(await accountFromHeaders(new Headers({ cookie: cookie.replace(/=./, "=_") }))).toBeNull();
  });

  test("ends after twelve hours, used or not", async () => {
    const { username } = await givenAccount();
    const headers = await signedInHeaders(username);
    const { id } = (await sessionFromHeaders(headers)) ?? { id: "" };
    for (let used = 0; used < 71; used += 1) {
      later(10 * MINUTE);
      await noteActivity(id);
    }
    expect(await accountFromHeaders(headers)).not.toBeNull();
    later(11 * MINUTE);
    await noteActivity(id);
    expect(await accountFromHeaders(headers)).toBeNull();
    expect(await auditOf("account.session-ended")).toMatchObject([{ data: '{"why":"expired"}' }]);
  });

  test("ends at sign-out, for good", async () => {
    const { id, username } = await givenAccount();
    const headers = await signedInHeaders(username);
    await signOut(headers, "out");
    expect(await accountFromHeaders(headers)).toBeNull();
    expect(await reader().session.count()).toBe(0);
    expect(await auditOf("account.signed-out")).toMatchObject([{ actorId: id, requestId: "out" }]);
  });

  test("ends when the same browser signs in anew, and not when that is refused", async () => {
    const { id, username } = await givenAccount();
    const headers = await signedInHeaders(username);
    const anew = (password: string) => signIn({ username, password }, { headers, requestId: "anew" });
    expect((await anew("bukan ini")).ok).toBe(false);
    expect(await accountFromHeaders(headers)).not.toBeNull();
    expect((await anew(PASSWORD)).ok).toBe(true);
    expect(await accountFromHeaders(headers)).toBeNull();
    expect(await reader().session.count()).toBe(1);
    expect(await auditOf("account.signed-out")).toMatchObject([{ actorId: id, requestId: "anew" }]);
  });

  test("ends everywhere at once when the account is suspended", async () => {
    const { id, username } = await givenAccount();
    const tablets = await Promise.all([signedInHeaders(username), signedInHeaders(username)]);
    expect(await suspendAccount(id, bySystem)).toEqual({ ok: true, value: null });
    expect(await Promise.all(tablets.map(accountFromHeaders))).toEqual([null, null]);
    expect(await reader().session.count()).toBe(0);
    expect(await attempt(username)).toEqual({ ok: false, code: "SIGN_IN_REFUSED" });
    expect(await reader().session.count()).toBe(0);
    expect(await reinstateAccount(id, bySystem)).toEqual({ ok: true, value: null });
    expect((await attempt(username)).ok).toBe(true);
  });

  test("ends when the account gets another password, and the old one no longer opens", async () => {
    const { id, username } = await givenAccount();
    const headers = await signedInHeaders(username);
    const given = await givenPassword(id);
    expect(await accountFromHeaders(headers)).toBeNull();
    expect(await attempt(username)).toEqual({ ok: false, code: "SIGN_IN_REFUSED" });
    expect(await attempt(username, given)).toMatchObject({
      ok: true,
      value: { mustChangePassword: true },
    });
  });
});

describe("a head", () => {
  test("cannot suspend the own account", async () => {
    const { id } = await givenAccount("head");
    const by = { actor: { kind: "OFFICER", id } as const, requestId: "r" };
    expect(await suspendAccount(id, by)).toEqual({ ok: false, code: "OWN_ACCOUNT" });
  });
});

describe("the lock", () => {
  test("closes a name for fifteen minutes after five failures, also to the right password", async () => {
    const { username } = await givenAccount();
    for (let failure = 1; failure <= 5; failure += 1) {
      expect(await attempt(username, "bukan ini")).toEqual({ ok: false, code: "SIGN_IN_REFUSED" });
    }
    expect(await attempt(username)).toEqual({ ok: false, code: "SIGN_IN_LOCKED" });
    later(15 * MINUTE - 5_000);
    expect(await attempt(username)).toEqual({ ok: false, code: "SIGN_IN_LOCKED" });
    later(10_000);
    expect((await attempt(username)).ok).toBe(true);
  });

  test("lets no more than five of many parallel guesses through, and locks once", async () => {
    const { id, username } = await givenAccount();
    const answers = await many(20, () => attempt(username, "bukan ini"));
    expect(tally(answers)).toEqual({ SIGN_IN_REFUSED: 5, SIGN_IN_LOCKED: 15 });
    expect(await attempt(username)).toEqual({ ok: false, code: "SIGN_IN_LOCKED" });
    expect(await auditOf("account.sign-in-refused")).toHaveLength(5);
    expect(await auditOf("account.locked")).toMatchObject([{ subjectId: id }]);
  });

  test("treats a name that nobody has like any other", async () => {
    const answers = await many(8, () => attempt("tidak.ada", "bukan ini"));
    expect(tally(answers)).toEqual({ SIGN_IN_REFUSED: 5, SIGN_IN_LOCKED: 3 });
    expect(await auditOf("account.locked")).toMatchObject([{ subjectId: null }]);
  });

  test("forgets the failures after the right password", async () => {
    const { username } = await givenAccount();
    for (let failure = 1; failure <= 4; failure += 1) await attempt(username, "bukan ini");
    expect((await attempt(username)).ok).toBe(true);
    expect(await attempt(username, "bukan ini")).toEqual({ ok: false, code: "SIGN_IN_REFUSED" });
    expect((await attempt(username)).ok).toBe(true);
  });

  test("keeps no name that was typed", async () => {
    await attempt("rahasia-saya", PASSWORD);
    const rows = [await reader().signInLock.findMany(), await reader().auditEvent.findMany()];
    expect(rows.flat().length).toBeGreaterThan(1);
    expect(JSON.stringify(rows)).not.toContain("rahasia-saya");
  });
});
