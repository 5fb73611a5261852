import "server-only";
import { readPolicies } from "@/lib/office/policies";
import { reader } from "@/lib/platform/database";
import type { Prisma } from "@/lib/platform/generated/sqlite/client";

/** How far before the promise's end a near miss begins, milliseconds. */
export const NEAR_MISS_MS = 10 * 60_000;

/**
 * Decisions taken in the last ten minutes before the promise was broken (F.2.b), the very end included: a wait that is
 * above the promise is no longer one. Each is measured by the promise of the policy that decided it.
 */
export async function nearMisses(): Promise<Prisma.DecisionRecordWhereInput> {
  const versions = new Map<number, number[]>();
  for (const { thresholdMs, version } of await readPolicies(reader())) {
    versions.set(thresholdMs, [...(versions.get(thresholdMs) ?? []), version]);
  }
  const spans = [...versions].map(([thresholdMs, of]) => ({
    policyVersion: { in: of },
    waitedMs: { gte: Math.max(0, thresholdMs - NEAR_MISS_MS), lte: thresholdMs },
  }));
  const [only] = spans;
  // As long as every policy makes the same promise, one range of waits finds them all by its index.
  return spans.length === 1 && only ? { waitedMs: only.waitedMs } : { OR: spans };
}
