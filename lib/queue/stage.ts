import "server-only";
import type { TicketStage } from "./types";

/** How far an applicant has come, by the latest thing that happened. */
export function stageOf(row: {
  readonly biometricTicketAt: Date | null;
  readonly calledAt: Date | null;
  readonly biometricStartedAt: Date | null;
  readonly completedAt: Date | null;
}): TicketStage {
  if (row.completedAt) return "DONE";
  if (row.biometricStartedAt) return "SERVING";
  if (row.calledAt) return "CALLED";
  return row.biometricTicketAt ? "WAITING" : "ARRIVED";
}
