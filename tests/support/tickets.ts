import type { TicketPayload } from "@/lib/queue/schema";
import { TUESDAY } from "./test-database";

/** An instant of the test's day as a feed writes it. */
export const wib = (time: string, date = TUESDAY) =>
  `${date}T${time.length === 5 ? `${time}:00` : time}+07:00`;

/** A booking number that is plainly invented. */
export const booking = (number: number) => `9900${String(number).padStart(12, "0")}`;

/** An applicant who meets every condition of the decree, with the number of 08.00, delivered at 10.00. */
export function ticket(number: number, changes: Partial<TicketPayload> = {}): TicketPayload {
  return {
    ticketId: `T-${number}`,
    bookingCode: booking(number),
    queueNumber: `B-${String(number).padStart(3, "0")}`,
    serviceDate: TUESDAY,
    biometricTicketAt: wib("08:00"),
    applicationType: "NEW",
    bookingChannel: "M_PASPOR",
    registeredInSmart: true,
    underReview: false,
    applicantName: `Contoh Pemohon ${number}`,
    updatedAt: wib("10:00"),
    ...changes,
  };
}
