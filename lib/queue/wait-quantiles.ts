import "server-only";
import type { WaitQuantile } from "./types";

/** One applicant's wait in ms; `over` is false while it still goes on. */
export interface ObservedWait {
  readonly ms: number;
  readonly over: boolean;
}

/**
 * Quantiles of the day's waits that count those still waiting, by Kaplan and Meier: a wait that goes on says only that
 * it will be longer, so it stays among those at risk until then. Leaving them out would flatter the hall most when it
 * is worst. Where too few waits have ended to reach a quantile, the longest wait known is its lower bound.
 * @param shares each between 0 and 1
 */
export function waitQuantiles(
  waits: readonly ObservedWait[],
  shares: readonly number[],
): (WaitQuantile | null)[] {
  // At one duration, waits that ended count before those that go on, which were still at risk.
  const sorted = [...waits].sort((one, other) => one.ms - other.ms || Number(other.over) - Number(one.over));
  const longest = sorted.at(-1);
  if (!longest) return shares.map(() => null);
  const steps: { readonly ms: number; readonly still: number }[] = [];
  let still = 1;
  sorted.forEach(({ ms, over }, index) => {
    if (!over) return;
    still *= 1 - 1 / (sorted.length - index);
    steps.push({ ms, still });
  });
  return shares.map((share) => {
    // Rounding must not lift the curve above a share that it reaches exactly.
    const step = steps.find((candidate) => candidate.still <= 1 - share + 1e-9);
    return step ? { ms: step.ms, atLeast: false } : { ms: longest.ms, atLeast: true };
  });
}
