import type { TicketPayload } from "@/lib/queue/schema";
import type { RunningServer } from "./server";

const MINUTE = 60_000;

/** The demo office's feed token, as the server tells it at its start. */
export function feedToken(server: Pick<RunningServer, "log">): string {
  const [, token] = /Bearer (feed_[\w-]+)/.exec(server.log()) ?? [];
  if (!token) throw new Error("The server told no feed token");
  return token;
}

/** The office's instant, epoch ms. */
export async function officeNow(server: Pick<RunningServer, "url">): Promise<number> {
  const response = await fetch(`${server.url}/kiosk/pulse`);
  return ((await response.json()) as { now: number }).now;
}

/** Delivers tickets through the queue interface. @throws when one is not accepted. */
export async function pushTickets(
  server: Pick<RunningServer, "url" | "log">,
  tickets: readonly TicketPayload[],
): Promise<void> {
  const response = await fetch(`${server.url}/api/v1/queue/tickets`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${feedToken(server)}` },
    body: JSON.stringify({ tickets }),
  });
  const text = await response.text();
  const { results } = JSON.parse(text) as { results?: { result: string }[] };
  const sound = results?.every(({ result }) => result === "CREATED" || result === "UPDATED");
  if (!response.ok || !sound) throw new Error(`The queue interface answered ${response.status}: ${text}`);
}

let counter = 0;

/** A booking number that is plainly invented and new in this run; its last four digits are its own too. */
export function newBooking(): string {
  counter += 1;
  return `99${String(process.pid % 1_000_000).padStart(6, "0")}${String(counter).padStart(8, "0")}`;
}

/**
 * An applicant of today who meets every condition and whose biometric number is `waitedMinutes` old.
 * @param now the office's instant, epoch ms.
 */
export function applicant(
  now: number,
  waitedMinutes: number,
  changes: Partial<TicketPayload> = {},
): TicketPayload & { readonly bookingCode: string } {
  const bookingCode = newBooking();
  const number = Number(bookingCode.slice(-8));
  return {
    ticketId: `T-${bookingCode}`,
    queueNumber: `B-${String(number).padStart(3, "0")}`,
    biometricTicketAt: new Date(now - waitedMinutes * MINUTE).toISOString(),
    applicationType: "NEW",
    bookingChannel: "M_PASPOR",
    registeredInSmart: true,
    underReview: false,
    applicantName: `Contoh Pemohon ${number}`,
    updatedAt: new Date(now).toISOString(),
    ...changes,
    bookingCode: changes.bookingCode ?? bookingCode,
  };
}
