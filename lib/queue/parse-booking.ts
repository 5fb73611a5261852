import "server-only";
import { capturedCodes, type BookingPattern } from "./booking-patterns";
import { LONGEST_PAYLOAD, readableText } from "./booking-text";

/** What a scan says. AMBIGUOUS is refused, never guessed: the wrong person would see the right person's answer. */
export type ParsedBooking =
  | { readonly kind: "BOOKING"; readonly code: string }
  | { readonly kind: "AMBIGUOUS" }
  | { readonly kind: "NONE" };

/**
 * Finds the booking number in whatever a scanner, a camera or a keypad delivered: bare, in a link, in labelled text.
 * By default that is exactly 16 digits, as on an M-Paspor letter (a billing code has 15), also in four groups of four.
 * Patterns that the office configures replace the default. Never throws; the payload is neither kept nor logged.
 */
export function parseBooking(payload: string, patterns: readonly BookingPattern[] = []): ParsedBooking {
  if (payload.length > LONGEST_PAYLOAD) return { kind: "NONE" };
  const codes = new Set<string>();
  for (const record of payload.split(RECORD_SEPARATOR)) {
    const text = readableText(record);
    if (text === null) continue;
    const found = patterns.length > 0 ? capturedCodes(text, patterns) : sixteenDigits(text);
    if (found === null) return { kind: "AMBIGUOUS" };
    for (const code of found) codes.add(code);
  }
  if (codes.size > 1) return { kind: "AMBIGUOUS" };
  const [code] = codes;
  return code === undefined ? { kind: "NONE" } : { kind: "BOOKING", code };
}

/**
 * Between the codes that a camera sees together, and between two readings of one scan: each is read by itself, so that
 * no pattern reaches across, and the one that is a booking wins over whatever else is in view.
 */
const RECORD_SEPARATOR = "\u001e";

const CODE_DIGITS = 16;
const GROUP_DIGITS = 4;
const GROUPS = CODE_DIGITS / GROUP_DIGITS;

/** A run of digits as long as it goes, and what stands between it and the run before. */
interface DigitRun {
  readonly digits: string;
  readonly gap: string;
}

function sixteenDigits(text: string): Set<string> {
  const runs = digitRuns(text);
  const codes = new Set<string>();
  runs.forEach((run, index) => {
    if (isWhole(run)) codes.add(run.digits);
    const grouped = groupedFrom(runs, index);
    if (grouped !== null) codes.add(grouped);
  });
  return codes;
}

/** Digits of any script extend a run, though only ASCII ones make a code: half a number is never taken for a whole. */
function digitRuns(text: string): DigitRun[] {
  let end = 0;
  return [...text.matchAll(/\p{Nd}+/gu)].map((match) => {
    const gap = text.slice(end, match.index);
    end = match.index + match[0].length;
    return { digits: match[0], gap };
  });
}

function isWhole(run: DigitRun): boolean {
  return hasDigits(run, CODE_DIGITS);
}

function hasDigits(run: DigitRun, count: number): boolean {
  return run.digits.length === count && /^[0-9]+$/.test(run.digits);
}

/** The number that four groups of four make from this run on, if they are the whole chain and not part of a longer. */
function groupedFrom(runs: readonly DigitRun[], start: number): string | null {
  const groups = runs.slice(start, start + GROUPS);
  if (groups.length < GROUPS || !groups.every((run) => hasDigits(run, GROUP_DIGITS))) return null;
  const separator = groups[1]?.gap ?? "";
  if (!/^[ .-]$/.test(separator)) return null;
  if (groups.slice(1).some((run) => run.gap !== separator)) return null;

  const before = runs[start - 1];
  if (before !== undefined && groups[0]?.gap === separator && !isWhole(before)) return null;
  const after = runs[start + GROUPS];
  if (after !== undefined && after.gap === separator && !isWhole(after)) return null;
  return groups.map((run) => run.digits).join("");
}
