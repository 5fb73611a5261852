import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  NO_STEPS,
  transition,
  VOUCHER_STATES,
  VOUCHER_STEPS,
  type VoucherEvent,
  type VoucherStatus,
} from "@/lib/rules/voucher-states";
import { at, DAY } from "./given";

const TOMORROW = "2026-03-11";

describe("any history of events", () => {
  const anyText = fc.constantFrom(null, "", "sebab");
  const anyToday = fc.constantFrom(DAY, DAY, DAY, TOMORROW);
  const anyStep = fc.constantFrom(...VOUCHER_STEPS);
  const anyTime = fc.integer({ min: at("11:00"), max: at("12:00") });
  const anyBy = fc.constantFrom("ani", "budi");
  const anyEvent: fc.Arbitrary<VoucherEvent> = fc.oneof(
    fc.record({ type: fc.constant("CONFIRM" as const), today: anyToday }),
    fc.record({
      type: fc.constant("RECORD_STEP" as const),
      step: anyStep,
      result: fc.constantFrom("DONE" as const, "SETTLED" as const, "PROMISED" as const),
      reason: anyText,
      by: anyBy,
      at: anyTime,
      today: anyToday,
    }),
    fc.record({
      type: fc.constant("UNDO_STEP" as const),
      step: anyStep,
      by: anyBy,
      supervisor: fc.boolean(),
      reason: anyText,
      at: anyTime,
    }),
    fc.record({ type: fc.constant("WITHHOLD" as const), reason: anyText, today: anyToday }),
    fc.record({ type: fc.constant("LAPSE" as const), today: anyToday }),
  );

  it("keeps steps and state in agreement, and never leaves an end", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 25 }), (events) => {
        let voucher: VoucherStatus = { state: "ISSUED", serviceDate: DAY, steps: NO_STEPS };
        for (const event of events) {
          const before = voucher;
          const outcome = transition(voucher, event);
          if (!outcome.ok) continue;
          voucher = outcome.next;
          const recorded = VOUCHER_STEPS.filter((step) => voucher.steps[step] !== null).length;
          expect(VOUCHER_STATES).toContain(voucher.state);
          expect(voucher.state === "COMPLETED").toBe(recorded === 3);
          if (recorded > 0) expect(["CONFIRMED", "COMPLETED"]).toContain(voucher.state);
          expect(["WITHHELD", "LAPSED"]).not.toContain(before.state);
          expect(voucher).not.toEqual(before);
        }
      }),
      { numRuns: 500 },
    );
  });
});
