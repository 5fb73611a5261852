import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseBooking } from "@/lib/queue/parse-booking";

const CODE = "1234567890123456";
const OTHER = "9876543210987654";
const booking = (code = CODE) => ({ kind: "BOOKING", code });
const NONE = { kind: "NONE" };
const AMBIGUOUS = { kind: "AMBIGUOUS" };

describe("a payload with one booking number", () => {
  it.each([
    ["bare", CODE],
    ["with what a scanner appends", `${CODE}\r\n`],
    ["with what a scanner prepends", `\u0002${CODE}\u0003`],
    ["with a byte order mark", `\uFEFF${CODE}`],
    ["full-width", "１２３４５６７８９０１２３４５６"],
    ["in a path", `https://paspor.example/cek/${CODE}`],
    ["in a path with more after it", `https://paspor.example/${CODE}/surat.pdf`],
    ["in a query", `https://paspor.example/cek?no=${CODE}&lang=id&t=1764000000000`],
    ["in a fragment", `https://paspor.example/#/permohonan/${CODE}`],
    ["in a query after an escaped space", `https://paspor.example/cek?no=%20${CODE}`],
    [
      "in an escaped link inside a link",
      `https://a.example/?u=https%3A%2F%2Fb.example%2F%3Fno%3D%2520${CODE}`,
    ],
    ["in a link escaped as often as links are nested", `u=%252520${CODE}`],
    ["after bytes that are no UTF-8", `https://a.example/?nama=Jos%E9${CODE}`],
    ["grouped in a query by plus signs", "https://a.example/?no=1234+5678+9012+3456"],
    ["labelled", `Nomor Permohonan: ${CODE}`],
    ["labelled in several lines", `Nama: Contoh Satu\nNomor Permohonan: ${CODE}\nTanggal: 2026-03-10 09:00`],
    ["in JSON", JSON.stringify({ nama: "Contoh", nomor: CODE, jam: 9 })],
    ["as a number in JSON", `{"nomor":${CODE},"sesi":2}`],
    ["between letters", `MP${CODE}X`],
    ["beside a billing code of 15 digits", `Billing 820260310123456, Permohonan ${CODE}`],
    ["before a date", `${CODE} 2026-03-10`],
    ["after a date", `2026-03-10 ${CODE}`],
    ["grouped by spaces", "1234 5678 9012 3456"],
    ["grouped by no-break spaces", "1234\u00a05678\u00a09012\u00a03456"],
    ["grouped by hyphens", "No. 1234-5678-9012-3456"],
    ["grouped by typographic hyphens", "1234‑5678‑9012‑3456"],
    ["grouped by dots", "(1234.5678.9012.3456)"],
    ["grouped, after a date joined otherwise", "10-03-2026 1234-5678-9012-3456"],
    ["grouped, before a number joined otherwise", "1234-5678-9012-3456 7"],
    ["grouped, after a number in the line before", "7\n1234 5678 9012 3456\n8"],
    ["twice", `${CODE} ${CODE}`],
    ["twice, once grouped", `Kode 1234 5678 9012 3456 (${CODE})`],
    ["twice in a chain, once grouped", `1234 5678 9012 3456 ${CODE}`],
    ["twice in a chain, grouped last", `${CODE} 1234 5678 9012 3456`],
    ["with leading zeros", "No 0000567890123456", "0000567890123456"],
  ])("is read %s", (_, payload, code = CODE) => {
    expect(parseBooking(payload)).toEqual(booking(code));
  });
});

describe("a payload without a booking number", () => {
  it.each([
    ["nothing", ""],
    ["space", " \t\r\n "],
    ["words", "Surat pengantar"],
    ["15 digits, a billing code", "820260310123456"],
    ["17 digits", `${CODE}7`],
    ["17 digits in a link", `https://a.example/${CODE}7`],
    ["32 digits", CODE + OTHER],
    ["16 digits lengthened by a digit of another script", `${CODE}٣`],
    ["16 digits of another script", "١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦"],
    ["16 digits with a line break inside", "12345678\n90123456"],
    ["16 digits with a control character inside", "12345678\u000090123456"],
    ["16 digits that an escape completes to 17", `%37${CODE}`],
    ["three groups", "1234 5678 9012"],
    ["five groups", "1234 5678 9012 3456 7890"],
    ["a group too long at the end", "1234 5678 9012 34567"],
    ["a group too long at the beginning", "01234 5678 9012 3456"],
    ["a chain that begins before", "7 1234 5678 9012 3456"],
    ["a chain that goes on", "1234-5678-9012-3456-7"],
    ["groups joined by two spaces", "1234  5678  9012  3456"],
    ["groups joined differently at the end", "1234 5678 9012-3456"],
    ["groups joined differently at the beginning", "1234-5678 9012 3456"],
    ["groups joined by tabs", "1234\t5678\t9012\t3456"],
    ["groups joined by slashes", "1234/5678/9012/3456"],
    ["groups joined by plus signs outside of a link", "1234+5678+9012+3456"],
    ["16 digits behind an escape of an escape of an escape of an escape", `u=%25252520${CODE}`],
    ["groups joined by plus signs after a question", "Berapa? 1234+5678+9012+3456"],
    ["groups joined by plus signs in a path", "https://a.example/1234+5678+9012+3456"],
    ["groups joined by escaped plus signs", "https://a.example/?no=1234%2B5678%2B9012%2B3456"],
    ["eight groups", "1234 5678 9012 3456 9876 5432 1098 7654"],
    ["more than a QR code holds", `${CODE} ${"x".repeat(4280)}`],
    ["more than that, though escapes would shrink it", `${CODE}${"%20".repeat(1500)}`],
    ["what grows beyond that when made plain", `${CODE} ${"\uFDFA".repeat(400)}`],
  ])("is refused: %s", (_, payload) => {
    expect(parseBooking(payload)).toEqual(NONE);
  });

  it("reads as much as the largest QR code holds", () => {
    expect(parseBooking(CODE + "x".repeat(4280))).toEqual(booking());
    expect(parseBooking(CODE + "x".repeat(4281))).toEqual(NONE);
  });
});

