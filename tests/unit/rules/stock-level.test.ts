import { describe, expect, it } from "vitest";
import { mayHandOut, stockLevel } from "@/lib/rules/stock-level";

describe("how a stock of souvenirs stands", () => {
  it.each([
    [null, 5, "NOT_COUNTED", true],
    [6, 5, "ENOUGH", true],
    [5, 5, "LOW", true],
    [1, 0, "ENOUGH", true],
    [1, 5, "LOW", true],
    [0, 5, "NONE_LEFT", false],
    [0, 0, "NONE_LEFT", false],
  ] as const)("given %s left and a mark of %i, then %s", (stock, lowMark, level, handsOut) => {
    expect(stockLevel(stock, lowMark)).toBe(level);
    expect(mayHandOut(level)).toBe(handsOut);
  });
});
