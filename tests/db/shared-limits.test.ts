import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import * as rateLimits from "@/lib/access/rate-limits";
import { reader, sharedCounters } from "@/lib/platform/database";
import { kind, useTestDatabase } from "../support/test-database";

useTestDatabase();

/** The limits as a further process has them: with nothing in its memory. */
function asProcess<T>(work: (limits: typeof rateLimits) => Promise<T>): Promise<T> {
  delete (globalThis as { __janjiLimits?: unknown }).__janjiLimits;
  return work(rateLimits);
}

const admitted = async (count: number, address: string) =>
  asProcess(async ({ admitEnrolment }) => {
    const answers = [];
    for (let asked = 0; asked < count; asked += 1) answers.push((await admitEnrolment(address)).ok);
    return answers.filter(Boolean).length;
  });

const rows = () => reader().rateLimit.findMany();

test("on PostgreSQL processes count together, on SQLite the one process counts in its memory", async () => {
  const address = "192.0.2.7";
  const told = [await admitted(6, address), await admitted(6, address), await admitted(3, address)];
  expect(told).toEqual(kind === "postgres" ? [6, 4, 0] : [6, 6, 3]);
  const kept = await rows();
  expect(kept).toHaveLength(kind === "postgres" ? 1 : 0);
  expect(JSON.stringify(kept.map(({ key }) => key))).not.toContain(address);
});

test("a kiosk's misses at one process are missed at the other", async () => {
  const source = { kioskId: randomUUID(), address: randomUUID() };
  await asProcess(async ({ recordMiss }) => {
    for (let miss = 0; miss < 8; miss += 1) await recordMiss(source);
  });
  const { ok } = await asProcess(({ admitScan }) => admitScan(source));
  expect(ok).toBe(kind !== "postgres");
});

test("what has run out is removed, and nothing else", async () => {
  await admitted(1, "old");
  await sharedCounters()?.query("UPDATE rate_limits SET expire = 1");
  await admitted(1, "new");
  await asProcess(({ forgetOldCounts }) => forgetOldCounts());
  expect(await rows()).toHaveLength(kind === "postgres" ? 1 : 0);
});

test("while the shared counts cannot be reached each process counts by itself", async () => {
  await sharedCounters()?.query("ALTER TABLE rate_limits RENAME TO rate_limits_away");
  expect(await admitted(12, "an address")).toBe(10);
});
