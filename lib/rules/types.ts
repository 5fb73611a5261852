/**
 * The vocabulary of the decree's part F. Everything here is plain data: no clock, no database, no framework.
 * Instants are epoch milliseconds (UTC); dates are local dates `YYYY-MM-DD` in the office's time zone.
 */

export const APPLICATION_TYPES = ["NEW", "REPLACEMENT", "OTHER"] as const;
export type ApplicationType = (typeof APPLICATION_TYPES)[number];

export const REPLACEMENT_REASONS = ["EXPIRED", "FULL", "DAMAGED", "LOST", "DATA_CHANGE"] as const;
export type ReplacementReason = (typeof REPLACEMENT_REASONS)[number];

export const BOOKING_CHANNELS = ["M_PASPOR", "ONLINE_QUEUE", "WALK_IN"] as const;
export type BookingChannel = (typeof BOOKING_CHANNELS)[number];

/** What the SMART queue knows of one applicant on one service date. `null` is "not known" or "has not happened". */
export interface TicketFacts {
  /** Local date in the office's time zone, `YYYY-MM-DD`. */
  readonly serviceDate: string;
  /** When the biometric queue number was issued (epoch ms), F.2.b. */
  readonly biometricTicketAt: number | null;
  /** When biometric service started (epoch ms). */
  readonly biometricStartedAt: number | null;
  readonly applicationType: ApplicationType | null;
  readonly replacementReason: ReplacementReason | null;
  readonly bookingChannel: BookingChannel | null;
  readonly registeredInSmart: boolean | null;
  readonly underReview: boolean | null;
}

/** A declared disruption, half-open `[startedAt, endedAt)` in epoch ms; `endedAt: null` is still going on (F.2.f). */
export interface OutageFacts {
  readonly startedAt: number;
  readonly endedAt: number | null;
}

/** One version of the rule set: data, not code (KETIGA). */
export interface Policy {
  readonly version: number;
  /** The decree it rests on, as printed on slips. */
  readonly legalBasis: string;
  /** First local date on which this version applies, `YYYY-MM-DD`. */
  readonly validFrom: string;
  /** The promise in milliseconds; a wait must be *above* it (F.2.b). */
  readonly thresholdMs: number;
  readonly qualifyingTypes: readonly ApplicationType[];
  readonly qualifyingChannels: readonly BookingChannel[];
  readonly excludedReasons: readonly ReplacementReason[];
}

/** All that a decision may depend on. */
export interface Facts<T extends TicketFacts = TicketFacts> {
  /** The server's instant, epoch ms. */
  readonly now: number;
  /** IANA zone of the office. */
  readonly timeZone: string;
  /** Every ticket known for the scanned booking, any date. */
  readonly tickets: readonly T[];
  readonly outages: readonly OutageFacts[];
}

export const OUTCOMES = [
  "UNKNOWN_BOOKING",
  "OTHER_DAY",
  "NO_BIOMETRIC_TICKET",
  "NOT_YET",
  "SERVED_IN_TIME",
  "OUTAGE",
  "SEE_OFFICER",
  "ELIGIBLE",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const CLAUSES = ["F.2.a", "F.2.b", "F.2.c", "F.2.e", "F.2.f", "F.2.g"] as const;
export type Clause = (typeof CLAUSES)[number];
export type ClauseResult = "MET" | "NOT_MET" | "UNKNOWN" | "NOT_REACHED";

/** The full evaluation: evidence for the register, never for the public. */
export interface Evaluation<T extends TicketFacts = TicketFacts> {
  readonly outcome: Outcome;
  readonly policyVersion: number;
  /** The ticket that counted; null for UNKNOWN_BOOKING and OTHER_DAY. */
  readonly ticket: T | null;
  /** Milliseconds waited, from step 4 on; null before. */
  readonly waitedMs: number | null;
  /** NOT_YET only: first instant (epoch ms) at which the wait is above the promise. */
  readonly checkAgainFrom: number | null;
  readonly clauses: Readonly<Record<Clause, ClauseResult>>;
  /** True when the noted times contradict each other (a start without or before its number). */
  readonly contradictory: boolean;
}

/**
 * What the public may learn of an evaluation. There is no field here that could carry a cause of SEE_OFFICER,
 * and no wait time in it: see the privacy boundary in docs/decisions.
 */
export type PublicResult =
  | { readonly outcome: "UNKNOWN_BOOKING" }
  | { readonly outcome: "OTHER_DAY" }
  | { readonly outcome: "NO_BIOMETRIC_TICKET" }
  | { readonly outcome: "NOT_YET"; readonly waitedMs: number; readonly checkAgainFrom: number }
  | { readonly outcome: "SERVED_IN_TIME"; readonly waitedMs: number }
  | { readonly outcome: "OUTAGE"; readonly waitedMs: number }
  | { readonly outcome: "SEE_OFFICER" }
  | { readonly outcome: "ELIGIBLE"; readonly waitedMs: number };
