import type { TicketPayload } from "@/lib/queue/schema";
import type { ActionClient } from "./action-client";
import { applicant, officeNow, pushTickets } from "./feed";
import { newKey } from "./keys";
import type { RunningServer } from "./server";

/** An instant so many minutes before the office's now, as a feed writes it. */
type Ago = (minutes: number) => string;

/** Every cause that sends an applicant to an officer by what the queue's source says of them. */
const BY_TICKET: readonly (readonly [string, (ago: Ago) => Partial<TicketPayload>])[] = [
  ["under review", () => ({ underReview: true })],
  ["nobody knows of a review", () => ({ underReview: undefined })],
  ["another type", () => ({ applicationType: "OTHER" })],
  ["a type that nobody knows", () => ({ applicationType: undefined })],
  ["a damaged passport", () => ({ applicationType: "REPLACEMENT", replacementReason: "DAMAGED" })],
  ["a lost passport", () => ({ applicationType: "REPLACEMENT", replacementReason: "LOST" })],
  ["no booking in advance", () => ({ bookingChannel: "WALK_IN" })],
  ["a channel that nobody knows", () => ({ bookingChannel: undefined })],
  ["not in SMART", () => ({ registeredInSmart: false })],
  ["nobody looked in SMART", () => ({ registeredInSmart: undefined })],
  [
    "under review, and all else too",
    () => ({ underReview: true, applicationType: "OTHER", bookingChannel: "WALK_IN" }),
  ],
  ["a start before the number", (ago) => ({ biometricStartedAt: ago(170) })],
  [
    "a long name and no queue number",
    () => ({ queueNumber: undefined, underReview: true, applicantName: "C".repeat(90) }),
  ],
];
/** By what an officer wrote. */
const WITHHELD_VOUCHER = "a voucher that an officer withheld";
const WITHHELD_TICKET = "a ticket that an officer withheld";

export const CAUSES: readonly string[] = [
  ...BY_TICKET.map(([cause]) => cause),
  WITHHELD_VOUCHER,
  WITHHELD_TICKET,
];

async function done<T>(answer: Promise<{ ok: true; value: T } | { ok: false; code: string }>): Promise<T> {
  const said = await answer;
  if (!said.ok) throw new Error(`Not done: ${said.code}`);
  return said.value;
}

/**
 * Makes applicants of every cause, `each` of them, who all waited as long.
 * @param officer somebody signed in who may withhold
 * @returns their bookings by cause, in the order of CAUSES.
 */
export async function giveCauses(
  server: RunningServer,
  officer: ActionClient,
  kiosk: () => ActionClient,
  each: number,
): Promise<Map<string, string[]>> {
  const now = await officeNow(server);
  const ago: Ago = (minutes) => new Date(now - minutes * 60_000).toISOString();
  const people = (changes: (ago: Ago) => Partial<TicketPayload>) =>
    Array.from({ length: each }, () => applicant(now, 150, changes(ago)));
  const byCause = new Map(BY_TICKET.map(([cause, changes]) => [cause, people(changes)]));
  for (const cause of [WITHHELD_VOUCHER, WITHHELD_TICKET])
    byCause.set(
      cause,
      people(() => ({})),
    );
  for (const tickets of byCause.values()) await pushTickets(server, tickets);
  const reason = "Contoh alasan";
  for (const { bookingCode } of byCause.get(WITHHELD_VOUCHER) ?? []) {
    const answer = await done(kiosk().check(bookingCode));
    if (answer.outcome !== "ELIGIBLE") throw new Error(`A sound applicant is ${answer.outcome}`);
    const [given] = await done(
      officer.act<{ voucher: { id: string } | null }[]>("/staff/tickets", "findTicketsAction", {
        query: bookingCode,
      }),
    );
    const input = { voucherId: given?.voucher?.id, reason, key: newKey() };
    await done(officer.act("/staff/vouchers/x", "withholdVoucherAction", input));
  }
  for (const { bookingCode } of byCause.get(WITHHELD_TICKET) ?? []) {
    const [ticket] = await done(
      officer.act<{ id: string }[]>("/staff/tickets", "findTicketsAction", { query: bookingCode }),
    );
    const input = { ticketId: ticket?.id, reason, key: newKey() };
    await done(officer.act("/staff/tickets", "withholdTicketAction", input));
  }
  return new Map(
    [...byCause].map(([cause, tickets]) => [cause, tickets.map(({ bookingCode }) => bookingCode)]),
  );
}
