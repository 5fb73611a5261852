import "server-only";
import { localParts } from "@/lib/office/local-time";
import type { TicketPayload } from "./schema";

/** An instant (epoch ms) as clocks in a zone show it, with its offset: `2026-11-24T08:28:05+07:00`. */
export function localInstant(instant: number, timeZone: string): string {
  const { date, minutes } = localParts(instant, timeZone);
  const shown = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000;
  const offset = Math.round((shown - Math.floor(instant / 60_000) * 60_000) / 60_000);
  const two = (value: number) => String(value).padStart(2, "0");
  const span = (total: number) => `${two(Math.floor(total / 60))}:${two(total % 60)}`;
  const seconds = two(Math.floor((((instant % 60_000) + 60_000) % 60_000) / 1000));
  return `${date}T${span(minutes)}:${seconds}${offset < 0 ? "-" : "+"}${span(Math.abs(offset))}`;
}

/** The examples of the page for bridges: an invented applicant of right now, and the same one twenty minutes on. */
export function apiExamples(now: number, timeZone: string) {
  const told = (minutesAgo: number) => localInstant(now - minutesAgo * 60_000, timeZone);
  const waiting: TicketPayload = {
    ticketId: "CONTOH-1",
    bookingCode: "9900 0000 0000 0001",
    queueNumber: "Z-001",
    biometricTicketAt: told(30),
    applicationType: "NEW",
    bookingChannel: "M_PASPOR",
    registeredInSmart: true,
    underReview: false,
    applicantName: "Contoh Pemohon",
    updatedAt: told(30),
  };
  const served = { ...waiting, calledAt: told(2), biometricStartedAt: told(1), updatedAt: told(1) };
  const bad = { ticketId: "CONTOH-2", bookingChanel: "M_PASPOR", updatedAt: told(0) };
  return { waiting, served, bad };
}
