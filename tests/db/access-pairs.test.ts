import { describe, expect, test } from "vitest";
import { createAccount } from "@/lib/access/accounts";
import { giveNewPassword, reinstateAccount, setRole, suspendAccount } from "@/lib/access/manage-accounts";
import { manages, ROLES } from "@/lib/access/rights";
import type { By, Role } from "@/lib/access/types";
import { reader } from "@/lib/platform/database";
import { useTestDatabase } from "../support/test-database";
import { auditOf, bySystem, givenAccount } from "./access-given";

useTestDatabase();

const by = (id: string): By => ({ actor: { kind: "OFFICER", id }, requestId: "by" });
const roleNow = async (id: string) => (await reader().user.findUniqueOrThrow({ where: { id } })).role;
const pairs = ROLES.flatMap((role) => ROLES.map((other) => ({ role, other })));
const input = (role: Role, username: string) => ({ username, name: "Orang Baru", role });

describe("accounts of every role are managed by every role as the table says", () => {
  test.each(pairs)("$role changes accounts of $other", async ({ role, other }) => {
    const may = manages(role, other);
    const expected = may ? { ok: true, value: null } : { ok: false, code: "NOT_ALLOWED" };
    const changer = by((await givenAccount(role)).id);
    // A second head, so that none is the last.
    await givenAccount("head");
    const { id } = await givenAccount(other);
    const given = await giveNewPassword(id, changer);
    expect(given.ok ? { ok: true, value: null } : given).toEqual(expected);
    expect(await suspendAccount(id, changer)).toEqual(expected);
    if (!may) await suspendAccount(id, bySystem);
    expect(await reinstateAccount(id, changer)).toEqual(expected);
    const made = await createAccount(input(other, `baru.${role}.${other}`.slice(0, 30)), changer);
    expect(made.ok ? "made" : made.code).toBe(may ? "made" : "NOT_ALLOWED");
    expect(await auditOf("account.created")).toHaveLength(may ? 4 : 3);
    expect(await auditOf("account.changed")).toHaveLength(may ? 3 : 1);
  });

  test.each(pairs)("$role makes an officer $other", async ({ role, other }) => {
    const changer = by((await givenAccount(role)).id);
    const { id } = await givenAccount("officer");
    const may = manages(role, "officer") && manages(role, other);
    expect((await setRole(id, other, changer)).ok).toBe(may);
    expect(await roleNow(id)).toBe(may ? other : "officer");
  });
});
