import { expect, test } from "vitest";
import { DEMO_SIGN_INS, isPublicPassword } from "@/lib/access/demo-sign-ins";
import { can, RIGHTS, roleOf } from "@/lib/access/rights";
import { newAccountInput } from "@/lib/access/schema";
import type { Right } from "@/lib/access/types";

const rights = Object.keys(RIGHTS) as Right[];

test("a supervisor may do all that an officer may", () => {
  for (const right of rights) expect(can("supervisor", right), right).toBe(true);
});

test("an officer may do the day's work and nothing beyond it", () => {
  expect(rights.filter((right) => can("officer", right)).sort()).toEqual([
    "hall.acknowledge",
    "outage.declare",
    "ticket.enter",
    "voucher.confirm",
    "voucher.withhold",
  ]);
});

test("an unknown role is none", () => {
  for (const stored of ["admin", "", null, undefined, 1, "OFFICER"]) expect(roleOf(stored)).toBeNull();
});

test("the demo's people are a pair of roles, and a real office knows their passwords for public", () => {
  expect(DEMO_SIGN_INS.map(({ role }) => role).sort()).toEqual(["officer", "supervisor"]);
  for (const person of DEMO_SIGN_INS) {
    expect(newAccountInput.safeParse(person).success).toBe(true);
    expect(isPublicPassword(person.password)).toBe(true);
  }
  expect(isPublicPassword("sebuah kalimat pendek")).toBe(false);
});
