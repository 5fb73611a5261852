import { describe, expect, test } from "vitest";
import { isCommonPassword } from "@/lib/access/common-passwords";

describe("a password that many people have", () => {
  test.each([
    ...["terminator", "password1234", "1qaz2wsx3edc", "q1w2e3r4t5y6", "sojdlg123aljg"],
    ...["Princess123", "ILOVEJESUS1", "California2", "P@ssword2026!", "Usuckballz1", "usuckballz1"],
    ...["sayangku2026", "merpati2026!", "rahasia-1234", "Bismillah99!"],
  ])("is found, in any case and with a year and a mark behind it: %s", async (password) => {
    expect(await isCommonPassword(password)).toBe(true);
  });
});

describe("a password that nobody else has", () => {
  test.each([
    ...["sebuah kalimat pendek", "janji saya pada ibu", "K7#v!9qP2z", "8273645192", "rahasia 84719265"],
    ...["password1234\nkucing hijau", "", "a2026", "\u{1f600}\u{1f601}\u{1f602} pagi ini cerah"],
  ])("is not found: %j", async (password) => {
    expect(await isCommonPassword(password)).toBe(false);
  });
});
