import { decide } from "./decide";
import {
  APPLICATION_TYPES,
  BOOKING_CHANNELS,
  REPLACEMENT_REASONS,
  type ApplicationType,
  type BookingChannel,
  type Outcome,
  type Policy,
  type ReplacementReason,
} from "./types";

/** One invented applicant, and what each of two rule sets says of them. */
export interface PolicyExample {
  readonly type: ApplicationType;
  readonly channel: BookingChannel;
  /** Null where no reason is stated. */
  readonly reason: ReplacementReason | null;
  readonly waitedMs: number;
  /** Null when no rule set would be in force. */
  readonly before: Outcome | null;
  readonly after: Outcome;
}

type Person = Pick<PolicyExample, "type" | "channel" | "reason" | "waitedMs">;

const MINUTE_MS = 60_000;
const PLAIN = { type: "NEW", channel: "M_PASPOR", reason: null } as const;
/** Any day will do: the examples have no other. */
const DAY = "2024-02-26";
const NOON = Date.parse(`${DAY}T12:00:00Z`);

/**
 * What a rule set would decide of invented applicants, beside what is decided without it: waits at and around each
 * promise, then every type, channel and reason with a wait above both.
 */
export function policyExamples(before: Policy | null, after: Policy): PolicyExample[] {
  const promises = [...new Set([before?.thresholdMs ?? after.thresholdMs, after.thresholdMs])].sort(
    (one, other) => one - other,
  );
  const above = Math.max(...promises) + 15 * MINUTE_MS;
  const people: Person[] = [
    ...promises
      .flatMap((promise) => [promise, promise + MINUTE_MS])
      .map((waitedMs) => ({ ...PLAIN, waitedMs })),
    ...APPLICATION_TYPES.map((type) => ({ ...PLAIN, type, waitedMs: above })),
    ...BOOKING_CHANNELS.map((channel) => ({ ...PLAIN, channel, waitedMs: above })),
    ...REPLACEMENT_REASONS.map((reason) => ({
      ...PLAIN,
      type: "REPLACEMENT" as const,
      reason,
      waitedMs: above,
    })),
  ];
  const told = new Set<string>();
  return people.flatMap((person) => {
    const key = JSON.stringify(person);
    if (told.has(key)) return [];
    told.add(key);
    return [{ ...person, before: before && outcomeOf(person, before), after: outcomeOf(person, after) }];
  });
}

function outcomeOf({ type, channel, reason, waitedMs }: Person, policy: Policy): Outcome {
  // Somebody who waits still, around noon of a day in UTC; a wait of a day begins the day before.
  const ticket = {
    serviceDate: DAY,
    biometricTicketAt: NOON - waitedMs,
    biometricStartedAt: null,
    applicationType: type,
    replacementReason: reason,
    bookingChannel: channel,
    registeredInSmart: true,
    underReview: false,
  };
  return decide({ now: NOON, timeZone: "UTC", tickets: [ticket], outages: [] }, policy).outcome;
}
