import { describe, expect, test } from "vitest";
import { contradictions } from "@/lib/queue/contradictions";

type Facts = Parameters<typeof contradictions>[0];

const TWO_HOURS = 2 * 3_600_000;
const at = (time: string) => new Date(`2026-11-24T${time}:00Z`);
const FACTS: Facts = {
  serviceDate: "2026-11-24",
  biometricTicketAt: at("01:00"),
  biometricStartedAt: null,
  applicationType: "NEW",
  replacementReason: null,
  bookingChannel: "M_PASPOR",
  registeredInSmart: true,
  applicantRef: "one",
};
const fields = (changes: Partial<Facts>, before: Partial<Facts> = {}, thresholdMs = TWO_HOURS) =>
  contradictions({ ...FACTS, ...before }, { ...FACTS, ...before, ...changes }, thresholdMs).map(
    ({ field }) => field,
  );

test("nothing changed contradicts nothing", () => {
  expect(fields({})).toEqual([]);
  expect(fields({ biometricTicketAt: new Date(at("01:00")) })).toEqual([]);
});

test("a start is a contradiction up to the promise, inclusive, and none beyond it", () => {
  expect(fields({ biometricStartedAt: at("02:59") })).toEqual(["biometricStartedAt"]);
  expect(fields({ biometricStartedAt: at("03:00") })).toEqual(["biometricStartedAt"]);
  expect(fields({ biometricStartedAt: new Date(at("03:00").getTime() + 1) })).toEqual([]);
  expect(fields({ biometricStartedAt: at("02:00") }, {}, 3_600_000 - 1)).toEqual([]);
});

test("a start that was known before says nothing new; one that was moved into the promise does", () => {
  const served = { biometricStartedAt: at("02:30") };
  expect(fields({ registeredInSmart: null }, served)).toEqual(["registeredInSmart"]);
  expect(fields({ biometricStartedAt: at("02:30") }, { biometricStartedAt: at("03:30") })).toEqual([
    "biometricStartedAt",
  ]);
  expect(fields({ biometricStartedAt: null }, { biometricStartedAt: at("03:30") })).toEqual([]);
});

test("a number that moved towards the start is told once for each fact it changes", () => {
  expect(fields({ biometricTicketAt: at("01:30") }, { biometricStartedAt: at("03:05") })).toEqual([
    "biometricTicketAt",
  ]);
  expect(fields({ biometricTicketAt: null })).toEqual(["biometricTicketAt"]);
});

describe("who it is stays out", () => {
  test("of another booking only that it is another is told", () => {
    const told = contradictions(FACTS, { ...FACTS, applicantRef: "other" }, TWO_HOURS);
    expect(told).toEqual([{ field: "bookingCode", before: null, after: null }]);
  });

  test("a review flag is no ground, whatever rides along", () => {
    const before = { ...FACTS, underReview: false };
    const after = { ...FACTS, underReview: true };
    expect(contradictions(before, after, TWO_HOURS)).toEqual([]);
  });
});
