import { applicant, newBooking, officeNow, pushTickets } from "../support/feed";
import type { RunningServer } from "../support/server";
import type { TicketPayload } from "@/lib/queue/schema";

type Office = Pick<RunningServer, "url" | "log">;

/** One way to be answered: how the booking comes about, and which screen then tells of it. */
export interface OutcomeCase {
  readonly outcome: string;
  readonly screen: string;
  /** Delivers what is needed through the queue interface; what a scanner then reads. */
  readonly prepare: (office: Office) => Promise<string>;
}

/** An applicant delivered now, whose number is so many minutes old; the booking number. */
export async function arrive(
  office: Office,
  waitedMinutes: number,
  changes: (now: number) => Partial<TicketPayload> = () => ({}),
): Promise<string> {
  const now = await officeNow(office);
  const ticket = applicant(now, waitedMinutes, changes(now));
  await pushTickets(office, [ticket]);
  return ticket.bookingCode;
}

const DAY_MINUTES = 24 * 60;
const minutesBefore = (now: number, minutes: number) => new Date(now - minutes * 60_000).toISOString();
const localDate = (instant: number) =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Jakarta" }).format(instant);

/** Every outcome of the rules. Each time that it is prepared there is a new applicant. */
export const RULED: readonly OutcomeCase[] = [
  { outcome: "UNKNOWN_BOOKING", screen: "unknown", prepare: async () => newBooking() },
  {
    outcome: "OTHER_DAY",
    screen: "other-day",
    prepare: (office) => arrive(office, DAY_MINUTES, (now) => ({ serviceDate: localDate(now - 86_400_000) })),
  },
  {
    outcome: "NO_BIOMETRIC_TICKET",
    screen: "no-ticket",
    prepare: (office) => arrive(office, 0, () => ({ biometricTicketAt: null, queueNumber: null })),
  },
  { outcome: "NOT_YET", screen: "not-yet", prepare: (office) => arrive(office, 70) },
  {
    outcome: "SERVED_IN_TIME",
    screen: "served-in-time",
    prepare: (office) => arrive(office, 60, (now) => ({ biometricStartedAt: minutesBefore(now, 5) })),
  },
  {
    outcome: "OUTAGE",
    screen: "outage",
    // The demo's own disruption lasts from 07.25 to 07.50.
    prepare: (office) =>
      arrive(office, 0, (now) => ({ biometricTicketAt: `${localDate(now)}T07:40:00+07:00` })),
  },
  {
    outcome: "SEE_OFFICER",
    screen: "see-officer",
    prepare: (office) => arrive(office, 130, () => ({ underReview: true })),
  },
  { outcome: "ELIGIBLE", screen: "eligible", prepare: (office) => arrive(office, 130) },
];

/** What only a scanner or a camera can read. */
export const UNREAD: readonly OutcomeCase[] = [
  {
    outcome: "AMBIGUOUS",
    screen: "ambiguous",
    prepare: async () => `Pemohon 1: ${newBooking()} Pemohon 2: ${newBooking()}`,
  },
  { outcome: "UNREADABLE", screen: "unreadable", prepare: async () => "Kode billing 820261124000017" },
];

export const ALL: readonly OutcomeCase[] = [...RULED, ...UNREAD];
