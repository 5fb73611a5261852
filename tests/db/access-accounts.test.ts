import { afterEach, describe, expect, test, vi } from "vitest";
import { accountName, accountNames, createAccount, ensureAccount } from "@/lib/access/accounts";
import { DEMO_SIGN_INS } from "@/lib/access/demo-sign-ins";
import { createFirstAccount, firstAccountLink } from "@/lib/access/first-account";
import { assertInstallationMode } from "@/lib/access/installation-mode";
import { changeOwnPassword } from "@/lib/access/own-password";
import { reader, writeTransaction } from "@/lib/platform/database";
import { ConfigurationError, forgetEnvironment } from "@/lib/platform/environment";
import { useTestDatabase } from "../support/test-database";
import { attempt, bySystem, givenAccount, PASSWORD, tally } from "./access-given";

useTestDatabase();

/** Makes this process a real office's, as far as its environment goes. */
function becomeReal() {
  vi.stubEnv("JANJI_MODE", "real");
  vi.stubEnv("JANJI_SECRET", "a secret for tests only, longer than needed");
  vi.stubEnv("JANJI_PUBLIC_URL", "https://janji.kantor.lan");
  forgetEnvironment();
}
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnvironment();
});

const many = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

const tokenOf = async () => (await firstAccountLink())?.split("#")[1] ?? "";
const first = (token: string, username: string) =>
  createFirstAccount(
    { token, username, name: "Kepala Contoh", password: PASSWORD, passwordAgain: PASSWORD },
    "setup",
  );

describe("the first account", () => {
  test("is made once by any number of people with the link, and can sign in", async () => {
    const token = await tokenOf();
    const answers = await many(5, (index) => first(token, `kepala${index}`));
    expect(tally(answers)).toEqual({ ok: 1, LINK_USED: 4 });
    const users = await reader().user.findMany();
    expect(users).toMatchObject([{ role: "head", mustChangePassword: false }]);
    expect((await attempt(users[0]?.username ?? "")).ok).toBe(true);
    expect(await firstAccountLink()).toBeNull();
  });

  test("needs the newest link", async () => {
    const old = await tokenOf();
    const current = await tokenOf();
    expect(await first(old, "kepala")).toEqual({ ok: false, code: "LINK_USED" });
    expect(await first("first_guessed", "kepala")).toEqual({ ok: false, code: "LINK_USED" });
    expect((await first(current, "kepala")).ok).toBe(true);
  });

  test("is not made beside another by a link left over from a start", async () => {
    const token = await tokenOf();
    await givenAccount();
    expect(await first(token, "kepala")).toEqual({ ok: false, code: "LINK_USED" });
    expect(await reader().user.count()).toBe(1);
  });

  test("has a link whose token stays out of requests and out of the database", async () => {
    const link = new URL((await firstAccountLink()) ?? "");
    expect(link.pathname).toBe("/staff/setup");
    expect(link.search).toBe("");
    expect(JSON.stringify(await reader().installationFact.findMany())).not.toContain(link.hash.slice(1));
  });
});

describe("accounts", () => {
  test("are ensured once, however many processes do it together", async () => {
    const demo = DEMO_SIGN_INS[0];
    if (!demo) throw new Error("the demo has no sign-in");
    const ids = await many(5, () => ensureAccount(demo, bySystem));
    expect(new Set(ids).size).toBe(1);
    expect(await reader().user.count()).toBe(1);
    expect((await attempt(demo.username, demo.password)).ok).toBe(true);
  });

  test("have a name of their own, in any case", async () => {
    const { username } = await givenAccount();
    const input = {
      username: username.toUpperCase(),
      name: "Lain",
      role: "officer",
    } as const;
    expect(await createAccount(input, bySystem)).toEqual({ ok: false, code: "USERNAME_TAKEN" });
  });

  test("are not made with a short password", async () => {
    const input = { username: "pendek", name: "Lain", role: "officer", password: "123456789" } as const;
    await expect(ensureAccount(input, bySystem)).rejects.toThrow();
    expect(await reader().user.count()).toBe(0);
  });

  test("of a real office are given no password that is easily guessed or known", async () => {
    const { id, username } = await givenAccount();
    const session = { id: "s", account: { id, name: "Orang Contoh", role: "officer" } as const };
    const refused = { ok: false, code: "PASSWORD_PUBLIC" };
    becomeReal();
    const input = { username: "lain", name: "Lain", password: "imigrasi2026" } as const;
    expect(await createFirstAccount({ ...input, token: "t", passwordAgain: input.password }, "r")).toEqual(
      refused,
    );
    const own = { current: PASSWORD, password: `${username}-1` };
    const untouched = { ...session, mustChangePassword: false, endsAt: 0 };
    expect(await changeOwnPassword(untouched, own, "r")).toEqual(refused);
    // Nothing of the office's, but in every list of those who guess.
    const common = { current: PASSWORD, password: "Terminator-2026" };
    expect(await changeOwnPassword(untouched, common, "r")).toEqual(refused);
  });

  test("keep no password", async () => {
    await givenAccount();
    expect(JSON.stringify(await reader().account.findMany())).not.toContain(PASSWORD);
  });

  test("are told by name, as far as they are there", async () => {
    const { id } = await givenAccount();
    expect(await accountNames([id, "nobody"])).toEqual(new Map([[id, "Orang Contoh"]]));
    expect(await accountName("nobody")).toBeNull();
  });
});

describe("an installation", () => {
  test("stays in the mode of its first start", async () => {
    await many(8, () => assertInstallationMode());
    expect(await reader().installationFact.findMany()).toEqual([{ key: "mode", value: "demo" }]);
  });

  test("of a real office refuses to start as the demo", async () => {
    await writeTransaction((tx) => tx.installationFact.create({ data: { key: "mode", value: "real" } }));
    await expect(assertInstallationMode()).rejects.toThrow(ConfigurationError);
  });
});
