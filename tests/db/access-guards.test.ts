import { beforeEach, describe, expect, test, vi } from "vitest";

import { issueFeedToken, revokeFeedToken } from "@/lib/access/feed-tokens";
import {
  currentAccount,
  feedGuard,
  kioskGuard,
  ownSessionGuard,
  quietGuard,
  requireSession,
  rightGuard,
  visitor,
} from "@/lib/access/guards";
import { suspendAccount } from "@/lib/access/manage-accounts";
import { KIOSK_COOKIE } from "@/lib/access/kiosk-cookie";
import { enrolDemoKiosk, revokeKiosk } from "@/lib/access/kiosks";
import { PAGES, type StaffPage } from "@/lib/access/pages";
import { signInGuard } from "@/lib/access/public-guards";
import { RIGHTS, ROLES } from "@/lib/access/rights";
import type { Right, Role } from "@/lib/access/types";
import { log } from "@/lib/platform/log";
import { useTestDatabase } from "../support/test-database";
import { bySystem, givenAccount, givenPassword, signedInHeaders } from "./access-given";

/** The request that Next would have at hand. */
const request = vi.hoisted(() => ({ headers: new Headers(), cookies: new Map<string, string>() }));
vi.mock("next/headers", () => ({
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => {
      const value = request.cookies.get(name);
      return value === undefined ? undefined : { name, value };
    },
  }),
}));

useTestDatabase();
beforeEach(() => {
  request.headers = new Headers();
  request.cookies.clear();
});

const rights = Object.keys(RIGHTS) as Right[];

async function givenSignedIn(role: Role) {
  const account = await givenAccount(role);
  request.headers = await signedInHeaders(account.username);
  return account;
}

describe("the guards of accounts", () => {
  test.each(ROLES)("give %s exactly the rights of the table", async (role) => {
    const { id } = await givenSignedIn(role);
    for (const right of rights) {
      const expected = RIGHTS[right].includes(role)
        ? { ok: true, context: { account: { id, name: "Orang Contoh", role } } }
        : { ok: false, code: "NOT_ALLOWED" };
      expect(await rightGuard(right)(), right).toEqual(expected);
    }
    expect((await quietGuard()).ok).toBe(true);
    expect((await ownSessionGuard()).ok).toBe(true);
  });

  test.each(ROLES)("open to %s exactly the pages of the table", async (role) => {
    const { id } = await givenSignedIn(role);
    for (const page of Object.keys(PAGES) as StaffPage[]) {
      const expected = RIGHTS[PAGES[page]].includes(role) ? { id, name: "Orang Contoh", role } : null;
      expect(await visitor(page), page).toEqual(expected);
    }
  });

  test("write down who asked for what is not theirs, by ids", async () => {
    const lines = vi.spyOn(log, "warn");
    const { id } = await givenSignedIn("officer");
    await rightGuard("records.see")();
    await visitor("/staff");
    expect(lines).not.toHaveBeenCalled();
    await rightGuard("review-flag.see")();
    await visitor("/staff/devices/accounts/[id]", "/staff/devices/accounts/somebody");
    const of = (wanted: Right | StaffPage) => [{ accountId: id, role: "officer", wanted }, "not allowed"];
    expect(lines.mock.calls).toEqual([of("review-flag.see"), of("/staff/devices/accounts/[id]")]);
    lines.mockRestore();
  });

  test("turn away whoever is not signed in", async () => {
    const guards = [quietGuard, ownSessionGuard, ...rights.map(rightGuard)];
    for (const guard of guards) expect(await guard()).toEqual({ ok: false, code: "NOT_SIGNED_IN" });
  });

  test("let whoever was given a password do nothing but choose another", async () => {
    const { id, username } = await givenAccount("supervisor");
    request.headers = await signedInHeaders(username, await givenPassword(id));
    for (const right of rights)
      expect(await rightGuard(right)(), right).toEqual({ ok: false, code: "PASSWORD_DUE" });
    expect(await quietGuard()).toEqual({ ok: false, code: "NOT_SIGNED_IN" });
    const signal: unknown = await visitor("/staff/queue").catch((thrown: unknown) => thrown);
    expect(String((signal as { digest?: unknown }).digest).split(";")[2]).toBe(
      "/staff/account?next=%2Fstaff%2Fqueue",
    );
    expect((await ownSessionGuard()).ok).toBe(true);
  });

  test("turn away a suspended account in the middle of its session", async () => {
    const { id } = await givenSignedIn("supervisor");
    await suspendAccount(id, bySystem);
    expect(await currentAccount()).toBeNull();
  });

  test("send a page's visitor to sign-in and back, but never out of the house", async () => {
    const target = async (path: string) => {
      const signal: unknown = await requireSession(path).catch((thrown: unknown) => thrown);
      return String((signal as { digest?: unknown }).digest).split(";")[2];
    };
    expect(await target("/staff/queue")).toBe("/staff/sign-in?next=%2Fstaff%2Fqueue");
    expect(await target("//elsewhere.invalid/staff")).toBe("/staff/sign-in?next=%2Fstaff");
  });
});

