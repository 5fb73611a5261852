import "server-only";
import { RE2JS } from "re2js";

/**
 * A regular expression in RE2 syntax, set by the office, whose one capture group (or the one named `code`) is the
 * booking number. RE2 has no backtracking, so that no pattern can hang a kiosk.
 */
export type BookingPattern = string;

export const MOST_PATTERNS = 10;
export const LONGEST_PATTERN = 300;

/** RE2 is linear in text times program; a counted repetition makes a huge program from a short pattern. */
const LARGEST_PROGRAM = 2000;
/** A letter says its number a few times at most; going on would make a search quadratic. */
const MOST_MATCHES = 32;

export type PatternProblem =
  "TOO_LONG" | "INVALID" | "NO_CAPTURE" | "SEVERAL_CAPTURES" | "MATCHES_EMPTY" | "TOO_COMPLEX";

export type PatternCheck = { readonly ok: true } | { readonly ok: false; readonly reason: PatternProblem };

/** Whether the office may use this pattern; for the settings screen. */
export function validatePattern(source: BookingPattern): PatternCheck {
  const compiled = compile(source);
  return compiled.ok ? { ok: true } : compiled;
}

export type PatternsCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "TOO_MANY"; readonly index: null }
  | { readonly ok: false; readonly reason: PatternProblem; readonly index: number };

/** Whether the office may use this list of patterns; `index` is the first one at fault. */
export function validatePatterns(sources: readonly BookingPattern[]): PatternsCheck {
  if (sources.length > MOST_PATTERNS) return { ok: false, reason: "TOO_MANY", index: null };
  for (const [index, source] of sources.entries()) {
    const check = validatePattern(source);
    if (!check.ok) return { ...check, index };
  }
  return { ok: true };
}

/**
 * Every booking number that the patterns capture in a text, each once. A pattern that fails validation captures
 * nothing. Null when there are so many matches that the text cannot be one booking's.
 */
export function capturedCodes(text: string, patterns: readonly BookingPattern[]): Set<string> | null {
  const codes = new Set<string>();
  for (const source of patterns.slice(0, MOST_PATTERNS)) {
    const compiled = compile(source);
    if (!compiled.ok) continue;
    const matcher = compiled.pattern.matcher(text);
    for (let matches = 1; matcher.find(); matches += 1) {
      if (matches > MOST_MATCHES) return null;
      const code = tidyCode(matcher.group(compiled.group) ?? "");
      if (code !== null) codes.add(code);
    }
  }
  return codes;
}

/** A captured number without the marks that group its digits; null when it is no code of 4 to 32 letters and digits. */
function tidyCode(captured: string): string | null {
  const trimmed = captured.trim();
  const joined = trimmed.replace(/[ .-]/g, "");
  const code = /^\d+$/.test(joined) ? joined : trimmed;
  return /^[A-Za-z0-9]{4,32}$/.test(code) ? code : null;
}

type Compiled =
  | { readonly ok: true; readonly pattern: RE2JS; readonly group: number }
  | { readonly ok: false; readonly reason: PatternProblem };

function compile(source: BookingPattern): Compiled {
  if (source.length > LONGEST_PATTERN) return { ok: false, reason: "TOO_LONG" };
  const pattern = compiledOrNull(source);
  if (pattern === null) return { ok: false, reason: "INVALID" };
  const named = pattern.namedGroups()["code"];
  if (named === undefined && pattern.groupCount() === 0) return { ok: false, reason: "NO_CAPTURE" };
  if (named === undefined && pattern.groupCount() > 1) return { ok: false, reason: "SEVERAL_CAPTURES" };
  if (pattern.test("")) return { ok: false, reason: "MATCHES_EMPTY" };
  if (pattern.programSize() > LARGEST_PROGRAM) return { ok: false, reason: "TOO_COMPLEX" };
  return { ok: true, pattern, group: named ?? 1 };
}

function compiledOrNull(source: string): RE2JS | null {
  try {
    return RE2JS.compile(source);
  } catch {
    // Only the author of the pattern can mend it, and the reason code tells them so.
    return null;
  }
}
