import { expect, test } from "vitest";
import { isGuessable } from "@/lib/access/guessable";
import { FIRST_PASSWORD_BITS, isOutlived, newFirstPassword } from "@/lib/access/first-password";
import { password } from "@/lib/access/schema";

const made = Array.from({ length: 500 }, newFirstPassword);

test("a first password is four groups that can be told by voice, and takes more guesses than anybody has", () => {
  for (const one of made) expect(one).toMatch(/^([bdghjkmnprstw][aeiou]){2}[bdghjkmnprstw](-\w{5}){3}$/);
  expect(FIRST_PASSWORD_BITS).toBeGreaterThanOrEqual(60);
  expect(new Set(made).size).toBe(made.length);
  // Every letter turns up: none of the choices is stuck.
  expect(new Set(made.join("")).size).toBe(13 + 5 + 1);
});

test("a first password is taken where passwords are taken", () => {
  for (const one of made) expect(password.safeParse(one).success && !isGuessable(one, null)).toBe(true);
});

test("a given password opens until its end, one without an end not at all, and one's own for ever", () => {
  const end = new Date("2026-11-27T03:30:00Z");
  const given = { mustChangePassword: true, passwordUntil: end };
  expect(isOutlived(given, new Date(end.getTime() - 1))).toBe(false);
  expect(isOutlived(given, end)).toBe(true);
  expect(isOutlived({ ...given, passwordUntil: null }, end)).toBe(true);
  expect(isOutlived({ mustChangePassword: false, passwordUntil: null }, end)).toBe(false);
});
