import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { staffPath } from "@/lib/access/local-path";

describe("where sign-in leads", () => {
  test.each(["/staff", "/staff/queue", "/staff/vouchers?day=today", "/staff/devices/feed"])("%s", (path) => {
    expect(staffPath(path)).toBe(path);
  });

  test.each([
    undefined,
    null,
    ["/staff/queue"],
    "",
    "staff",
    "//elsewhere.invalid/staff",
    "/\\elsewhere.invalid/staff",
    "https://elsewhere.invalid/staff",
    "javascript:alert(1)",
    "/staffed",
    "/kiosk",
    "/staff/../kiosk",
    "/staff/sign-in",
    "/staff/sign-in?next=/staff/sign-in",
    "/staff/sign-out",
    "/staff/setup",
    "/staff\n/queue",
  ])("never %j", (path) => {
    expect(staffPath(path)).toBe("/staff");
  });

  test("whatever is asked, it stays in the staff area of this origin", () => {
    const pieces = fc.constantFrom(
      "/",
      "\\",
      "staff",
      "..",
      ".",
      "@",
      ":",
      "https:",
      "x.invalid",
      "?",
      "#",
      "%2f",
      "\t",
    );
    const asked = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(asked, (path) => {
        const url = new URL(staffPath(path), "https://office.invalid");
        expect(url.origin).toBe("https://office.invalid");
        expect(url.pathname === "/staff" || url.pathname.startsWith("/staff/")).toBe(true);
      }),
    );
  });
});
