import "server-only";
import { readPolicy } from "@/lib/office/policies";
import type { OfficeSettings } from "@/lib/office/schema";
import type { Tx } from "@/lib/platform/database";
import type { Prisma, Ticket } from "@/lib/platform/generated/sqlite/client";
import { readOutages } from "@/lib/queue/outages";
import { decide } from "@/lib/rules/decide";
import { localDate } from "@/lib/rules/local-date";
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

/** Gathers the facts of an instant and lets the rules decide. Writes nothing. */
export async function evaluate(
  tx: Pick<Tx, "policyVersion" | "outage">,
  tickets: readonly Ticket[],
  at: Date,
  settings: OfficeSettings,
): Promise<Finding> {
  const serviceDate = localDate(at.getTime(), settings.timeZone);
  const policy = await readPolicy(tx, serviceDate);
  const outages = await readOutages(tx, at);
  const facts = {
    now: at.getTime(),
    timeZone: settings.timeZone,
    tickets: tickets.map(ticketFacts),
    outages,
  };
  return { at, serviceDate, evaluation: decide(facts, policy), policy, outages };
}

/** Writes the evidence of one evaluation: every clause and the facts looked at, without names or booking numbers. */
export async function recordDecision(
  tx: Tx,
  finding: Finding,
  context: {
    readonly source: "KIOSK" | "CONFIRMATION" | "OFFICER";
    readonly kioskId?: string;
    readonly byId?: string;
    readonly voucherId?: string;
    readonly requestId: string;
  },
): Promise<void> {
  const { evaluation, serviceDate, at, outages } = finding;
  const { row, ...facts } = evaluation.ticket ?? { row: null };
  await tx.decisionRecord.create({
    data: {
      ...context,
      at,
      serviceDate,
      ticketId: row?.id ?? null,
      outcome: evaluation.outcome,
      waitedMs: storedWait(evaluation.waitedMs),
      policyVersion: evaluation.policyVersion,
      clauses: JSON.stringify(evaluation.clauses),
      facts: JSON.stringify({ now: at.getTime(), ticket: row ? facts : null, outages }),
    },
  });
}
