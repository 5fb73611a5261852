import { changeSettings, readSettings } from "@/lib/office/settings";
import { reader } from "@/lib/platform/database";
import { ingestTickets } from "@/lib/queue/ingest";
import type { TicketPayload } from "@/lib/queue/schema";
import { officeTime, TUESDAY } from "../support/test-database";
import { ticket, wib } from "../support/tickets";

/** A day long after the test's own: with 90 days kept, everything of that Tuesday is too old. */
export const MUCH_LATER = "2027-03-02";
export const later = () => officeTime("10:30", MUCH_LATER);

/** Sets for how many days personal data are kept. */
export async function keepFor(days: number): Promise<void> {
  const settings = await readSettings(reader());
  await changeSettings({ ...settings, retention: { days } }, { kind: "SYSTEM" }, "test");
}

/** An applicant of a service date, served in time, so that a day can be filled with them. */
export const served = (number: number, date = TUESDAY, changes: Partial<TicketPayload> = {}) =>
  ticket(number, {
    serviceDate: date,
    biometricTicketAt: wib("08:00", date),
    biometricStartedAt: wib("08:40", date),
    completedAt: wib("08:50", date),
    updatedAt: wib("09:00", date),
    ...changes,
  });

export const deliver = (...tickets: TicketPayload[]) =>
  ingestTickets(tickets, { kind: "FEED", feedTokenId: "f" });

/** What is stored of who the applicants are, by ticket; empty lists once all is removed. */
export async function personal() {
  const [tickets, vouchers] = await Promise.all([
    reader().ticket.findMany({ orderBy: { sourceTicketId: "asc" } }),
    reader().voucher.findMany({ orderBy: { seq: "asc" } }),
  ]);
  return {
    tickets: tickets.flatMap(({ sourceTicketId, bookingCode, bookingLast4, applicantName }) =>
      (bookingCode ?? bookingLast4 ?? applicantName) ? [sourceTicketId] : [],
    ),
    vouchers: vouchers.flatMap(({ number, bookingLast4 }) => (bookingLast4 ? [number] : [])),
  };
}
