import type { ActionResult } from "@/lib/platform/types";
import type { KioskAnswer } from "@/lib/vouchers/types";
import type { ActionClient } from "./action-client";
import { newKey } from "./keys";

/** A voucher that somebody was shown, as the client wrote it down. */
export interface Acknowledged {
  readonly booking: string;
  readonly number: string;
}

export interface Scanning {
  /** What was shown so far. */
  readonly shown: readonly Acknowledged[];
  /** Tries that brought no answer: a cut line, or a server's or proxy's error. */
  readonly failures: readonly string[];
  /** Tries that were told to come again under the same key. */
  readonly again: () => number;
  /** No further booking is begun; waits until everybody before a screen has an answer. */
  readonly finish: () => Promise<void>;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const passing = (answer: ActionResult<KioskAnswer>) =>
  !answer.ok && (answer.code === "BUSY" || answer.code === "FAULT" || answer.code === "STORAGE");

/**
 * Kiosks that scan one booking after another, as the kiosk's page does: without an answer, or told to come again, they ask
 * under the same key until they have one.
 * @param everyMs between two bookings at one kiosk; a kiosk may ask 30 times a minute
 * @param untilMs how long one booking may be asked for before that is a failure of the whole
 */
export function startScanning(
  kiosks: readonly ActionClient[],
  bookings: readonly string[],
  { everyMs = 2_100, untilMs = 50_000 } = {},
): Scanning {
  const waiting = [...bookings];
  const shown: Acknowledged[] = [];
  const failures: string[] = [];
  let again = 0;
  let over = false;

  async function scan(kiosk: ActionClient, booking: string): Promise<void> {
    const key = newKey();
    const began = performance.now();
    for (;;) {
      const answer = await kiosk.check(booking, key).catch((fault: unknown) => {
        failures.push(String(fault instanceof Error ? (fault.cause ?? fault.message) : fault));
        return null;
      });
      if (answer && !passing(answer)) {
        if (!answer.ok || answer.value.outcome !== "ELIGIBLE") throw new Error(JSON.stringify(answer));
        shown.push({ booking, number: answer.value.slip.number });
        return;
      }
      if (answer) again += 1;
      if (performance.now() - began > untilMs) throw new Error(`no answer: ${failures.slice(-3).join("; ")}`);
      await pause(300);
    }
  }

  async function stand(kiosk: ActionClient, place: number): Promise<void> {
    // Not all at one instant.
    await pause((place * everyMs) / kiosks.length);
    for (let booking = waiting.shift(); booking && !over; booking = waiting.shift()) {
      const next = performance.now() + everyMs;
      await scan(kiosk, booking);
      await pause(Math.max(0, next - performance.now()));
    }
  }

  const standing = Promise.all(kiosks.map(stand));
  // Looked at when everybody has finished.
  standing.catch(() => undefined);
  return {
    shown,
    failures,
    again: () => again,
    finish: async () => {
      over = true;
      await standing;
    },
  };
}
