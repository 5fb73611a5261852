import { beforeEach, describe, expect, test } from "vitest";
import { callAgain, callNext, endCall } from "@/lib/hall/calls/call-voucher";
import { compensationSeries, wallState } from "@/lib/hall/calls/series";
import { reader } from "@/lib/platform/database";
import { newKey } from "../support/keys";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { givenStaff } from "../support/staff";
import { officeTime, useTestDatabase } from "../support/test-database";
import { auditOf, givenVoucher, tap, voucherRow } from "./tablet-given";

useTestDatabase();

let officer: StaffContext;
beforeEach(async () => {
  officer = await givenStaff();
});

const by = () => ({ ...officer, requestId: "test" });
const next = (counter: string, key = newKey()) => callNext(by(), { counter, key });
const again = (voucherId: string, counter: string) => callAgain(by(), { voucherId, counter, key: newKey() });
const end = (voucherId: string, how: "SERVED" | "ABSENT") =>
  endCall(by(), { voucherId, end: how, key: newKey() });
const wall = async () => {
  const { called, next: numbers } = await wallState();
  return { called: called.map(({ number, counter }) => `${number} ${counter}`), next: numbers };
};

/** Vouchers whose apology was given, in the order of their numbers. */
async function confirmed(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const id = await givenVoucher(number);
    officeTime(`10:${30 + number}`);
    await tap(officer, id, "APOLOGY");
    ids.push(id);
  }
  return ids;
}

describe("the compensation series", () => {
  let ids: string[];
  beforeEach(async () => {
    ids = await confirmed(3);
  });

  test("calls who was confirmed first, and tells the wall numbers and counters only", async () => {
    expect(await next("Loket 1")).toEqual({ ok: true, value: { number: "K-001", counter: "Loket 1" } });
    expect(await next("Loket 2")).toEqual({ ok: true, value: { number: "K-002", counter: "Loket 2" } });
    expect(await wall()).toEqual({
      called: expect.arrayContaining(["K-001 Loket 1", "K-002 Loket 2"]) as string[],
      next: ["K-003"],
    });
    expect(await auditOf(ids[0] ?? "")).toContain("voucher.called");
  });

  test("holds one number a counter until it is served or absent", async () => {
    await next("Loket 1");
    expect(await next("Loket 1")).toEqual({ ok: false, code: "COUNTER_BUSY", details: { number: "K-001" } });
    await end(ids[0] ?? "", "ABSENT");
    expect(await next("Loket 1")).toMatchObject({ value: { number: "K-002" } });
  });

  test("gives the same answer to the same key, and calls nobody twice", async () => {
    const key = newKey();
    const first = await next("Loket 1", key);
    expect(await next("Loket 1", key)).toEqual(first);
    expect((await reader().counterCall.findMany()).map(({ calls }) => calls)).toEqual([1]);
  });

  test("served is the priority service of the voucher, in one step", async () => {
    await next("Loket 1");
    expect(await end(ids[0] ?? "", "SERVED")).toMatchObject({ ok: true });
    const row = await voucherRow(ids[0] ?? "");
    expect(row.steps.find(({ step }) => step === "PRIORITY")).toMatchObject({ state: "DONE" });
    expect(await end(ids[0] ?? "", "SERVED")).toMatchObject({ ok: false, code: "NOT_CALLED" });
    expect((await wall()).called).toEqual([]);
  });

  test("who was absent is called again, at any counter", async () => {
    await next("Loket 1");
    await end(ids[0] ?? "", "ABSENT");
    expect((await compensationSeries(officer)).absent.map(({ number }) => number)).toEqual(["K-001"]);
    expect(await again(ids[0] ?? "", "Loket 2")).toEqual({
      ok: true,
      value: { number: "K-001", counter: "Loket 2" },
    });
    expect((await reader().counterCall.findMany()).map(({ calls }) => calls)).toEqual([2]);
  });

  test("a number served elsewhere holds no counter, and is not called again", async () => {
    await next("Loket 1");
    await tap(officer, ids[0] ?? "", "PRIORITY");
    expect((await wall()).called).toEqual([]);
    expect(await next("Loket 1")).toMatchObject({ ok: true, value: { number: "K-002" } });
    expect(await again(ids[0] ?? "", "Loket 2")).toEqual({ ok: false, code: "NOT_CALLABLE" });
  });

  test("refuses a counter that the office does not have, and says when nobody waits", async () => {
    expect(await next("Loket 99")).toMatchObject({ ok: false, code: "UNKNOWN_COUNTER" });
    for (const id of ids) {
      await next("Loket 1");
      await end(id, "SERVED");
    }
    expect(await next("Loket 1")).toEqual({ ok: false, code: "NOBODY_WAITING" });
  });

  test("counters that call at once get different numbers", async () => {
    const answers = await Promise.all([next("Loket 1"), next("Loket 2")]);
    const numbers = answers.map((answer) => (answer.ok ? answer.value.number : answer.code));
    expect(numbers.sort()).toEqual(["K-001", "K-002"]);
    const same = await Promise.all([next("Loket 1"), next("Loket 2"), next("Loket 2")]);
    expect(same.every((answer) => !answer.ok && answer.code === "COUNTER_BUSY")).toBe(true);
  });

  test("two tablets of one counter call one number", async () => {
    const answers = await Promise.all([next("Loket 1"), next("Loket 1")]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await reader().counterCall.count()).toBe(1);
  });
});

test("a voucher that no officer confirmed is not called", async () => {
  await givenVoucher(1);
  expect(await next("Loket 1")).toEqual({ ok: false, code: "NOBODY_WAITING" });
});
