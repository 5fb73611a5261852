import "server-only";
import type { Ticket } from "@/lib/platform/generated/sqlite/client";
import type { Contradiction } from "./types";

/** Facts on which a voucher rests; the review flag is not among them, since alerts are read by every officer. */
const GROUNDS = [
  ...(["serviceDate", "biometricTicketAt", "applicationType", "replacementReason"] as const),
  ...(["bookingChannel", "registeredInSmart", "applicantRef"] as const),
] as const;

type Facts = Pick<Ticket, (typeof GROUNDS)[number] | "biometricStartedAt">;

const shown = (value: Date | string | boolean | null) =>
  value instanceof Date ? value.toISOString() : value;

/**
 * What a correction changes of the ground that a voucher stands on. A start of service that comes after the promise was
 * broken is how every wait ends and contradicts nothing; one within the promise does (F.2.b).
 */
export function contradictions(before: Facts, after: Facts, thresholdMs: number): Contradiction[] {
  const changed: Contradiction[] = GROUNDS.filter(
    (field) => shown(before[field]) !== shown(after[field]),
  ).map((field) =>
    // Who it is stays out of the alert; that it is somebody else is enough.
    field === "applicantRef"
      ? { field: "bookingCode", before: null, after: null }
      : { field, before: shown(before[field]), after: shown(after[field]) },
  );
  const { biometricStartedAt: started, biometricTicketAt: number } = after;
  const servedInTime =
    started !== null && number !== null && started.getTime() - number.getTime() <= thresholdMs;
  if (servedInTime && shown(before.biometricStartedAt) !== shown(started)) {
    changed.push({
      field: "biometricStartedAt",
      before: shown(before.biometricStartedAt),
      after: shown(started),
    });
  }
  return changed;
}
