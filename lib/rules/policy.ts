import { APPLICATION_TYPES, BOOKING_CHANNELS, REPLACEMENT_REASONS, type Policy } from "./types";

/** The decree of 25 February 2024 as data. Later decrees (KETIGA) become further versions; this one stays. */
export const POLICY_V1: Policy = Object.freeze({
  version: 1,
  legalBasis: "Huruf F Keputusan Kepala Kantor W.15.IMI.IMI-6.0722.OT.02.02 Tahun 2024",
  validFrom: "2024-02-25",
  thresholdMs: 2 * 60 * 60 * 1000,
  qualifyingTypes: Object.freeze(["NEW", "REPLACEMENT"] as const),
  qualifyingChannels: Object.freeze(["M_PASPOR", "ONLINE_QUEUE"] as const),
  excludedReasons: Object.freeze(["DAMAGED", "LOST"] as const),
});

/** A promise is kept or broken on one service date, so it cannot be longer than a day. */
const LONGEST_THRESHOLD_MS = 24 * 60 * 60 * 1000;

export type PolicyProblemCode =
  | "NOT_AN_OBJECT"
  | "NOT_A_POSITIVE_INTEGER"
  | "TOO_LONG"
  | "BLANK"
  | "NOT_A_DATE"
  | "NOT_A_LIST"
  | "EMPTY_LIST"
  | "UNKNOWN_VALUE"
  | "DUPLICATE_VALUE";

/** One thing wrong with a would-be policy; `field` is null when it is not an object at all. */
export interface PolicyProblem {
  readonly field: keyof Policy | null;
  readonly code: PolicyProblemCode;
}

export type ParsedPolicy =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/** Checks stored or typed data to be a rule set, and names everything that is wrong with it. Extra fields are dropped. */
export function parsePolicy(value: unknown): ParsedPolicy {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { ok: false, problems: [{ field: null, code: "NOT_AN_OBJECT" }] };
  }
  const raw = value as Readonly<Record<string, unknown>>;
  const problems: PolicyProblem[] = [];
  const check = <T>(field: keyof Policy, read: (input: unknown) => Read<T>): T | undefined => {
    const result = read(raw[field]);
    if (typeof result !== "string") return result.value;
    problems.push({ field, code: result });
    return undefined;
  };

  const version = check("version", positiveInteger(Number.MAX_SAFE_INTEGER));
  const legalBasis = check("legalBasis", nonBlank);
  const validFrom = check("validFrom", calendarDate);
  const thresholdMs = check("thresholdMs", positiveInteger(LONGEST_THRESHOLD_MS));
  const qualifyingTypes = check("qualifyingTypes", listOf(APPLICATION_TYPES, 1));
  const qualifyingChannels = check("qualifyingChannels", listOf(BOOKING_CHANNELS, 1));
  const excludedReasons = check("excludedReasons", listOf(REPLACEMENT_REASONS, 0));

  const policy = {
    version,
    legalBasis,
    validFrom,
    thresholdMs,
    qualifyingTypes,
    qualifyingChannels,
    excludedReasons,
  };
  return isComplete(policy) ? { ok: true, policy } : { ok: false, problems };
}

/**
 * The rule set in force on a local date: the latest to have come into force by then, and of several that came into
 * force on one date the highest version. Null when none had.
 * @param date local date `YYYY-MM-DD`
 */
export function policyOn(date: string, policies: readonly Policy[]): Policy | null {
  let inForce: Policy | null = null;
  for (const policy of policies) {
    if (policy.validFrom > date) continue;
    if (inForce === null || supersedes(policy, inForce)) inForce = policy;
  }
  return inForce;
}

function supersedes(one: Policy, other: Policy): boolean {
  if (one.validFrom > other.validFrom) return true;
  return one.validFrom === other.validFrom && one.version > other.version;
}

/** A value that was read, or the code of what is wrong with it. */
type Read<T> = { readonly value: T } | PolicyProblemCode;

type Draft = { [Field in keyof Policy]: Policy[Field] | undefined };

function isComplete(draft: Draft): draft is Policy {
  return Object.values(draft).every((value) => value !== undefined);
}

function positiveInteger(highest: number) {
  return (input: unknown): Read<number> => {
    if (typeof input !== "number" || !Number.isSafeInteger(input) || input < 1)
      return "NOT_A_POSITIVE_INTEGER";
    return input > highest ? "TOO_LONG" : { value: input };
  };
}

function nonBlank(input: unknown): Read<string> {
  if (typeof input !== "string" || input.trim() === "") return "BLANK";
  return { value: input.trim() };
}

function calendarDate(input: unknown): Read<string> {
  if (typeof input !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(input)) return "NOT_A_DATE";
  const midnight = new Date(`${input}T00:00:00.000Z`);
  // A day that the month does not have is either invalid or rolls over into the next month.
  const real = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(input);
  return real ? { value: input } : "NOT_A_DATE";
}

function listOf<T extends string>(known: readonly T[], fewest: number) {
  return (input: unknown): Read<readonly T[]> => {
    if (!Array.isArray(input)) return "NOT_A_LIST";
    if (input.length < fewest) return "EMPTY_LIST";
    const values = known.filter((value) => input.includes(value));
    if (!input.every((value: T) => known.includes(value))) return "UNKNOWN_VALUE";
    return values.length === input.length ? { value: values } : "DUPLICATE_VALUE";
  };
}
