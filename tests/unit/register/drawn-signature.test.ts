import { beforeEach, describe, expect, test, vi } from "vitest";
import { forgetEnvironment } from "@/lib/platform/environment";
import { seal, unseal } from "@/lib/platform/sealed";
import {
  drawSignature,
  openSignature,
  sealSignature,
  signatureFault,
  signatureSvg,
} from "@/lib/register/receipts/drawn-signature";
import { drawnSchema, type DrawnSignature } from "@/lib/register/receipts/schema";
import { SCRAWL } from "../../support/signature";

const secret = (value: string) => {
  vi.stubEnv("JANJI_SECRET", value);
  forgetEnvironment();
};
beforeEach(() => secret("a secret for tests only, longer than needed"));

const drawn = (...strokes: number[][]): DrawnSignature => ({ height: 1600, strokes });

describe("what is taken as a signature", () => {
  test.each<[string, DrawnSignature, string | null]>([
    ["nothing", drawn(), "SIGNATURE_EMPTY"],
    ["a dot", drawn([2000, 800, 40]), "SIGNATURE_TOO_SMALL"],
    ["several dots beside one another", drawn([2000, 800, 40], [2050, 800, 40]), "SIGNATURE_TOO_SMALL"],
    ["dots in two corners", drawn([100, 100, 40], [3900, 1500, 40]), "SIGNATURE_TOO_SMALL"],
    [
      "a long scribble on one spot",
      drawn(Array.from({ length: 40 }, (_empty, index) => [2000 + (index % 2) * 100, 800, 40]).flat()),
      "SIGNATURE_TOO_SMALL",
    ],
    ["a line", drawn([1000, 800, 40, 2000, 820, 40]), null],
    ["a cross", drawn([1800, 600, 40, 2200, 1000, 40], [2200, 600, 40, 1800, 1000, 40]), null],
    ["a scrawl", SCRAWL, null],
  ])("%s", (_what, signature, fault) => {
    expect(drawnSchema.parse(signature)).toEqual(signature);
    expect(signatureFault(signature)).toBe(fault);
  });

  test.each<[string, unknown]>([
    ["half a point", drawn([1, 2, 3, 4])],
    ["a point outside", drawn([4001, 1, 20])],
    ["a point under the field", drawn([1, 1601, 20])],
    ["a negative point", drawn([-1, 1, 20])],
    ["no whole number", drawn([1.5, 1, 20])],
    ["a pen as thick as the field", drawn([1, 1, 161])],
    ["a pen without width", drawn([1, 1, 0])],
    ["text", { height: 1600, strokes: [["0 0M<script>"]] }],
    ["more than it says", { ...SCRAWL, name: "Contoh" }],
    ["too many strokes", drawn(...Array.from({ length: 121 }, () => [1, 1, 20]))],
    ["too many points", drawn(...Array.from({ length: 4 }, () => Array<number>(2253).fill(20)))],
    ["a field without shape", { height: 0, strokes: [] }],
  ])("refuses %s", (_what, signature) => {
    expect(drawnSchema.safeParse(signature).success).toBe(false);
  });

  test("the largest that is taken fits a request", () => {
    const largest = drawn(...Array.from({ length: 4 }, () => Array<number>(2250).fill(1599)));
    largest.strokes.forEach((stroke) =>
      stroke.forEach((_n, index) => (stroke[index] = index % 3 === 2 ? 160 : 1599)),
    );
    expect(drawnSchema.parse(largest)).toEqual(largest);
    expect(JSON.stringify(largest).length).toBeLessThan(60_000);
  });
});

describe("a signature that is kept", () => {
  test("opens for its own receipt", () => {
    expect(openSignature(sealSignature(SCRAWL, "voucher-1", "receipt-1"), "voucher-1", "receipt-1")).toEqual(
      SCRAWL,
    );
  });

  test("is never the same bytes twice, and holds nothing to be read", () => {
    const [one, other] = [1, 2].map(() => Buffer.from(sealSignature(SCRAWL, "voucher-1", "receipt-1")));
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(false);
    expect(one?.toString("latin1")).not.toContain("strokes");
  });

  test.each([
    ["another voucher", "voucher-2", "receipt-1"],
    ["another receipt of the voucher", "voucher-1", "receipt-2"],
  ])("does not open beside %s", (_what, voucherId, receiptId) => {
    expect(openSignature(sealSignature(SCRAWL, "voucher-1", "receipt-1"), voucherId, receiptId)).toBeNull();
  });

  test("does not open once a bit of it was changed, or a part is missing", () => {
    const sealed = sealSignature(drawn([1000, 800, 40, 2000, 820, 40]), "voucher-1", "receipt-1");
    for (let index = 0; index < sealed.length; index += 1) {
      const forged = Uint8Array.from(sealed);
      forged[index] = (forged[index] ?? 0) ^ 1;
      expect(openSignature(forged, "voucher-1", "receipt-1"), `byte ${index}`).toBeNull();
    }
    for (const length of [0, 1, 28, sealed.length - 1])
      expect(
        openSignature(sealed.subarray(0, length), "voucher-1", "receipt-1"),
        `${length} bytes`,
      ).toBeNull();
  });

  test("does not open under another secret, nor for another purpose", () => {
    const sealed = seal("one", "context", Buffer.from("text"));
    expect(unseal("one", "context", sealed)?.toString()).toBe("text");
    expect(unseal("other", "context", sealed)).toBeNull();
    secret("quite another secret, and long enough too");
    expect(unseal("one", "context", sealed)).toBeNull();
  });
});

test("is drawn as curves as thick as the pen, within its own frame", () => {
  const svg = signatureSvg(drawSignature(SCRAWL));
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="[-\d .]+" /);
  expect(svg.match(/<path /g)?.length).toBeGreaterThan(20);
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
});
