import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { capturedCodes, LONGEST_PATTERN, MOST_PATTERNS, validatePattern } from "@/lib/queue/booking-patterns";
import { LONGEST_PAYLOAD, readableText } from "@/lib/queue/booking-text";
import { parseBooking } from "@/lib/queue/parse-booking";
import { changedBytes, byteChanges, hostileText, inputs } from "../../support/fuzz";

const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 16, maxLength: 16 });
const grouped = (code: string, sign: string) => (code.match(/\d{4}/g) ?? []).join(sign);

/** How a letter's code may come: bare, grouped, in a link, in labelled text, escaped, in full-width digits. */
const scan = fc
  .tuple(
    digits,
    fc.constantFrom<(code: string) => string>(
      (code) => code,
      (code) => grouped(code, " "),
      (code) => grouped(code, "-"),
      (code) => `https://contoh.invalid/p?kode=${code}&x=1`,
      (code) => `Nomor permohonan: ${code}\nNama: Contoh`,
      (code) => `https://contoh.invalid/?r=${encodeURIComponent(encodeURIComponent(`kode ${code}`))}`,
      (code) => code.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      (code) => `${code}\u001e${code}`,
    ),
  )
  .map(([code, write]) => ({ code, text: write(code) }));

const asText = (bytes: Uint8Array) => Buffer.from(bytes).toString("utf8");
const broken = fc
  .tuple(scan, byteChanges(4), hostileText, hostileText)
  .map(([{ text }, changes, before, after]) =>
    asText(changedBytes(Buffer.from(before + text + after), changes)),
  );
const anything = fc.oneof(
  broken,
  hostileText,
  fc.tuple(hostileText, fc.nat(600)).map(([text, times]) => text.slice(0, 12).repeat(times)),
);

describe("whatever a scanner delivers", () => {
  test("is answered, always alike, and a booking is the same when it is read by itself", () => {
    fc.assert(
      fc.property(anything, (payload) => {
        const parsed = parseBooking(payload);
        expect(["BOOKING", "AMBIGUOUS", "NONE"]).toContain(parsed.kind);
        expect(parseBooking(payload)).toEqual(parsed);
        if (parsed.kind !== "BOOKING") return;
        expect(parsed.code).toMatch(/^[0-9]{16}$/);
        expect(parseBooking(parsed.code)).toEqual(parsed);
        expect(
          readableText(payload.split("\u001e").find((part) => parseBooking(part).kind === "BOOKING") ?? ""),
        )
          // Only what stands in the text: digits are never made up, nor gathered across anything but a group's sign.
          .toMatch(new RegExp(grouped(parsed.code, "[ .-]?")));
      }),
      inputs(2000),
    );
  });

  test("is read, when it is a booking however written, and refused, when it is two", () => {
    fc.assert(
      fc.property(scan, digits, ({ code, text }, other) => {
        expect(parseBooking(text)).toEqual({ kind: "BOOKING", code });
        fc.pre(code !== other);
        expect(parseBooking(`${text}\u001e${other}`)).toEqual({ kind: "AMBIGUOUS" });
      }),
      inputs(300),
    );
  });

  test("is never made longer than a code can be before it is looked through", () => {
    fc.assert(
      fc.property(anything, (payload) => {
        expect(readableText(payload)?.length ?? 0).toBeLessThanOrEqual(LONGEST_PAYLOAD);
        if (payload.length > LONGEST_PAYLOAD) expect(parseBooking(payload)).toEqual({ kind: "NONE" });
      }),
      inputs(500),
    );
  });
});

/** A long run must not keep its runner from hearing that it goes on. */
const othersTurn = () => new Promise((resolve) => setImmediate(resolve));

/** Expressions as an office might write them, and such as hang engines that go back. */
const piece = fc.constantFrom(
  ...[
    "(\\d{16})",
    "(?P<code>\\w+)",
    "(a+)+",
    "(a|aa)*",
    "(.*)*",
    "\\1",
    "(?=x)",
    "[",
    "{999}",
    "{1,1000}",
    "(?i)",
  ],
  ...[
    "(x{500}){500}",
    "\\p{L}",
    "^",
    "$",
    "|",
    ".",
    "(",
    ")",
    "((((",
    "[[:alpha:]]",
    "\\Q",
    "(?s)",
    "\u0000",
    "é",
  ],
);
const pattern = fc.oneof(
  fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join("")),
  fc
    .tuple(fc.constantFrom("(?:IM|PM)-(\\d{8})", "NO: (?P<code>[A-Z0-9]{6,12})"), byteChanges(2))
    .map(([sound, changes]) => asText(changedBytes(Buffer.from(sound), changes))),
  hostileText,
);
const text = fc.oneof(
  anything,
  fc
    .tuple(fc.constantFrom("a", "x", "aa1", "é "), fc.nat(4296))
    .map(([part, times]) => part.repeat(times).slice(0, 4296)),
);

describe("whatever an office takes for a pattern", () => {
  test("is refused for a reason or captures codes, and hangs nothing", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(pattern, { maxLength: 12 }), text, async (patterns, payload) => {
        await othersTurn();
        for (const source of patterns) {
          const check = validatePattern(source);
          if (check.ok) expect(source.length).toBeLessThanOrEqual(LONGEST_PATTERN);
          else expect(check.reason).toMatch(/^[A-Z_]+$/);
        }
        for (const code of capturedCodes(payload, patterns) ?? [])
          expect(code).toMatch(/^[A-Za-z0-9]{4,32}$/);
        const parsed = parseBooking(payload, patterns);
        expect(parsed).toEqual(parseBooking(payload, patterns.slice(0, MOST_PATTERNS)));
      }),
      inputs(300),
    );
  });
});
