import { spawnSync } from "node:child_process";
import { hostname } from "node:os";
import { afterEach, describe, expect, test, vi } from "vitest";
import { reader, writeTransaction } from "@/lib/platform/database";
import { dutyNote, giveBackDuties, keepDuty, leaveDuty, takeDuty } from "@/lib/platform/duties";
import { until } from "../support/until";
import { useTestDatabase } from "../support/test-database";

useTestDatabase();

const KEY = "a-duty";
const LEASE_MS = 20_000;
const row = () => reader().duty.findUnique({ where: { key: KEY } });
/** As if its owner had said nothing for longer than its lease. */
const expire = () =>
  writeTransaction((tx) => tx.duty.updateMany({ data: { until: new Date(Date.now() - 1) } }));

/** What a further process would be: the duties of this one forgotten. */
const forgetProcess = () => {
  delete (globalThis as { __janjiDuties?: unknown }).__janjiDuties;
};
afterEach(forgetProcess);

describe("a duty", () => {
  test("goes to one of many that want it at once, on an empty database too", async () => {
    const owners = Array.from({ length: 8 }, (_, index) => `process ${index}`);
    const taken = await Promise.all(owners.map((owner) => takeDuty(KEY, owner, LEASE_MS)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect((await row())?.owner).toBe(owners[taken.indexOf(true)]);
    expect((await row())?.runs).toBe(1);
  });

  test("stays with whoever has it, and goes to another when that one is silent for too long", async () => {
    expect(await takeDuty(KEY, "one", LEASE_MS)).toBe(true);
    expect(await takeDuty(KEY, "other", LEASE_MS)).toBe(false);
    expect(await takeDuty(KEY, "one", LEASE_MS)).toBe(true);
    await expire();
    const taken = await Promise.all(["other", "third"].map((owner) => takeDuty(KEY, owner, LEASE_MS)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await takeDuty(KEY, "one", LEASE_MS)).toBe(false);
    expect((await row())?.runs).toBe(3);
  });

  test("is given back by its owner only, and then to be had at once", async () => {
    await takeDuty(KEY, "one", LEASE_MS);
    await leaveDuty(KEY, "other");
    expect(await takeDuty(KEY, "other", LEASE_MS)).toBe(false);
    await leaveDuty(KEY, "one");
    expect(await takeDuty(KEY, "other", LEASE_MS)).toBe(true);
  });

  test("of a process of this machine that is no more is to be had at once; of one that runs, or of elsewhere, it is not", async () => {
    const ended = spawnSync(process.execPath, ["-e", ""]).pid;
    const owners = [
      `${hostname()}:${process.pid}:one`,
      `elsewhere:${ended}:one`,
      `${hostname()}:${ended}:one`,
    ];
    const taken: boolean[] = [];
    for (const [index, owner] of owners.entries()) {
      await takeDuty(`${KEY} ${index}`, owner, LEASE_MS);
      taken.push(await takeDuty(`${KEY} ${index}`, "other", LEASE_MS));
    }
    expect(taken).toEqual([false, false, true]);
  });

  test("tells how far its run is while it goes on, and counts no run for that", async () => {
    await takeDuty(KEY, "one", LEASE_MS);
    expect(await dutyNote(KEY)).toBeNull();
    await takeDuty(KEY, "one", LEASE_MS, { note: "half" });
    expect([await dutyNote(KEY), (await row())?.runs]).toEqual(["half", 1]);
    await expire();
    expect(await dutyNote(KEY)).toBeNull();
  });
});

describe("a process", () => {
  test("does its duty again and again, is not joined by itself, and survives a run that fails", async () => {
    const work = vi.fn().mockRejectedValueOnce(new Error("not yet")).mockResolvedValue(undefined);
    const { stop } = await keepDuty(KEY, 30, work);
    await until(
      () => work.mock.calls.length,
      (calls) => calls >= 3,
    );
    stop();
    await until(row, (duty) => duty?.runs === work.mock.calls.length);
  });

  test("leaves a duty to the process that has it, and has it as soon as that one has ended", async () => {
    const [first, second] = [vi.fn().mockResolvedValue(undefined), vi.fn().mockResolvedValue(undefined)];
    await keepDuty(KEY, 10_000, first);
    const ended = (globalThis as { __janjiDuties?: unknown }).__janjiDuties;
    forgetProcess();
    const { stop } = await keepDuty(KEY, 30, second);
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 0]);
    const next = (globalThis as { __janjiDuties?: unknown }).__janjiDuties;
    (globalThis as { __janjiDuties?: unknown }).__janjiDuties = ended;
    await giveBackDuties();
    (globalThis as { __janjiDuties?: unknown }).__janjiDuties = next;
    await until(
      () => second.mock.calls.length,
      (calls) => calls >= 1,
    );
    stop();
    expect(first).toHaveBeenCalledTimes(1);
  });
});
