import "server-only";
import type { TicketPayload } from "@/lib/queue/schema";
import type { SimulatedApplicant, SimulatedDay, Timeline } from "./types";

/**
 * What a feed knows of one applicant at an instant (epoch ms): nothing that has not happened yet, and `updatedAt` is
 * the instant of the last thing that has. Null before they arrive.
 */
export function deliveryAt(applicant: SimulatedApplicant, instant: number): TicketPayload | null {
  const { timeline } = applicant;
  if (timeline.arrivedAt > instant) return null;
  const happened = (at: number | null) => (at !== null && at <= instant ? iso(at) : null);
  const biometricTicketAt = happened(timeline.numberAt);
  return {
    ...applicant.facts,
    queueNumber: biometricTicketAt === null ? null : applicant.queueNumber,
    biometricTicketAt,
    calledAt: happened(timeline.calledAt),
    biometricStartedAt: happened(timeline.startedAt),
    completedAt: happened(timeline.completedAt),
    updatedAt: iso(Math.max(...changes(timeline).filter((at) => at <= instant))),
  };
}

/** The feed's whole view of the day at an instant, in the order of arrival. */
export function deliveriesUpTo(day: Pick<SimulatedDay, "applicants">, instant: number): TicketPayload[] {
  return day.applicants.flatMap((applicant) => deliveryAt(applicant, instant) ?? []);
}

/** Whoever changed after `from` and up to `to` (epoch ms), as they are at `to`: what a feed sends since its last push. */
export function deliveriesBetween(
  day: Pick<SimulatedDay, "applicants">,
  from: number,
  to: number,
): TicketPayload[] {
  const changed = day.applicants.filter(({ timeline }) =>
    changes(timeline).some((at) => at > from && at <= to),
  );
  return deliveriesUpTo({ applicants: changed }, to);
}

function changes({ arrivedAt, numberAt, calledAt, startedAt, completedAt }: Timeline): number[] {
  return [arrivedAt, numberAt, calledAt, startedAt, completedAt].filter((at) => at !== null);
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
