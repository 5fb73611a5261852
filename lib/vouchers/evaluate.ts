import "server-only";
import { readPolicies } from "@/lib/office/policies";
import type { OfficeSettings } from "@/lib/office/schema";
import type { Tx } from "@/lib/platform/database";
import type { Prisma, Ticket } from "@/lib/platform/generated/sqlite/client";
import { timeOrderedId } from "@/lib/platform/ids";
import { insertRows, type NewRows } from "@/lib/platform/insert-rows";
import type { PlainTx } from "@/lib/platform/plain-transactions";
import { readOutages } from "@/lib/queue/outages";
import { decide } from "@/lib/rules/decide";
import { localDate } from "@/lib/rules/local-date";
import { policyOn } from "@/lib/rules/policy";
import type { Evaluation, OutageFacts, Policy, TicketFacts } from "@/lib/rules/types";
import { effectiveReview } from "./review-facts";
import { storedWait } from "./wait";

/** A ticket's facts as the rules want them, with the row they came from. */
export interface StoredTicketFacts extends TicketFacts {
  readonly row: Ticket;
}

export interface Finding {
  readonly at: Date;
  readonly serviceDate: string;
  readonly evaluation: Evaluation<StoredTicketFacts>;
  readonly policy: Policy;
  readonly outages: readonly OutageFacts[];
}

/** The columns that the rules' facts are made of. */
export const FACT_COLUMNS = {
  ...{ serviceDate: true, biometricTicketAt: true, biometricStartedAt: true },
  ...{ applicationType: true, replacementReason: true, bookingChannel: true, registeredInSmart: true },
  ...{ underReview: true, reviewByHand: true, reviewFeedSaid: true },
} as const satisfies Prisma.TicketSelect;

/** What the rules are told of a ticket, from its row; instants as epoch ms. */
export function factsOf(row: Pick<Ticket, keyof typeof FACT_COLUMNS>): TicketFacts {
  return {
    serviceDate: row.serviceDate,
    biometricTicketAt: row.biometricTicketAt?.getTime() ?? null,
    biometricStartedAt: row.biometricStartedAt?.getTime() ?? null,
    applicationType: row.applicationType,
    replacementReason: row.replacementReason,
    bookingChannel: row.bookingChannel,
    registeredInSmart: row.registeredInSmart,
    underReview: effectiveReview(row),
  };
}

export function ticketFacts(row: Ticket): StoredTicketFacts {
  return { ...factsOf(row), row };
}

/**
 * Gathers the facts of an instant and lets the rules decide. Writes nothing.
 * @param known the policies, where the caller has read them: they are never changed, and a new one begins on a later day.
 */
export async function evaluate(
  tx: Pick<Tx, "$queryRaw">,
  tickets: readonly Ticket[],
  at: Date,
  settings: OfficeSettings,
  known?: readonly Policy[],
): Promise<Finding> {
  const serviceDate = localDate(at.getTime(), settings.timeZone);
  const policy = policyOn(serviceDate, known ?? (await readPolicies(tx)));
  if (!policy) throw new Error(`No policy is in force on ${serviceDate}`);
  const outages = await readOutages(tx, at);
  const facts = {
    now: at.getTime(),
    timeZone: settings.timeZone,
    tickets: tickets.map(ticketFacts),
    outages,
  };
  return { at, serviceDate, evaluation: decide(facts, policy), policy, outages };
}

interface DecisionContext {
  readonly source: "KIOSK" | "CONFIRMATION" | "OFFICER";
  readonly kioskId?: string;
  readonly byId?: string;
  readonly voucherId?: string;
  readonly requestId: string;
}

/** The evidence of one evaluation as a row: every clause and the facts looked at, without names or booking numbers. */
export function decisionRows(
  finding: Finding,
  context: DecisionContext,
): Required<Pick<NewRows, "decision_records">> {
  const { evaluation, serviceDate, at, outages } = finding;
  const { row, ...facts } = evaluation.ticket ?? { row: null };
  const decision = {
    ...context,
    id: timeOrderedId(),
    at,
    serviceDate,
    ticketId: row?.id ?? null,
    outcome: evaluation.outcome,
    waitedMs: storedWait(evaluation.waitedMs),
    policyVersion: evaluation.policyVersion,
    clauses: JSON.stringify(evaluation.clauses),
    facts: JSON.stringify({ now: at.getTime(), ticket: row ? facts : null, outages }),
  };
  return { decision_records: [decision] };
}

/** Writes the evidence of one evaluation. */
export function recordDecision(tx: PlainTx, finding: Finding, context: DecisionContext): Promise<void> {
  return insertRows(tx, decisionRows(finding, context));
}
