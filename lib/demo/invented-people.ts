import "server-only";
import type { Random } from "./random";

const MARKS = ["Contoh", "Uji"] as const;
const HEADS = ["Bu", "Sa", "Ra", "Wi", "Ka", "Ti", "Su", "Ma", "Da", "Le", "Ni", "Ha"] as const;
const MIDDLES = ["di", "ri", "na", "lo", "mi", "ru", "ta", "sa"] as const;
const TAILS = ["arto", "wati", "ono", "ani", "yanto", "asih", "aman", "ningsih"] as const;

/** A name that nobody can take for a person's: it begins with "Contoh" or "Uji", the rest is syllables. */
export function inventedName(random: Random): string {
  return `${random.pick(MARKS)} ${random.pick(HEADS)}${random.pick(MIDDLES)}${random.pick(TAILS)}`;
}

/** Which numbers a demo booking belongs to, told by its first four digits; no real booking begins so. */
const SERIES = { HALL: "9900", SHOWCASE: "9901", NEVER_DELIVERED: "9909" } as const;

/** Relatively prime to ten, so that neighbours differ in every digit and no two numbers below 10 000 share four. */
const SPREAD = 7919;

/**
 * A 16-digit booking number that is unmistakably a demo's: series, date, group, four spread digits.
 * @param serviceDate local date `YYYY-MM-DD`
 * @param group 0 to 99; a larger index than 9999 runs over into it
 */
export function inventedBooking(
  series: keyof typeof SERIES,
  serviceDate: string,
  group: number,
  index: number,
): string {
  const date = serviceDate.replaceAll("-", "").slice(2);
  const groupDigits = String((group + Math.floor(index / 10_000)) % 100).padStart(2, "0");
  const spread = String(((index % 10_000) * SPREAD + 3) % 10_000).padStart(4, "0");
  return `${SERIES[series]}${date}${groupDigits}${spread}`;
}