describe("a payload with two numbers is never guessed", () => {
  it.each([
    ["side by side", `${CODE} ${OTHER}`],
    ["in lines", `${CODE}\n${OTHER}`],
    ["differently labelled", `NIK: ${OTHER}\nNomor Permohonan: ${CODE}`],
    ["in JSON", JSON.stringify({ nik: OTHER, nomor_permohonan: CODE })],
    ["in a link", `https://a.example/${CODE}?nik=${OTHER}`],
    ["bare and grouped", `${CODE} / 9876 5432 1098 7654`],
    ["bare and grouped in one chain", `1234 5678 9012 3456 ${OTHER}`],
    ["grouped and bare in one chain", `${OTHER} 1234 5678 9012 3456`],
    ["both grouped", "1234-5678-9012-3456, 9876-5432-1098-7654"],
  ])("%s", (_, payload) => {
    expect(parseBooking(payload)).toEqual(AMBIGUOUS);
  });
});

describe("any payload at all", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom(
        "%",
        "2",
        "0",
        "3",
        "4",
        " ",
        "-",
        ".",
        "+",
        "1234",
        CODE,
        "\n",
        "１",
        "?",
        "://",
      ),
    }),
  );
  const anyCode = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 16, maxLength: 16 });
  /** Text without digits in any guise and without escapes, which can make digits. */
  const noise = fc
    .string({ unit: "binary", maxLength: 60 })
    .map((text) =>
      text
        .normalize("NFKC")
        .replace(/[\p{N}%]/gu, "")
        .normalize("NFKC"),
    )
    .filter((text) => !/[\p{N}%]/u.test(text));

  it("gets an answer without a throw, and a code of 16 digits only", () => {
    fc.assert(
      fc.property(anyText, (payload) => {
        const parsed = parseBooking(payload);
        if (parsed.kind === "BOOKING") expect(parsed.code).toMatch(/^\d{16}$/);
        else expect(["AMBIGUOUS", "NONE"]).toContain(parsed.kind);
      }),
      { numRuns: 1000 },
    );
  });

  it("gets a code only that stands in it", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("1", "2", " ", "-", "1234", CODE, "\n", "x") }),
        (payload) => {
          const parsed = parseBooking(payload);
          if (parsed.kind === "BOOKING") expect(payload.replace(/[ -]/g, "")).toContain(parsed.code);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("is read when a number stands in it, and refused when another is added", () => {
    fc.assert(
      fc.property(noise, noise, noise, anyCode, anyCode, (before, between, after, code, other) => {
        expect(parseBooking(`${before}${code}${after}`)).toEqual(booking(code));
        expect(parseBooking(`${before}${code} ${between}${code}${after}`)).toEqual(booking(code));
        fc.pre(code !== other);
        expect(parseBooking(`${before}${code} ${between}${other}${after}`)).toEqual(AMBIGUOUS);
      }),
    );
  });

  it("is refused when the number in it is a digit longer or shorter", () => {
    fc.assert(
      fc.property(noise, noise, anyCode, fc.constantFrom(..."0123456789"), (before, after, code, digit) => {
        expect(parseBooking(`${before}${code}${digit}${after}`)).toEqual(NONE);
        expect(parseBooking(`${before}${code.slice(1)}${after}`)).toEqual(NONE);
      }),
    );
  });
});

describe("several codes that were seen together", () => {
  it.each([
    ["the booking wins over another code", `https://contoh.invalid/menu\u001e${CODE}`, booking()],
    ["two readings of one scan are one booking", `7${CODE}\u001e${CODE}`, booking()],
    ["no number grows across the gap", `12345678\u001e90123456`, NONE],
    ["two bookings are never guessed between", `${CODE}\u001e${OTHER}`, AMBIGUOUS],
  ])("%s", (_, payload, expected) => {
    expect(parseBooking(payload)).toEqual(expected);
  });

  it("holds a pattern of the office to each code by itself", () => {
    const patterns = ["^JANJI-([A-Z0-9]{6})$"];
    expect(parseBooking("https://contoh.invalid/x\u001eJANJI-AB12CD", patterns)).toEqual(booking("AB12CD"));
  });
});
