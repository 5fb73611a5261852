import "server-only";
import { environment } from "./environment";

/** Next may load this module more than once in a process; the clock must still be one. */
const holder = globalThis as typeof globalThis & { __janjiClock?: () => number };

/** The office's instant: the system's clock in a real office, the demo clock in the demo. Never the browser's. */
export function now(): Date {
  return new Date(holder.__janjiClock?.() ?? Date.now());
}

/** The system's instant, for sessions, limits, keys and anything that must not follow the demo clock. */
export function systemNow(): Date {
  return new Date();
}

/**
 * Lets the demo office (and tests) set the office's clock.
 * @param source epoch milliseconds of the office for the present system instant; undefined returns to the system's.
 * @throws in a real office: there only the system's clock counts.
 */
export function setOfficeClock(source: (() => number) | undefined): void {
  if (source && environment().mode === "real") throw new Error("A real office runs on the system's clock");
  holder.__janjiClock = source;
}
