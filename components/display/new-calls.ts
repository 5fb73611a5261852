import type { WallState } from "@/lib/hall/calls/types";

type Call = WallState["called"][number];

const keyOf = ({ number, counter, calls }: Call) => `${number} ${counter} ${calls}`;

/**
 * What was called since the wall last looked, in the order of the calls: two counters may call between two looks, and
 * each of the two people listens for their own number.
 * @param before what was called then, the newest first, as in `after`
 */
export function newCalls(before: readonly Call[], after: readonly Call[]): Call[] {
  const known = new Set(before.map(keyOf));
  return after.filter((call) => !known.has(keyOf(call))).reverse();
}
