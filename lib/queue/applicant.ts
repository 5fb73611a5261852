import "server-only";
import { keyedHash } from "@/lib/platform/secrets";

/**
 * Recognises an applicant without holding who they are: an HMAC of the booking code, or of the source's ticket id for
 * somebody who came without a booking. It outlives the removal of personal data, so one compensation stays one.
 */
export function applicantRef(bookingCode: string | null, sourceTicketId: string): string {
  const [purpose, value] = bookingCode
    ? ["applicant-booking", bookingCode]
    : ["applicant-ticket", sourceTicketId];
  return keyedHash(purpose, value).subarray(0, 16).toString("hex");
}
