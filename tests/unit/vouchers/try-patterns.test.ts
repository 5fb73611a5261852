import { expect, test } from "vitest";
import { tryPatterns } from "@/lib/vouchers/office-settings/try-patterns";

const PATTERNS = ["^(\\d{16})$", "JYP/(\\d{6})"];

test.each([
  ["9900000000000001", { outcome: "BOOKING", code: "9900000000000001" }],
  ["surat JYP/123456", { outcome: "BOOKING", code: "123456" }],
  ["tidak ada nomor", { outcome: "NONE", code: null }],
  ["JYP/123456 JYP/654321", { outcome: "AMBIGUOUS", code: null }],
])("of %s a kiosk with these patterns would read what the page shows", (text, value) => {
  expect(tryPatterns({ patterns: PATTERNS, text })).toEqual({ ok: true, value });
});

test("the first pattern at fault is named by its row, whatever the text", () => {
  expect(tryPatterns({ patterns: [...PATTERNS, "\\d+", "("], text: "JYP/123456" })).toEqual({
    ok: false,
    code: "BAD_PATTERN",
    details: { row: 3, reason: "NO_CAPTURE" },
  });
});
