import { CLAUSES, type Clause, type ClauseResult, type Policy, type TicketFacts } from "./types";

/** What became of each clause of F.2, for the evidence record. */
export type ClauseResults = Readonly<Record<Clause, ClauseResult>>;

/** The record of an evaluation that ended before any clause was looked at. */
export const NOTHING_REACHED: ClauseResults = {
  "F.2.a": "NOT_REACHED",
  "F.2.b": "NOT_REACHED",
  "F.2.c": "NOT_REACHED",
  "F.2.e": "NOT_REACHED",
  "F.2.f": "NOT_REACHED",
  "F.2.g": "NOT_REACHED",
};

/** Whether every clause is met, which is what a claim needs. */
export function allMet(results: ClauseResults): boolean {
  return CLAUSES.every((clause) => results[clause] === "MET");
}

/** The clauses that rest on the application itself and not on time: F.2.a, c, e and g. All are looked at, always. */
export function assessApplication(
  ticket: TicketFacts,
  policy: Policy,
): Pick<ClauseResults, "F.2.a" | "F.2.c" | "F.2.e" | "F.2.g"> {
  return {
    "F.2.a": among(ticket.applicationType, policy.qualifyingTypes),
    "F.2.c": both(
      among(ticket.bookingChannel, policy.qualifyingChannels),
      answered(ticket.registeredInSmart, true),
    ),
    "F.2.e": replacementNotExcluded(ticket, policy),
    "F.2.g": answered(ticket.underReview, false),
  };
}

/** F.2.e: a reason that is not stated excludes nobody; a stated one counts whatever the type says (deny beats allow). */
function replacementNotExcluded(ticket: TicketFacts, policy: Policy): ClauseResult {
  return policy.excludedReasons.some((excluded) => excluded === ticket.replacementReason) ? "NOT_MET" : "MET";
}

function among<T>(value: T | null, accepted: readonly T[]): ClauseResult {
  if (value === null) return "UNKNOWN";
  return accepted.includes(value) ? "MET" : "NOT_MET";
}

function answered(value: boolean | null, wanted: boolean): ClauseResult {
  if (value === null) return "UNKNOWN";
  return value === wanted ? "MET" : "NOT_MET";
}

/** Two conditions in one clause: a plain no outweighs a gap in what is known. */
function both(one: ClauseResult, other: ClauseResult): ClauseResult {
  if (other === "NOT_MET") return other;
  return one === "MET" ? other : one;
}
