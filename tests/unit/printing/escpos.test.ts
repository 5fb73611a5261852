import { describe, expect, test } from "vitest";
import { slipWording } from "@/components/slip/slip-wording";
import { answerReader, stateOf } from "@/lib/printing/escpos-answers";
import { escposSlip } from "@/lib/printing/escpos-slip";
import { printable } from "@/lib/printing/printable";
import { isLocalAddress } from "@/lib/printing/printer-address";
import { slipWords } from "@/lib/printing/slip-words";
import { qrMatrix } from "@/lib/printing/qr";
import type { PromiseSlip, VoucherSlip } from "@/lib/printing/types";

const TOKEN = "JNJ10123456789ABCDEFGHJKMNPQRSTVWXYZ";
const voucher = (changes: Partial<VoucherSlip> = {}): VoucherSlip => ({
  kind: "VOUCHER",
  office: {
    name: "Kantor Contoh",
    subtitle: "Kelas II",
    timeZone: "Asia/Jakarta",
    zoneLabel: "WIB",
    room: { name: "Ruang Pengaduan", directions: "Pintu di kanan" },
    demo: false,
  },
  number: "K-001",
  queueNumber: "B-001",
  last4: "0001",
  serviceDate: "2026-11-24",
  ticketAt: Date.UTC(2026, 10, 24, 1),
  issuedAt: Date.UTC(2026, 10, 24, 3, 30),
  waitedMinutes: 150,
  legalBasis: "Keputusan Contoh",
  shortCode: "ABCD1234",
  qr: qrMatrix(TOKEN),
  ...changes,
});

describe("a printer's answers", () => {
  const bytes = [0x11, 0x10, 0, 0, 0x0f, 0x12, 0x12, 0x37, 0x22, 0x30, 0x31, 0x32, 0x33, 0, 0x12, 0x1e];
  test("are told apart however the network cuts them", () => {
    const whole = answerReader()(Uint8Array.from(bytes));
    expect(whole.map(({ kind }) => kind)).toEqual(["STATUS", "DONE", "STATUS"]);
    expect(whole[1]).toEqual({ kind: "DONE", id: "0123" });
    const read = answerReader();
    expect(bytes.flatMap((byte) => read(Uint8Array.of(byte)))).toEqual(whole);
  });

  test.each([
    ["READY", [0x12, 0x12, 0x12, 0x12], [0x10, 0, 0, 0x0f]],
    ["PAPER_LOW", [0x12, 0x12, 0x12, 0x1e], [0x10, 0, 0x03, 0x0f]],
    ["PAPER_OUT", [0x1a, 0x32, 0x12, 0x7e], [0x18, 0, 0x0f, 0x0f]],
    ["COVER_OPEN", [0x1a, 0x36, 0x12, 0x7e], [0x38, 0, 0x0f, 0x0f]],
    ["FAULT", [0x1a, 0x52, 0x1a, 0x12], [0x18, 0x08, 0, 0x0f]],
  ])("say %s, asked or by themselves", (state, asked, told) => {
    for (const answer of [asked, told]) {
      const [heard] = answerReader()(Uint8Array.from(answer));
      expect(heard?.kind === "STATUS" && stateOf(heard.status)).toBe(state);
    }
  });
});

describe("a promised souvenir's slip", () => {
  const { office, serviceDate } = voucher();
  const qrText = "JNJPABCD1234";
  const slip: PromiseSlip = {
    kind: "PROMISE",
    office,
    item: "Botol minum",
    number: "K-001",
    serviceDate,
    shortCode: "ABCD1234",
    promisedAt: Date.UTC(2026, 10, 24, 3, 30),
    qr: qrMatrix(qrText),
  };

  test.each(["80", "58"] as const)("on %s mm says what, where and its code, always alike", (width) => {
    const bytes = escposSlip({ slip, qrText }, width);
    const text = Buffer.from(bytes).toString("latin1");
    for (const part of ["Botol minum", "Ruang Pengaduan", "ABCD 1234", "K-001", qrText])
      expect(text).toContain(part);
    expect(escposSlip({ slip, qrText }, width)).toEqual(bytes);
  });
});

describe("a slip's bytes", () => {
  test("hold no command that a setting or a name smuggled in", () => {
    const office = { ...voucher().office, name: "Kantor\u001b@\u001dV\u0000\n – “Ümit” Łódź 東" };
    const text = Buffer.from(escposSlip({ slip: voucher({ office }), qrText: TOKEN }, "80")).toString(
      "latin1",
    );
    expect(text).toContain('Kantor @ V   - "\u00dcmit" ?\u00f3dz ?');
    expect(text.match(/\u001b@/g)).toHaveLength(1);
    expect(text.match(/\u001dV/g)).toHaveLength(1);
  });

  test("are the same for the same slip", () => {
    const once = () => Buffer.from(escposSlip({ slip: voucher(), qrText: TOKEN }, "58")).toString("hex");
    expect(once()).toBe(once());
  });

  test.each(["K-001", "KKK-0001", "KKK-00001"])("give %s its full height on either paper", (number) => {
    for (const [width, high, dots] of [
      ["80", 8, 576],
      ["58", 6, 384],
    ] as const) {
      const text = Buffer.from(escposSlip({ slip: voucher({ number }), qrText: TOKEN }, width)).toString(
        "latin1",
      );
      const size =
        text
          .slice(0, text.indexOf(number))
          .match(/\u001d!([^])/g)
          ?.at(-1)
          ?.charCodeAt(2) ?? 0;
      expect((size & 7) + 1).toBe(high);
      expect(((size >> 4) + 1) * 12 * number.length).toBeLessThanOrEqual(dots);
    }
  });
});

test("text for paper is Latin, whatever was typed", () => {
  expect(printable("a\tb\u2060c\u00a0d\u0085e…")).toBe("a bc d e...");
  expect(printable("café – ﬁ")).toBe("caf\u00e9 - fi");
});

test("the server's slip has the words of the browser's slip", () => {
  const [ours, theirs] = [slipWords("Asia/Jakarta", "WIB"), slipWording("Asia/Jakarta", "WIB")];
  for (const minutes of [1, 59, 60, 61, 120, 150]) {
    expect(ours.waited(minutes)).toBe(theirs.waited(minutes));
    expect(ours.waitedSecond(minutes)).toBe(theirs.waitedSecond(minutes));
  }
  const instant = Date.UTC(2026, 10, 24, 1, 5);
  expect(ours.time(instant)).toBe(theirs.time(instant));
  expect(ours.date("2026-11-24")).toBe(theirs.date("2026-11-24"));
  expect(ours.dateSecond("2026-11-24")).toBe(theirs.dateSecond("2026-11-24"));
  for (const key of ["apology", "awaits.priority", "direction.bring"] as const) {
    expect(ours.first(key)).toBe(theirs.first(key));
    expect(ours.second(key)).toBe(theirs.second(key));
  }
});

test("only addresses of private networks and of this machine are local", () => {
  for (const address of [
    "10.1.2.3",
    "172.31.0.1",
    "192.168.0.9",
    "127.0.0.1",
    "fd00::1",
    "::1",
    "169.254.3.4",
  ])
    expect(isLocalAddress(address), address).toBe(true);
  for (const address of ["8.8.8.8", "172.32.0.1", "100.64.0.1", "0.0.0.0", "2001:db8::1", "printer", ""])
    expect(isLocalAddress(address), address).toBe(false);
});
