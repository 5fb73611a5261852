import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { owed, type Known } from "../../simulation/oracle";

interface WorkedCase {
  readonly name: string;
  readonly now: string;
  readonly tickets: readonly {
    readonly serviceDate: string;
    readonly biometricTicketAt: string | null;
    readonly biometricStartedAt: string | null;
    readonly applicationType: Known["type"];
    readonly replacementReason: Known["reason"];
    readonly bookingChannel: Known["channel"];
    readonly registeredInSmart: boolean | null;
    readonly underReview: boolean | null;
  }[];
  readonly outages: readonly { readonly startedAt: string; readonly endedAt: string | null }[];
  readonly expect: { readonly outcome: string };
}

const { cases } = JSON.parse(
  readFileSync(new URL("../../fixtures/cases/eligibility.json", import.meta.url), "utf8"),
) as { readonly cases: readonly WorkedCase[] };

const instant = (text: string | null) => (text === null ? null : Date.parse(text));

// Both evaluations answer to the office's own cases: a reading that they shared by mistake would have to pass these.
test.each(cases)("the second evaluation knows: $name", ({ now, tickets, outages, expect: { outcome } }) => {
  const known = tickets.map((ticket) => ({
    serviceDate: ticket.serviceDate,
    ticketAt: instant(ticket.biometricTicketAt),
    startedAt: instant(ticket.biometricStartedAt),
    type: ticket.applicationType,
    reason: ticket.replacementReason,
    channel: ticket.bookingChannel,
    smart: ticket.registeredInSmart,
    review: ticket.underReview,
  }));
  const disruptions = outages.map(({ startedAt, endedAt }) => ({
    from: Date.parse(startedAt),
    to: instant(endedAt),
  }));
  expect(owed(known, disruptions, Date.parse(now))).toBe(outcome);
});
