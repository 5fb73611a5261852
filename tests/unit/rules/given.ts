import { POLICY_V1 } from "@/lib/rules/policy";
import type { Facts, OutageFacts, Policy, TicketFacts } from "@/lib/rules/types";

export const JAKARTA = "Asia/Jakarta";
export const DAY = "2026-03-10";
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const THRESHOLD = POLICY_V1.thresholdMs;

/** An instant of the usual service date in Jakarta, e.g. `at("09:00")` or `at("11:00:00.001")`. */
export function at(time: string): number {
  return Date.parse(`${DAY}T${time.length === 5 ? `${time}:00` : time}+07:00`);
}

/** An applicant who meets every clause but time: number given out at 09:00, still waiting. */
export function aTicket(changes: Partial<TicketFacts> = {}): TicketFacts {
  return {
    serviceDate: DAY,
    biometricTicketAt: at("09:00"),
    biometricStartedAt: null,
    applicationType: "NEW",
    replacementReason: null,
    bookingChannel: "M_PASPOR",
    registeredInSmart: true,
    underReview: false,
    ...changes,
  };
}

/** That applicant one millisecond above the promise, with nothing else happening. */
export function theFacts(changes: Partial<Facts> = {}): Facts {
  return { now: at("11:00:00.001"), timeZone: JAKARTA, tickets: [aTicket()], outages: [], ...changes };
}

export function anOutage(from: string, until: string | null): OutageFacts {
  return { startedAt: at(from), endedAt: until === null ? null : at(until) };
}

export function aPolicy(changes: Partial<Policy> = {}): Policy {
  return { ...POLICY_V1, ...changes };
}
