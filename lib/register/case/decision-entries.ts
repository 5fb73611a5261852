import "server-only";
import { disrupted } from "@/lib/rules/outage-overlap";
import type { Clause, ClauseResult, OutageFacts } from "@/lib/rules/types";
import { officerClauses } from "@/lib/vouchers/clause-views";
import type { CaseRecord, CaseTicket, CaseVoucher } from "./gather";
import type { DecisionEvidence, OfficerClause, TimelineEntry } from "./types";

type Decision = CaseTicket["decisions"][number];

/** What a confirmation met with, told from its record as the confirmation itself told it then. */
function meeting(
  decision: Decision,
  voucher: CaseVoucher,
  { policies, thresholdMs }: Pick<CaseRecord, "policies" | "thresholdMs">,
  outages: readonly OutageFacts[],
): Pick<DecisionEvidence, "obstacle" | "overruled"> {
  const at = decision.at.getTime();
  const confirmed = voucher.events.find(
    (event) => event.kind === "CONFIRMED" && event.at.getTime() === at && event.byId === decision.byId,
  );
  // Confirmed without a word against it: nothing stood in the way. A granted voucher has no obstacle but its date.
  if (voucher.origin === "GRANT" || (confirmed && confirmed.reason === null))
    return { obstacle: null, overruled: false };
  const from = voucher.ticketAt.getTime();
  const promise = policies.get(decision.policyVersion)?.thresholdMs ?? thresholdMs;
  const outage = disrupted({ from, until: from + promise }, outages, at);
  return { obstacle: outage ? "OUTAGE" : "AUTHORISED_OFFICIAL", overruled: confirmed !== undefined };
}

/**
 * Where an authorised official was needed, the clauses say just that. The flag may have stood on another ticket of the
 * applicant: with this one's own clause g beside it, an officer could tell which.
 */
function asTold(clauses: OfficerClause[], obstacle: DecisionEvidence["obstacle"]): OfficerClause[] {
  if (obstacle !== "AUTHORISED_OFFICIAL") return clauses;
  return clauses.map((one) => (one.clause === "F.2.g" ? { ...one, result: "AUTHORISED_OFFICIAL" } : one));
}

/**
 * Every evaluation of a ticket with its clauses, policy and legal basis. Of the stored facts only the disruptions are
 * looked at; clause g is what officers may see of it, for every role (F.2.g).
 */
export function decisionEntries(record: CaseRecord): TimelineEntry[] {
  const { ticket, policies, kioskNames } = record;
  const { voucher } = ticket;
  return ticket.decisions.map((decision): TimelineEntry => {
    const results = JSON.parse(decision.clauses) as Record<Clause, ClauseResult>;
    const { outages } = JSON.parse(decision.facts) as { outages: OutageFacts[] };
    const met =
      decision.source === "CONFIRMATION" && voucher
        ? meeting(decision, voucher, record, outages)
        : { obstacle: null, overruled: false };
    return {
      id: decision.id,
      at: decision.at.getTime(),
      kind: "DECISION",
      byName: decision.byId,
      place: decision.kioskId === null ? null : (kioskNames.get(decision.kioskId) ?? null),
      evidence: {
        source: decision.source,
        outcome: decision.outcome,
        ...met,
        waitedMs: decision.waitedMs,
        policyVersion: decision.policyVersion,
        legalBasis: policies.get(decision.policyVersion)?.legalBasis ?? "–",
        clauses: asTold(officerClauses(results), met.obstacle),
        contradictory: decision.outcome === "SEE_OFFICER" && results["F.2.b"] === "UNKNOWN",
      },
    };
  });
}
