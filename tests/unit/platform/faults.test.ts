import { describe, expect, test } from "vitest";
import {
  BusyError,
  isConnectionFault,
  isPassing,
  isStorageFault,
  LostError,
  mayHaveCommitted,
} from "@/lib/platform/faults";

const coded = (code: string, message = "") => Object.assign(new Error(message), { code });
/** As drivers wrap each other's faults. */
const wrapped = (cause: unknown) => new Error("Invalid invocation", { cause });

describe("a database that is lost", () => {
  test.each([
    ["Prisma cannot reach it", coded("P1001")],
    ["Prisma found its connection closed", coded("P1017")],
    ["the driver's line was cut", new Error("Connection terminated unexpectedly")],
    ["the pool's connection did not come in time", new Error("timeout exceeded when trying to connect")],
    ["nobody listens", coded("ECONNREFUSED", "connect ECONNREFUSED 127.0.0.1:5432")],
    ["it is told to end", coded("57P01", "terminating connection due to administrator command")],
    ["it is starting", coded("57P03", "the database system is starting up")],
    ["it is still a standby", coded("25006", "cannot execute UPDATE in a read-only transaction")],
    ["wrapped twice", wrapped(wrapped({ kind: "x", originalCode: "57P01" }))],
  ])("is told by its fault: %s", (_what, fault) => {
    expect(isConnectionFault(fault)).toBe(true);
    expect(mayHaveCommitted(fault)).toBe(true);
    expect(isStorageFault(fault)).toBe(false);
  });

  test.each([
    ["a unique constraint", coded("P2002", "Unique constraint failed")],
    ["a lock that was waited for", new Error("canceling statement due to lock timeout")],
    ["a full disk", coded("53100", "could not extend file: No space left on device")],
    ["a mistake of ours", new TypeError("x is not a function")],
    ["nothing at all", undefined],
  ])("is not %s", (_what, fault) => {
    expect(isConnectionFault(fault)).toBe(false);
    expect(mayHaveCommitted(fault)).toBe(false);
  });
});

test("a transaction whose time was over may have been committed, and is no reason to do its work again by itself", () => {
  expect(mayHaveCommitted(coded("P2028"))).toBe(true);
  expect(isPassing(coded("P2028"))).toBe(true);
});

test("whoever lets a busy database be lets a lost one be", () => {
  const lost = new LostError("lost");
  expect([lost instanceof BusyError, lost.name]).toEqual([true, "LostError"]);
});