describe("the kiosks' guard", () => {
  test("knows an enrolled kiosk by its cookie until it is revoked", async () => {
    const enrolled = await enrolDemoKiosk("enrol");
    if (!enrolled.ok) throw new Error("the demo enrols itself");
    const { kiosk, credential } = enrolled.value;
    request.cookies.set(KIOSK_COOKIE, credential);
    expect(await kioskGuard()).toEqual({ ok: true, context: { kiosk } });
    await revokeKiosk(kiosk.id, bySystem);
    expect(await kioskGuard()).toEqual({ ok: false, code: "NOT_ENROLLED" });
  });

  test.each([undefined, "", "kiosk_guessed"])("refuses the cookie %j", async (cookie) => {
    if (cookie !== undefined) request.cookies.set(KIOSK_COOKIE, cookie);
    expect(await kioskGuard()).toEqual({ ok: false, code: "NOT_ENROLLED" });
  });

  test("is not opened by an officer's session", async () => {
    await givenSignedIn("supervisor");
    expect((await kioskGuard()).ok).toBe(false);
  });
});

test("the guard of sign-in writes down that somebody goes on trying", async () => {
  const lines = vi.spyOn(log, "warn");
  const answers: boolean[] = [];
  for (let tried = 0; tried < 230; tried += 1) answers.push((await signInGuard()).ok);
  const refused = answers.filter((ok) => !ok).length;
  expect(refused).toBeGreaterThan(0);
  expect(lines.mock.calls).toEqual(Array(refused).fill(["too many tries"]));
  lines.mockRestore();
});

describe("the feed's guard", () => {
  const delivery = (authorization?: string) =>
    feedGuard(
      new Request("http://office.invalid/api/v1/queue/tickets", {
        method: "POST",
        ...(authorization === undefined ? {} : { headers: { authorization } }),
      }),
    );

  test("writes a refused token down, and does not let its sender drown the log", async () => {
    const lines = vi.spyOn(log, "warn");
    for (let sent = 0; sent < 300; sent += 1) expect((await delivery("Bearer feed_mine")).ok).toBe(false);
    expect(lines.mock.calls.length).toBeGreaterThan(0);
    expect(lines.mock.calls.length).toBeLessThanOrEqual(200);
    expect(JSON.stringify(lines.mock.calls)).not.toContain("feed_mine");
    lines.mockRestore();
  });

  test("takes a bearer token until it is revoked", async () => {
    const { id, token } = await issueFeedToken("Jembatan", bySystem);
    expect(await delivery(`Bearer ${token}`)).toEqual({
      ok: true,
      context: { feedToken: { id, name: "Jembatan" } },
    });
    expect((await delivery(`bearer ${token}`)).ok).toBe(true);
    await revokeFeedToken(id, bySystem);
    expect(await delivery(`Bearer ${token}`)).toEqual({ ok: false, code: "NOT_AUTHORISED" });
  });

  test("takes nothing else", async () => {
    const { token } = await issueFeedToken("Jembatan", bySystem);
    for (const header of [undefined, "", token, `Basic ${token}`, `Bearer ${token} x`, "Bearer "]) {
      expect((await delivery(header)).ok, String(header)).toBe(false);
    }
  });
});
