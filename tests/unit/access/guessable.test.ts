import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isGuessable, OFFICE_WORDS } from "@/lib/access/guessable";
import { PASSWORD_MIN } from "@/lib/access/schema";

describe("a password that somebody who knows the office would try", () => {
  test.each([
    ...["janji2026!", "Imigrasi123", "kantor.imigrasi", "PASSWORD1234", "kata sandi 1", "petugas-petugas"],
    ...["sri.wahyuni", "Sri.Wahyuni99", "1234567890", "0987654321", "abcdefghij", "qwertyuiop", "poiuytrewq"],
    ...["aaaaaaaaaa", "abcabcabcabc", "1212121212", "bismillah786", "kepalakantor!"],
  ])("is refused: %s", (password) => {
    expect(isGuessable(password, "sri.wahyuni")).toBe(true);
  });

  test("is refused whatever few digits stand around the office's words", () => {
    const word = fc.constantFrom(...OFFICE_WORDS);
    const digits = fc.stringMatching(/^\d{0,3}$/);
    fc.assert(
      fc.property(digits, word, word, digits, (...parts) => {
        expect(isGuessable(parts.join(""), null)).toBe(true);
      }),
    );
  });
});

describe("a password of one's own", () => {
  test.each([
    ...["sebuah kalimat pendek", "kantor kami di tepi sawah", "janji saya pada ibu", "8273645192"],
    ...[
      "imigrasi 84719265",
      "K7#v!9qP2z",
      "kalimat pendek contoh",
      "\u{1f600}\u{1f601}\u{1f602} pagi ini cerah",
    ],
  ])("is taken: %s", (password) => {
    expect(isGuessable(password, "sri.wahyuni")).toBe(false);
  });

  test("is taken when it is random", () => {
    const random = fc
      .uint8Array({ minLength: 9, maxLength: 9 })
      .map((bytes) => Buffer.from(bytes).toString("base64url"));
    const refused = fc
      .sample(
        random.filter((text) => new Set(text).size > 6),
        2000,
      )
      .filter((text) => isGuessable(text, null));
    expect(refused).toEqual([]);
    expect(PASSWORD_MIN).toBeLessThanOrEqual(12);
  });
});
