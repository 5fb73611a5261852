import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { forgetEnvironment } from "@/lib/platform/environment";
import { parseVoucherScan, voucherShortCode, voucherToken, voucherTokenHash } from "@/lib/vouchers/tokens";

const secret = (value: string) => {
  process.env.JANJI_SECRET = value;
  forgetEnvironment();
};
beforeAll(() => secret("a secret for tests only, longer than needed"));

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const shortCode = fc
  .array(fc.constantFrom(...ALPHABET), { minLength: 8, maxLength: 8 })
  .map((letters) => letters.join(""));

describe("a voucher's token", () => {
  test("is the same for the same voucher, another for another, and another in another office", () => {
    const token = voucherToken("voucher-1");
    expect(token).toMatch(/^JNJ1[0-9A-HJKMNP-TV-Z]{32}$/);
    expect(voucherToken("voucher-1")).toBe(token);
    expect(voucherToken("voucher-2")).not.toBe(token);
    secret("another secret for tests only, as long");
    expect(voucherToken("voucher-1")).not.toBe(token);
    secret("a secret for tests only, longer than needed");
  });

  test("is read with line ends and in small letters", () => {
    const token = voucherToken("voucher-1");
    const read = { kind: "TOKEN", hash: voucherTokenHash(token) };
    for (const text of [token, `${token}\r\n`, ` ${token.toLowerCase()}\t`])
      expect(parseVoucherScan(text)).toEqual(read);
    expect(parseVoucherScan(token.slice(0, -1)).kind).toBe("NONE");
    expect(parseVoucherScan(`${token}0`).kind).toBe("NONE");
  });
});

describe("a short code", () => {
  test("is always read as one, however it is typed: small, grouped, O for 0, I or l for 1", () => {
    const typing = fc.record({
      code: shortCode,
      lower: fc.boolean(),
      gap: fc.constantFrom("", " ", "-"),
      zero: fc.constantFrom("0", "O"),
      one: fc.constantFrom("1", "I", "L"),
    });
    fc.assert(
      fc.property(typing, ({ code, lower, gap, zero, one }) => {
        const typed = code.replaceAll("0", zero).replaceAll("1", one);
        const grouped = typed.slice(0, 4) + gap + typed.slice(4);
        const text = lower ? grouped.toLowerCase() : grouped;
        expect(parseVoucherScan(text), text).toEqual({ kind: "SHORT_CODE", code });
      }),
      { numRuns: 2000, examples: [[{ code: "ABC12345", lower: false, gap: "", zero: "0", one: "1" }]] },
    );
  });

  test("is made of letters that nobody mistakes", () => {
    for (let voucher = 0; voucher < 200; voucher += 1)
      expect(voucherShortCode(`voucher-${voucher}`)).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
  });
});

describe("a number", () => {
  test.each([
    ["K-003", "K-003"],
    ["k3", "K-003"],
    ["K 12", "K-012"],
    ["KB-0003", "KB-003"],
    ["K-1204", "K-1204"],
  ])("%s is %s", (typed, number) => {
    expect(parseVoucherScan(typed)).toEqual({ kind: "NUMBER", number });
  });

  test.each(["", "   ", "K-", "003", "K-K-3", "ABCD-3", "9900000000000001", "ABCDEFGU", "K".repeat(300)])(
    "%j is nothing",
    (typed) => {
      expect(parseVoucherScan(typed)).toEqual({ kind: "NONE" });
    },
  );
});
