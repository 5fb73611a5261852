import fc from "fast-check";
import { expect, test } from "vitest";
import { newAccountProblems } from "@/components/staff/access/new-account-problems";
import { firstAccountInput, newAccountInput, PASSWORD_MAX, PASSWORD_MIN } from "@/lib/access/schema";

/** The fields that the server finds fault with, each once. */
const refused = ({ error }: { error?: { issues: { path: PropertyKey[] }[] } | undefined }) =>
  [...new Set(error?.issues.map((issue) => String(issue.path[0])))].sort();

test("the form and the server find fault with the same fields", () => {
  const name = fc.string({ maxLength: 80 });
  const username = fc.oneof(fc.stringMatching(/^ ?[a-zA-Z0-9_.]{0,32} ?$/), fc.string({ maxLength: 30 }));
  const password = fc.string({ maxLength: PASSWORD_MAX });
  fc.assert(
    fc.property(username, name, password, (...[username, name, password]) => {
      const fields = { username, name };
      expect(Object.keys(newAccountProblems(fields)).sort()).toEqual(
        refused(newAccountInput.safeParse({ ...fields, role: "officer" })),
      );
      const first = { ...fields, password };
      expect(Object.keys(newAccountProblems(first, PASSWORD_MIN)).sort()).toEqual(
        refused(firstAccountInput.safeParse({ ...first, passwordAgain: password, token: "first_x" })),
      );
    }),
  );
});

test("the first account's passwords must be the same twice", () => {
  const input = { token: "first_x", username: "kepala", name: "Kepala Contoh", password: "0123456789" };
  expect(firstAccountInput.safeParse({ ...input, passwordAgain: "0123456789" }).success).toBe(true);
  const different = firstAccountInput.safeParse({ ...input, passwordAgain: "0123456780" });
  expect(different.error?.issues.map((issue) => issue.path.join("."))).toEqual(["passwordAgain"]);
  const endless = firstAccountInput.safeParse({ ...input, passwordAgain: "x".repeat(PASSWORD_MAX + 1) });
  expect(endless.error?.issues.map((issue) => issue.code)).toContain("too_big");
});
