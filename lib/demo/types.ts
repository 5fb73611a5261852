import type { TicketPayload } from "@/lib/queue/schema";

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
