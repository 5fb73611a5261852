import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  LONGEST_PATTERN,
  MOST_PATTERNS,
  validatePattern,
  validatePatterns,
} from "@/lib/queue/booking-patterns";
import { parseBooking } from "@/lib/queue/parse-booking";

const booking = (code: string) => ({ kind: "BOOKING", code });
const NONE = { kind: "NONE" };
const AMBIGUOUS = { kind: "AMBIGUOUS" };

describe("patterns of the office", () => {
  it.each([
    ["a prefix", "BLT-77A1", ["BLT-([0-9A-Z]+)"], "77A1"],
    ["a named group among others", "ID/2026/900123", ["ID/(\\d{4})/(?P<code>\\d{6})"], "900123"],
    ["a named group first among others", "900123/2026", ["(?<code>\\d{6})/(\\d{4})"], "900123"],
    [
      "a group that the match left empty beside one that holds",
      "B7777",
      ["A(\\d+)?|B\\d+", "B(\\d+)"],
      "7777",
    ],
    ["grouped digits, joined", "Kode 12.34-56 78", ["Kode ([0-9 .-]+)"], "12345678"],
    ["no regard for letter case", "kode abcd", ["(?i)KODE ([A-Z]+)"], "abcd"],
    ["the shortest code", "x1234x", ["x(\\w{4})x"], "1234"],
    ["the longest code", `x-${"7".repeat(32)}`, ["x-(\\d+)"], "7".repeat(32)],
    ["several patterns that agree", "A1234 B1234", ["A(\\d+)", "B(\\d+)"], "1234"],
    ["several patterns of which one matches", "B1234", ["A(\\d+)", "B(\\d+)"], "1234"],
    ["several patterns of which one is no pattern", "B1234", ["(", "B(\\d+)"], "1234"],
    ["the text after escapes were read", "https://a.example/?q=Kode%20%3A%201234", ["Kode : (\\d+)"], "1234"],
    ["spaces about the code", "<1234 >", ["<([^>]*)>"], "1234"],
  ])("read %s", (_, payload, patterns, code) => {
    expect(parseBooking(payload, patterns)).toEqual(booking(code));
  });

  it.each([
    ["16 digits, for they replace the default", "1234567890123456", ["A(\\d+)"]],
    ["16 digits, even when no pattern can be used", "1234567890123456", ["("]],
    ["three characters", "x123x", ["x(\\w+)x"]],
    ["33 characters", `x-${"7".repeat(33)}`, ["x-(\\d+)"]],
    ["letters with marks between them", "x:AB-CD", ["x:(.+)"]],
    ["an empty group", "x", ["x(\\d*)"]],
    ["a group that took no part", "Bx", ["A(\\d+)|Bx"]],
    [
      "what only an eleventh pattern matches",
      "B1234",
      [...Array<string>(MOST_PATTERNS).fill("A(\\d+)"), "B(\\d+)"],
    ],
  ])("do not read %s", (_, payload, patterns) => {
    expect(parseBooking(payload, patterns)).toEqual(NONE);
  });

  it.each([
    ["one pattern finds two", "A1234 A5678", ["A(\\d+)"]],
    ["two patterns find one each", "A1234 B5678", ["A(\\d+)", "B(\\d+)"]],
    ["codes differ in case", "Aab12 AAB12", ["A(\\w+)"]],
    ["there are so many matches that it cannot be a letter", "A1234 ".repeat(33), ["A(\\d+)"]],
  ])("never guess when %s", (_, payload, patterns) => {
    expect(parseBooking(payload, patterns)).toEqual(AMBIGUOUS);
  });

  it("take the same code as often as a letter may say it", () => {
    expect(parseBooking("A1234 ".repeat(32), ["A(\\d+)"])).toEqual(booking("1234"));
  });

  it("with none configured leave the default in force", () => {
    expect(parseBooking("1234567890123456", [])).toEqual(booking("1234567890123456"));
  });

  it.each(["((a+)+)$", "(?P<code>(a|aa)+)$", "(?P<code>(.*)*)=", "(?P<code>(a*)*b)"])(
    "cannot hang on %s, which would hang a backtracking engine",
    (evil) => {
      expect(parseBooking(`${"a".repeat(4290)}!`, [evil, "(zzzz)"])).toEqual(NONE);
    },
  );

  it("always get an answer, a code made of the text's own characters", () => {
    const pattern = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom("(\\w{4,})", "(?P<code>.+)", "x(\\d+)|y", "(\\S+)$", "(?s)(.{5})."),
    );
    const text = fc.string({ unit: fc.constantFrom("x", "y", "1", "2", " ", "-", ".", "é", "\n") });
    fc.assert(
      fc.property(text, fc.array(pattern, { maxLength: 12 }), (payload, patterns) => {
        const parsed = parseBooking(payload, patterns);
        if (parsed.kind !== "BOOKING" || patterns.length === 0) return;
        expect(parsed.code).toMatch(/^[A-Za-z0-9]{4,32}$/);
        expect(payload.replace(/[ .-]/g, "")).toContain(parsed.code);
      }),
      { numRuns: 500 },
    );
  });
});

describe("validatePattern", () => {
  it.each([
    "(\\d{16})",
    "BLT-([0-9A-Z]{4,12})",
    "(?P<code>\\d+)/(\\d+)",
    "(?<code>[a-z]+)",
    "(?i)no(?:mor)? (\\d{8})",
  ])("takes %s", (source) => {
    expect(validatePattern(source)).toEqual({ ok: true });
  });

  it.each([
    ["(\\d+", "INVALID"],
    ["(?=a)(b)", "INVALID"],
    ["(a)\\1", "INVALID"],
    ["((a{100}){100}){100}", "INVALID"],
    ["\\d{16}", "NO_CAPTURE"],
    ["(?:\\d{16})", "NO_CAPTURE"],
    ["", "NO_CAPTURE"],
    ["(\\d)(\\d)", "SEVERAL_CAPTURES"],
    ["(?P<nomor>\\d+)/(?P<tahun>\\d+)", "SEVERAL_CAPTURES"],
    ["(\\d*)", "MATCHES_EMPTY"],
    ["(a)|", "MATCHES_EMPTY"],
    ["([a-z]{1,1000}x{1,1000})", "TOO_COMPLEX"],
    [`(${"a".repeat(LONGEST_PATTERN - 1)})`, "TOO_LONG"],
  ])("refuses %s as %s", (source, reason) => {
    expect(validatePattern(source)).toEqual({ ok: false, reason });
  });

  it("takes a pattern as long as allowed", () => {
    expect(LONGEST_PATTERN).toBe(300);
    expect(validatePattern(`(${"a".repeat(LONGEST_PATTERN - 2)})`)).toEqual({ ok: true });
  });
});

describe("validatePatterns", () => {
  it("takes ten, and none", () => {
    expect(MOST_PATTERNS).toBe(10);
    expect(validatePatterns(Array<string>(MOST_PATTERNS).fill("(\\d+)"))).toEqual({ ok: true });
    expect(validatePatterns([])).toEqual({ ok: true });
  });

  it("refuses eleven", () => {
    const sources = Array<string>(MOST_PATTERNS + 1).fill("(\\d+)");
    expect(validatePatterns(sources)).toEqual({ ok: false, reason: "TOO_MANY", index: null });
  });

  it("names the first at fault", () => {
    expect(validatePatterns(["(\\d+)", "(", "\\d"])).toEqual({ ok: false, reason: "INVALID", index: 1 });
  });
});
