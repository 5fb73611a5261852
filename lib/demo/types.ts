import type { TicketPayload } from "@/lib/queue/schema";
import type { KioskOutcome } from "@/lib/vouchers/types";

/** What stays the same about an invented applicant all day. */
export type ApplicantFacts = Omit<
  TicketPayload,
  "biometricTicketAt" | "calledAt" | "biometricStartedAt" | "completedAt" | "queueNumber" | "updatedAt"
>;

/** When things happen to an invented applicant, epoch ms; null never happens. Each is at or after the one before. */
export interface Timeline {
  readonly arrivedAt: number;
  readonly numberAt: number | null;
  readonly calledAt: number | null;
  readonly startedAt: number | null;
  readonly completedAt: number | null;
}

export interface SimulatedApplicant {
  readonly facts: ApplicantFacts;
  /** Given with the biometric number, not before. */
  readonly queueNumber: string | null;
  readonly timeline: Timeline;
}

/** A disruption of the day, half-open, epoch ms. */
export interface SimulatedOutage {
  readonly system: string;
  readonly reason: string;
  readonly startedAt: number;
  readonly endedAt: number;
}

export interface SimulatedDay {
  readonly serviceDate: string;
  /** In the order of arrival. */
  readonly applicants: readonly SimulatedApplicant[];
  readonly outage: SimulatedOutage;
}

/** Cases whose invented applicant is delivered through ingest. */
export const TICKET_CASES = [
  "not-yet",
  "eligible",
  "eligible-served",
  "served-in-time",
  "outage",
  "no-number",
  "other-day",
  "lost-passport",
  "other-type",
  "not-in-smart",
  "under-review",
  "contradictory",
] as const;
export type TicketCase = (typeof TICKET_CASES)[number];

/** Cases made of text alone, and those that follow from what visitors did with the others. */
export const OTHER_CASES = [
  "unknown",
  "unreadable",
  "ambiguous",
  "eligible-again",
  "voucher",
  "already-received",
] as const;
export type ShowcaseCase = TicketCase | (typeof OTHER_CASES)[number];

/** One thing to try at the kiosk. */
export interface ShowcaseItem {
  readonly id: ShowcaseCase;
  readonly outcome: KioskOutcome;
  /** What a scanner would read; null while nobody has done yet what the case follows from. */
  readonly payload: string | null;
  /** 16 digits, where the case is about one booking. */
  readonly bookingCode: string | null;
}

/** What the loader of a year did and was told: the raw material of an independent count. Instants are epoch ms. */
export interface YearLog {
  /** Every delivery in order, as the feed sent it. */
  readonly deliveries: TicketPayload[];
  /** Every disruption as it was declared. */
  readonly outages: SimulatedOutage[];
  /** What happened to people, in order; a refusal is no event. */
  readonly events: YearEvent[];
}

export type YearEvent =
  | { readonly kind: "CHECKED"; readonly ticketId: string; readonly at: number; readonly outcome: string }
  | { readonly kind: "GRANTED" | "WITHHELD"; readonly ticketId: string; readonly at: number }
  | {
      readonly kind: "APOLOGY" | "PRIORITY" | "SOUVENIR" | "PROMISED";
      readonly ticketId: string;
      readonly at: number;
      /** SOUVENIR and PROMISED: which item. */
      readonly item?: string;
    }
  | {
      readonly kind: "DELIVERED" | "KEPT";
      readonly at: number;
      readonly item: string;
      readonly pieces: number;
    }
  | { readonly kind: "LAPSED"; readonly at: number; readonly count: number };
