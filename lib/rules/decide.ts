import { chooseTicket } from "./choose-ticket";
import { allMet, assessApplication, NOTHING_REACHED, type ClauseResults } from "./clauses";
import { localDate } from "./local-date";
import { disrupted } from "./outage-overlap";
import type { Evaluation, Facts, Outcome, Policy, TicketFacts } from "./types";

/**
 * Part F of the decree: where one applicant stands, from facts and policy alone.
 * Time comes first for everybody, so an answer given early reveals nothing about the application (F.2.b, F.2.f before
 * F.2.a, c, e, g). All instants are epoch ms; the day is the office's local date.
 * @throws RangeError when `facts.timeZone` is not a known zone
 */
export function decide<T extends TicketFacts>(facts: Facts<T>, policy: Policy): Evaluation<T> {
  const { now } = facts;
  const conclude = concluder<T>(policy);

  // 1, 2: a booking without a ticket today
  if (facts.tickets.length === 0) return conclude("UNKNOWN_BOOKING");
  const ticket = chooseTicket(facts.tickets, localDate(now, facts.timeZone));
  if (ticket === null) return conclude("OTHER_DAY");

  // 3: times that cannot both be true, or no number yet
  const ticketAt = ticket.biometricTicketAt;
  const startedAt = startedBy(now, ticket);
  if (startedAt !== null && startedAt < (ticketAt ?? Infinity)) {
    const clauses: ClauseResults = { ...NOTHING_REACHED, "F.2.b": "UNKNOWN" };
    return conclude("SEE_OFFICER", { ticket, clauses, contradictory: true });
  }
  if (ticketAt === null) return conclude("NO_BIOMETRIC_TICKET", { ticket });

  // 4: the wait, unrounded; a feed whose clock is ahead must not make it negative
  const waitedMs = Math.max(0, (startedAt ?? now) - ticketAt);
  const aboveThreshold = waitedMs > policy.thresholdMs;
  const time: ClauseResults = { ...NOTHING_REACHED, "F.2.b": aboveThreshold ? "MET" : "NOT_MET" };

  // 5: the promise was kept
  if (startedAt !== null && !aboveThreshold) {
    return conclude("SERVED_IN_TIME", { ticket, waitedMs, clauses: time });
  }

  // 6: a disruption is known to the whole hall and is said at once, also to those still within the promised time
  const promisedUntil = ticketAt + policy.thresholdMs;
  if (disrupted({ from: ticketAt, until: promisedUntil }, facts.outages, now)) {
    return conclude("OUTAGE", { ticket, waitedMs, clauses: { ...time, "F.2.f": "NOT_MET" } });
  }

  // 7: still waiting; whoever has been served within the promised time left at 5
  const undisturbed: ClauseResults = { ...time, "F.2.f": "MET" };
  if (!aboveThreshold) {
    const checkAgainFrom = promisedUntil + 1;
    return conclude("NOT_YET", { ticket, waitedMs, checkAgainFrom, clauses: undisturbed });
  }

  // 8, 9: only now the application itself
  const clauses: ClauseResults = { ...undisturbed, ...assessApplication(ticket, policy) };
  return conclude(allMet(clauses) ? "ELIGIBLE" : "SEE_OFFICER", { ticket, waitedMs, clauses });
}

/** When service started; a start later than now is clock skew and counts as not started. */
function startedBy(now: number, ticket: TicketFacts): number | null {
  const startedAt = ticket.biometricStartedAt;
  return startedAt !== null && startedAt <= now ? startedAt : null;
}

type Findings<T extends TicketFacts> = Partial<Omit<Evaluation<T>, "outcome" | "policyVersion">>;

function concluder<T extends TicketFacts>(policy: Policy) {
  return (outcome: Outcome, findings: Findings<T> = {}): Evaluation<T> => ({
    outcome,
    policyVersion: policy.version,
    ticket: null,
    waitedMs: null,
    checkAgainFrom: null,
    clauses: NOTHING_REACHED,
    contradictory: false,
    ...findings,
  });
}
