import "server-only";
import { readPolicies } from "@/lib/office/policies";
import { reader } from "@/lib/platform/database";
import type { Prisma } from "@/lib/platform/generated/sqlite/client";
import type { Policy } from "@/lib/rules/types";

/** Somebody may hold one booking before the kiosk all day long; the page must open all the same. */
export const MOST_DECISIONS = 200;

const VOUCHER = {
  steps: true,
  events: { orderBy: [{ at: "asc" }, { id: "asc" }] },
  printJobs: { where: { kind: "VOUCHER" }, orderBy: { copy: "asc" } },
  counterCall: true,
  souvenirs: { include: { souvenir: { select: { name: true } } } },
  promises: { select: { id: true } },
} as const satisfies Prisma.VoucherInclude;

const TICKET = {
  voucher: { include: VOUCHER },
  rulings: true,
  decisions: { orderBy: [{ at: "desc" }, { id: "desc" }], take: MOST_DECISIONS },
  alerts: { where: { kind: "TICKET_CONTRADICTS_VOUCHER" } },
  acknowledgements: true,
} as const satisfies Prisma.TicketInclude;

export type CaseTicket = Prisma.TicketGetPayload<{ include: typeof TICKET }>;
export type CaseVoucher = NonNullable<CaseTicket["voucher"]>;

/** Everything on record of one ticket as it is stored; what of it may be shown is for the entries to say. */
export interface CaseRecord {
  readonly ticket: CaseTicket;
  /** Of all its decisions, also those too many to read. */
  readonly decisionCount: number;
  readonly policies: ReadonlyMap<number, Policy>;
  /** The promise that the ticket was measured by, milliseconds. */
  readonly thresholdMs: number;
  readonly outages: Prisma.OutageGetPayload<{ include: { events: true } }>[];
  readonly promisePrints: Prisma.PrintJobGetPayload<object>[];
  readonly kioskNames: ReadonlyMap<string, string>;
}

/** Disruptions that fell into the promised time of a ticket (F.2.f), withdrawn ones left out. */
async function outagesOver(from: Date | null, thresholdMs: number) {
  if (!from) return [];
  const found = await reader().outage.findMany({
    where: {
      startedAt: { lt: new Date(from.getTime() + thresholdMs) },
      OR: [{ endedAt: null }, { endedAt: { gt: from } }],
    },
    include: { events: { orderBy: [{ at: "asc" }, { id: "asc" }] } },
    orderBy: [{ startedAt: "asc" }, { id: "asc" }],
  });
  return found.filter(({ startedAt, endedAt }) => endedAt === null || endedAt > startedAt);
}

/** Reads a case; null when there is no such ticket. Every part is read by an index of the ticket or its voucher. */
export async function gatherCase(ticketId: string, policyOf: (date: string) => Promise<Policy>) {
  const db = reader();
  const ticket = await db.ticket.findUnique({ where: { id: ticketId }, include: TICKET });
  if (!ticket) return null;
  const policies = new Map((await readPolicies(db)).map((policy) => [policy.version, policy]));
  const { voucher } = ticket;
  const judged = policies.get(voucher?.policyVersion ?? ticket.decisions[0]?.policyVersion ?? -1);
  const { thresholdMs } = judged ?? (await policyOf(ticket.serviceDate));
  const kioskIds = [
    voucher?.kioskId,
    ...ticket.decisions.map(({ kioskId }) => kioskId),
    ...(voucher?.printJobs ?? []).map(({ kioskId }) => kioskId),
  ].filter((id): id is string => typeof id === "string");
  const promiseIds = (voucher?.promises ?? []).map(({ id }) => id);
  const [decisionCount, outages, promisePrints, kiosks] = await Promise.all([
    // Not as a part of the ticket: Prisma would count every ticket's.
    db.decisionRecord.count({ where: { ticketId } }),
    outagesOver(voucher?.ticketAt ?? ticket.biometricTicketAt, thresholdMs),
    promiseIds.length > 0 ? db.printJob.findMany({ where: { promiseId: { in: promiseIds } } }) : [],
    kioskIds.length > 0
      ? db.kiosk.findMany({
          where: { id: { in: [...new Set(kioskIds)] } },
          select: { id: true, name: true },
        })
      : [],
  ]);
  const record: CaseRecord = {
    ticket,
    decisionCount,
    policies,
    thresholdMs,
    outages,
    promisePrints,
    kioskNames: new Map(kiosks.map(({ id, name }) => [id, name])),
  };
  return record;
}
