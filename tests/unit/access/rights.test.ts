import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DEMO_SIGN_INS, isPublicPassword } from "@/lib/access/demo-sign-ins";
import { landing } from "@/lib/access/landing";
import { homeOf, mayOpen, openPages, PAGES } from "@/lib/access/pages";
import { can, manages, RIGHTS, ROLES, roleOf } from "@/lib/access/rights";
import { newAccountInput } from "@/lib/access/schema";
import type { Right, Role } from "@/lib/access/types";
import { withTables } from "../../../scripts/rights-doc";

const rights = Object.keys(RIGHTS) as Right[];
const held = (role: Role) => rights.filter((right) => can(role, right)).sort();

describe("the table of rights", () => {
  test("gives the head every right", () => {
    expect(held("head")).toEqual([...rights].sort());
  });

  test("gives a supervisor all that an officer has, and no account, device or feed", () => {
    for (const right of held("officer")) expect(can("supervisor", right), right).toBe(true);
    for (const right of ["devices.manage", "feed.manage", "settings.manage", "accounts.manage"] as const) {
      expect(can("supervisor", right), right).toBe(false);
    }
  });

  test("gives an officer the day's work and nothing beyond it", () => {
    expect(held("officer")).toEqual([
      "contradiction.resolve",
      "device-alert.acknowledge",
      "hall.acknowledge",
      "kiosk-call.answer",
      "outage.declare",
      "receipt.sign",
      "records.see",
      "register.name",
      "register.see",
      "ticket.enter",
      "voucher.confirm",
      "voucher.withhold",
    ]);
  });

  test("gives an administrator machines, settings and officers' accounts, and no person's data", () => {
    expect(held("administrator")).toEqual([
      "accounts.manage",
      "calendar.manage",
      "device-alert.acknowledge",
      "devices.manage",
      "feed.manage",
      "settings.manage",
      "status.see",
    ]);
  });

  test("tells the review flag to supervisors and the head only", () => {
    for (const right of ["review-flag.see", "review-flag.set", "queue.import"] as const) {
      expect(RIGHTS[right], right).toEqual(["supervisor", "head"]);
    }
  });

  test("shows signatures to supervisors and the head only", () => {
    expect(RIGHTS["signature.see"]).toEqual(["supervisor", "head"]);
  });

  test("lets nobody but the head give a role above officer", () => {
    for (const role of ROLES) {
      const managed = ROLES.filter((other) => manages(role, other));
      expect(managed, role).toEqual(role === "head" ? ROLES : role === "administrator" ? ["officer"] : []);
    }
  });

  test("is the one that the documentation shows", () => {
    const document = readFileSync("docs/rights.md", "utf8");
    expect(document).toBe(withTables(document));
  });
});

test("an unknown role is none", () => {
  for (const stored of ["admin", "", null, undefined, 1, "OFFICER"]) expect(roleOf(stored)).toBeNull();
});

describe("everybody begins on a page that opens for them", () => {
  test.each(ROLES)("%s", (role) => {
    expect(mayOpen(role, homeOf(role))).toBe(true);
    expect(openPages(role)).toContain(homeOf(role));
    expect(landing({ role, mustChangePassword: false }, undefined)).toBe(homeOf(role));
    expect(landing({ role, mustChangePassword: false }, "/staff/hall")).toBe("/staff/hall");
    expect(landing({ role, mustChangePassword: true }, "/staff/hall")).toBe(
      "/staff/account?next=%2Fstaff%2Fhall",
    );
  });

  test("and no page is nobody's", () => {
    for (const [page, right] of Object.entries(PAGES)) expect(RIGHTS[right].length, page).toBeGreaterThan(0);
  });
});

test("the demo has one person a role, and a real office knows their passwords for public", () => {
  expect(DEMO_SIGN_INS.map(({ role }) => role)).toEqual(ROLES);
  for (const person of DEMO_SIGN_INS) {
    expect(newAccountInput.safeParse(person).success).toBe(true);
    expect(isPublicPassword(person.password)).toBe(true);
    expect(person.password).toBe(`${person.username}-contoh`);
  }
  expect(isPublicPassword("sebuah kalimat pendek")).toBe(false);
});
