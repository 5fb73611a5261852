import { describe, expect, test } from "vitest";
import { registerAddress } from "@/components/staff/register/register-address";
import { queueWritings, seriesNumber } from "@/lib/queue/queue-writings";
import { periodPresets } from "@/lib/register/periods";
import { readPosition, writePosition } from "@/lib/register/position";
import { findCasesInput, readRegisterQuery } from "@/lib/register/schema";

const TODAY = "2026-11-24";
const read = (raw: unknown) => readRegisterQuery(raw, TODAY);

describe("the address of a page of the register", () => {
  test("without anything is the month so far", () => {
    expect(read({})).toMatchObject({
      list: "vouchers",
      period: { from: "2026-11-01", to: TODAY },
      after: null,
    });
  });

  test("takes any period, its ends either way round, and one end alone", () => {
    const period = (from?: string, to?: string) => read({ from, to }).period;
    expect(period("2024-02-25", "2026-01-31")).toEqual({ from: "2024-02-25", to: "2026-01-31" });
    expect(period("2026-01-31", "2024-02-25")).toEqual({ from: "2024-02-25", to: "2026-01-31" });
    expect(period("2026-11-20")).toEqual({ from: "2026-11-20", to: TODAY });
    expect(period(undefined, "2026-09-10")).toEqual({ from: "2026-09-01", to: "2026-09-10" });
    expect(period("2027-03-01")).toEqual({ from: "2027-03-01", to: "2027-03-01" });
  });

  test("leaves out what is wrong in it", () => {
    const wrong = {
      list: "flags",
      from: "2026-02-30",
      to: ["a", "b"],
      state: "x",
      officer: "'; --",
      after: 3,
    };
    expect(read(wrong)).toEqual(read({}));
    expect(read({ from: "0001-01-01" })).toEqual(read({}));
  });

  test("leaves out filters of another list, and of two that have an index each the second", () => {
    const filters = { state: "LAPSED", origin: "GRANT", outcome: "OUTAGE", ruling: "WITHHELD" };
    expect(read({ ...filters, list: "decisions" })).toMatchObject({ state: null, outcome: "OUTAGE" });
    expect(read({ ...filters, list: "near" })).toMatchObject({ outcome: null, ruling: null });
    expect(read({ ...filters, list: "vouchers" })).toMatchObject({ state: "LAPSED", origin: null });
  });

  test("is read as it was written", () => {
    const query = read({ list: "rulings", ruling: "GRANTED", officer: "0123456789ab", from: "2026-10-01" });
    const address = new URL(registerAddress(query), "https://janji.invalid");
    expect(read(Object.fromEntries(address.searchParams))).toEqual(query);
  });
});

test("presets are of the office's month, also over the turn of a year", () => {
  expect(periodPresets("2027-01-05").map(({ period }) => period)).toEqual([
    { from: "2027-01-05", to: "2027-01-05" },
    { from: "2027-01-01", to: "2027-01-05" },
    { from: "2026-12-01", to: "2026-12-31" },
  ]);
});

test("a position is read as it was written, and anything else is the beginning", () => {
  const position = { serviceDate: TODAY, place: 1_795_577_400_000, id: "0123-abc" };
  expect(readPosition(writePosition(position))).toEqual(position);
  for (const wrong of [null, "", "x", `${TODAY}~-1~a`, `${TODAY}~1~`, `${TODAY}~1~a b`])
    expect(readPosition(wrong)).toBeNull();
});

test("a number of a series is known in any writing", () => {
  for (const typed of ["B-012", "b12", "B 12", " b.0012 "])
    expect(seriesNumber(typed)).toEqual({ lane: "B", number: "12" });
  for (const typed of ["12", "B-", "ABCD-1", "B-123456"]) expect(seriesNumber(typed)).toBeNull();
  expect(queueWritings({ lane: "B", number: "12" })).toEqual(
    expect.arrayContaining(["B-012", "B12", "B 12", "B-0012"]),
  );
});

test("a search has bounds", () => {
  const period = { from: TODAY, to: TODAY };
  expect(findCasesInput.safeParse({ query: "K-001", ...period }).success).toBe(true);
  for (const query of ["", " 1 ", "9".repeat(41)])
    expect(findCasesInput.safeParse({ query, ...period }).success).toBe(false);
});
