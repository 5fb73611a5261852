import "server-only";
import { addDays } from "@/lib/office/local-time";
import type { OfficeSettings } from "@/lib/office/schema";
import type { Ticket } from "@/lib/platform/generated/sqlite/client";

/**
 * Whether a ticket's personal data was removed because its time is over (UU 27/2022). One that never had a name or a
 * booking is not told from it once it is that old, and need not be.
 * @param today the office's local date.
 */
export function personalDataErased(
  ticket: Pick<Ticket, "applicantName" | "bookingCode" | "bookingLast4" | "serviceDate">,
  { retention }: Pick<OfficeSettings, "retention">,
  today: string,
): boolean {
  const { applicantName, bookingCode, bookingLast4, serviceDate } = ticket;
  const kept = applicantName !== null || bookingCode !== null || bookingLast4 !== null;
  return !kept && serviceDate <= addDays(today, -retention.days);
}
