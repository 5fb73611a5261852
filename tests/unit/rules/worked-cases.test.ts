import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decide } from "@/lib/rules/decide";
import { toPublicResult } from "@/lib/rules/public-result";
import { POLICY_V1 } from "@/lib/rules/policy";
import type { TicketFacts } from "@/lib/rules/types";

interface WorkedCase {
  name: string;
  now: string;
  tickets: (Omit<TicketFacts, "biometricTicketAt" | "biometricStartedAt"> & {
    biometricTicketAt: string | null;
    biometricStartedAt: string | null;
  })[];
  outages: { startedAt: string; endedAt: string | null }[];
  expect: { outcome: string; waitedMs?: number; checkAgainFrom?: string };
}

const file = JSON.parse(
  readFileSync(new URL("../../fixtures/cases/eligibility.json", import.meta.url), "utf8"),
) as { timeZone: string; thresholdMs: number; cases: WorkedCase[] };

const instant = (text: string | null) => (text === null ? null : Date.parse(text));

describe("the worked cases of the office", () => {
  it("holds the cases of every outcome", () => {
    expect(new Set(file.cases.map((worked) => worked.expect.outcome)).size).toBe(8);
  });

  it.each(file.cases)("$name", (worked) => {
    const facts = {
      now: Date.parse(worked.now),
      timeZone: file.timeZone,
      tickets: worked.tickets.map((ticket) => ({
        ...ticket,
        biometricTicketAt: instant(ticket.biometricTicketAt),
        biometricStartedAt: instant(ticket.biometricStartedAt),
      })),
      outages: worked.outages.map(({ startedAt, endedAt }) => ({
        startedAt: Date.parse(startedAt),
        endedAt: instant(endedAt),
      })),
    };
    const { checkAgainFrom, ...expected } = worked.expect;
    expect(toPublicResult(decide(facts, { ...POLICY_V1, thresholdMs: file.thresholdMs }))).toEqual(
      checkAgainFrom === undefined ? expected : { ...expected, checkAgainFrom: Date.parse(checkAgainFrom) },
    );
  });
});
