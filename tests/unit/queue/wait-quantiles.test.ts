import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { waitQuantiles, type ObservedWait } from "@/lib/queue/wait-quantiles";

const over = (ms: number): ObservedWait => ({ ms, over: true });
const still = (ms: number): ObservedWait => ({ ms, over: false });
const half = (waits: readonly ObservedWait[]) => waitQuantiles(waits, [0.5])[0];

describe("quantiles of the day's waits", () => {
  test("are those of the waits alone when nobody is waiting any more", () => {
    const waits = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map(over);
    expect(waitQuantiles(waits, [0.5, 0.9])).toEqual([
      { ms: 50, atLeast: false },
      { ms: 90, atLeast: false },
    ]);
  });

  test("count those still waiting by what they have waited (worked by hand)", () => {
    // At risk 6, 4 and 2: 5/6, then 3/4 of it, then 1/2 of that; the half is passed at the third wait that ended.
    const waits = [over(10), still(15), over(20), still(25), over(30), still(40)];
    expect(half(waits)).toEqual({ ms: 30, atLeast: false });
    expect(waitQuantiles(waits, [0.3])).toEqual([{ ms: 20, atLeast: false }]);
  });

  test("are a lower bound while too few waits have ended, and nothing without any", () => {
    expect(half([over(5), still(60), still(90), still(100)])).toEqual({ ms: 100, atLeast: true });
    expect(half([])).toBeNull();
  });

  test("never fall when those waiting wait longer, and lie above what the ended waits alone would say", () => {
    const waits = fc.array(fc.record({ ms: fc.nat(10_000), over: fc.boolean() }), { minLength: 1 });
    fc.assert(
      fc.property(waits, fc.nat(5_000), (all, more) => {
        const longer = all.map((one) => (one.over ? one : still(one.ms + more)));
        const [before, after] = [half(all), half(longer)];
        if (before && !before.atLeast && after) expect(after.ms).toBeGreaterThanOrEqual(before.ms);
        const ended = half(all.filter((one) => one.over));
        if (ended && before && !before.atLeast) expect(before.ms).toBeGreaterThanOrEqual(ended.ms);
      }),
    );
  });
});
