import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePolicy, policyOn, POLICY_V1 } from "@/lib/rules/policy";
import { anyPolicy } from "./arbitraries";
import { aPolicy, HOUR } from "./given";

describe("the decree of 2024", () => {
  it("is version 1, with its legal basis named", () => {
    expect(POLICY_V1).toEqual({
      version: 1,
      legalBasis: "Huruf F Keputusan Kepala Kantor W.15.IMI.IMI-6.0722.OT.02.02 Tahun 2024",
      validFrom: "2024-02-25",
      thresholdMs: 7_200_000,
      qualifyingTypes: ["NEW", "REPLACEMENT"],
      qualifyingChannels: ["M_PASPOR", "ONLINE_QUEUE"],
      excludedReasons: ["DAMAGED", "LOST"],
    });
  });

  it("cannot be changed by accident", () => {
    expect(() => Object.assign(POLICY_V1, { thresholdMs: 1 })).toThrow(TypeError);
    expect(() => (POLICY_V1.excludedReasons as string[]).push("FULL")).toThrow(TypeError);
  });
});

describe("parsePolicy", () => {
  it("takes every rule set that is one, also from JSON", () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        expect(parsePolicy(JSON.parse(JSON.stringify(policy)))).toEqual({ ok: true, policy });
      }),
    );
  });

  it("drops what it does not know, trims the legal basis, and keeps lists in one order", () => {
    const raw = { ...aPolicy({ legalBasis: " SK 1 ", qualifyingTypes: ["REPLACEMENT", "NEW"] }), id: "p1" };
    expect(parsePolicy(raw)).toEqual({ ok: true, policy: aPolicy({ legalBasis: "SK 1" }) });
  });

  it.each([null, undefined, 1, "policy", [], [POLICY_V1]])("refuses %o, which is no object", (value) => {
    expect(parsePolicy(value)).toEqual({ ok: false, problems: [{ field: null, code: "NOT_AN_OBJECT" }] });
  });

  it("names everything that is wrong, in one order", () => {
    expect(parsePolicy({})).toEqual({
      ok: false,
      problems: [
        { field: "version", code: "NOT_A_POSITIVE_INTEGER" },
        { field: "legalBasis", code: "BLANK" },
        { field: "validFrom", code: "NOT_A_DATE" },
        { field: "thresholdMs", code: "NOT_A_POSITIVE_INTEGER" },
        { field: "qualifyingTypes", code: "NOT_A_LIST" },
        { field: "qualifyingChannels", code: "NOT_A_LIST" },
        { field: "excludedReasons", code: "NOT_A_LIST" },
      ],
    });
  });

  it.each([
    ["version", 0, "NOT_A_POSITIVE_INTEGER"],
    ["version", 1.5, "NOT_A_POSITIVE_INTEGER"],
    ["version", "1", "NOT_A_POSITIVE_INTEGER"],
    ["version", Number.NaN, "NOT_A_POSITIVE_INTEGER"],
    ["version", Infinity, "NOT_A_POSITIVE_INTEGER"],
    ["legalBasis", "  ", "BLANK"],
    ["legalBasis", 5, "BLANK"],
    ["validFrom", "2024-2-25", "NOT_A_DATE"],
    ["validFrom", "2024-02-30", "NOT_A_DATE"],
    ["validFrom", "2023-02-29", "NOT_A_DATE"],
    ["validFrom", "2024-13-01", "NOT_A_DATE"],
    ["validFrom", "2024-00-10", "NOT_A_DATE"],
    ["validFrom", "2024-02-25T00:00", "NOT_A_DATE"],
    ["validFrom", "x2024-02-25", "NOT_A_DATE"],
    ["validFrom", "+012024-02-25", "NOT_A_DATE"],
    ["validFrom", ["2024-02-25"], "NOT_A_DATE"],
    ["validFrom", 20240225, "NOT_A_DATE"],
    ["thresholdMs", -1, "NOT_A_POSITIVE_INTEGER"],
    ["thresholdMs", 24 * HOUR + 1, "TOO_LONG"],
    ["qualifyingTypes", [], "EMPTY_LIST"],
    ["qualifyingTypes", ["NEW", "BARU"], "UNKNOWN_VALUE"],
    ["qualifyingTypes", [null], "UNKNOWN_VALUE"],
    ["qualifyingTypes", ["NEW", "NEW"], "DUPLICATE_VALUE"],
    ["qualifyingTypes", "NEW", "NOT_A_LIST"],
    ["qualifyingChannels", [], "EMPTY_LIST"],
    ["qualifyingChannels", ["WHATSAPP"], "UNKNOWN_VALUE"],
    ["excludedReasons", { 0: "LOST" }, "NOT_A_LIST"],
    ["excludedReasons", ["LOST", "LOST"], "DUPLICATE_VALUE"],
  ])("refuses %s = %o as %s", (field, value, code) => {
    expect(parsePolicy({ ...POLICY_V1, [field]: value })).toEqual({ ok: false, problems: [{ field, code }] });
  });

  it.each([
    ["version", 1],
    ["thresholdMs", 1],
    ["thresholdMs", 24 * HOUR],
    ["validFrom", "2024-02-29"],
    ["excludedReasons", []],
  ])("takes %s = %o", (field, value) => {
    expect(parsePolicy({ ...POLICY_V1, [field]: value })).toMatchObject({
      ok: true,
      policy: { [field]: value },
    });
  });
});

describe("policyOn", () => {
  const first = aPolicy({ version: 1, validFrom: "2024-02-25" });
  const second = aPolicy({ version: 2, validFrom: "2026-01-01" });
  const corrected = aPolicy({ version: 3, validFrom: "2026-01-01" });
  const retroactive = aPolicy({ version: 4, validFrom: "2025-01-01" });
  const all = [second, retroactive, first, corrected];

  it.each([
    ["2024-02-24", null],
    ["2024-02-25", first],
    ["2024-12-31", first],
    ["2025-01-01", retroactive],
    ["2025-12-31", retroactive],
    ["2026-01-01", corrected],
    ["2030-01-01", corrected],
  ])("on %s chooses the latest in force, whatever the order", (date, expected) => {
    expect(policyOn(date, all)).toBe(expected);
    expect(policyOn(date, all.toReversed())).toBe(expected);
    expect(policyOn(date, [corrected, second, retroactive, first])).toBe(expected);
  });

  it("finds none among none", () => {
    expect(policyOn("2026-01-01", [])).toBeNull();
  });

  it("keeps the first of two that are alike", () => {
    const twin = { ...first };
    expect(policyOn("2026-01-01", [first, twin])).toBe(first);
  });
});
