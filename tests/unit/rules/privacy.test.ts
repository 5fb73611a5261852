import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "@/lib/rules/decide";
import { toPublicResult } from "@/lib/rules/public-result";
import { OUTCOMES, type Evaluation } from "@/lib/rules/types";
import { anyApplication, anyFacts, anyPolicy } from "./arbitraries";
import { aPolicy, aTicket, at, HOUR, theFacts, THRESHOLD } from "./given";

const answerTo = (evaluation: Evaluation) => JSON.stringify(toPublicResult(evaluation));

/** Every single cause of SEE_OFFICER, and times that contradict each other. */
const CAUSES = [
  { applicationType: "OTHER" },
  { applicationType: null },
  { replacementReason: "DAMAGED" },
  { replacementReason: "LOST" },
  { bookingChannel: "WALK_IN" },
  { bookingChannel: null },
  { registeredInSmart: false },
  { registeredInSmart: null },
  { underReview: true },
  { underReview: null },
  { biometricTicketAt: null, biometricStartedAt: at("10:00") },
  { biometricTicketAt: at("09:00"), biometricStartedAt: at("08:00") },
] as const;

describe("the privacy boundary", () => {
  it.each(CAUSES)("given %o, then the answer is the very same bytes", (cause) => {
    const evaluation = decide(theFacts({ tickets: [aTicket(cause)] }), aPolicy());
    expect(answerTo(evaluation)).toBe('{"outcome":"SEE_OFFICER"}');
  });

  it("gives two applicants who differ only in the cause byte-identical answers, at any time of the day", () => {
    const waits = fc.integer({ min: 1, max: 10 * HOUR });
    fc.assert(
      fc.property(
        fc.constantFrom(...CAUSES),
        fc.constantFrom(...CAUSES),
        waits,
        waits,
        (one, other, wait, otherWait) => {
          const [first, second] = (
            [
              [one, wait],
              [other, otherWait],
            ] as const
          ).map(([cause, above]) =>
            decide(theFacts({ now: at("11:00") + above, tickets: [aTicket(cause)] }), aPolicy()),
          );
          expect(first?.outcome).toBe("SEE_OFFICER");
          expect(answerTo(first as Evaluation)).toBe(answerTo(second as Evaluation));
        },
      ),
    );
  });

  it("says nothing of the application before the promised time is over", () => {
    const early = fc.integer({ min: -HOUR, max: THRESHOLD });
    fc.assert(
      fc.property(anyApplication, anyApplication, anyPolicy, early, (one, other, policy, elapsed) => {
        const [first, second] = [one, other].map((application) =>
          decide(theFacts({ now: at("09:00") + elapsed, tickets: [aTicket(application)] }), {
            ...policy,
            thresholdMs: THRESHOLD,
          }),
        );
        expect(first?.outcome).toBe("NOT_YET");
        expect(answerTo(first as Evaluation)).toBe(answerTo(second as Evaluation));
        expect(first?.clauses).toEqual(second?.clauses);
      }),
    );
  });

  it("lets no more through than the outcome and its times", () => {
    const FIELDS = {
      UNKNOWN_BOOKING: ["outcome"],
      OTHER_DAY: ["outcome"],
      NO_BIOMETRIC_TICKET: ["outcome"],
      NOT_YET: ["outcome", "waitedMs", "checkAgainFrom"],
      SERVED_IN_TIME: ["outcome", "waitedMs"],
      OUTAGE: ["outcome", "waitedMs"],
      SEE_OFFICER: ["outcome"],
      ELIGIBLE: ["outcome", "waitedMs"],
    };
    fc.assert(
      fc.property(anyFacts, anyPolicy, (facts, policy) => {
        const evaluation = decide(facts, policy);
        const result = toPublicResult(evaluation);
        expect(Object.keys(result)).toEqual(FIELDS[evaluation.outcome]);
        expect(result).toEqual(
          Object.fromEntries(
            FIELDS[evaluation.outcome].map((field) => [field, evaluation[field as keyof Evaluation]]),
          ),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("has an answer to every outcome", () => {
    const evaluation = decide(theFacts({ now: at("10:00") }), aPolicy());
    for (const outcome of OUTCOMES) {
      expect(toPublicResult({ ...evaluation, outcome }).outcome).toBe(outcome);
    }
  });

  it.each(["NOT_YET", "SERVED_IN_TIME", "OUTAGE", "ELIGIBLE"] as const)(
    "takes %s without its wait for a fault",
    (outcome) => {
      const evaluation = decide(theFacts({ now: at("10:00") }), aPolicy());
      expect(() => toPublicResult({ ...evaluation, outcome, waitedMs: null })).toThrow("lacks a time");
    },
  );

  it("takes NOT_YET without its instant for a fault, and passes a wait of zero", () => {
    const evaluation = decide(theFacts({ now: at("09:00") }), aPolicy());
    expect(toPublicResult(evaluation)).toEqual({
      outcome: "NOT_YET",
      waitedMs: 0,
      checkAgainFrom: at("11:00:00.001"),
    });
    expect(() => toPublicResult({ ...evaluation, checkAgainFrom: null })).toThrow("lacks a time");
  });
});
