import "server-only";
import { accountNames } from "@/lib/access/accounts";
import type { SignedInAccount } from "@/lib/access/types";
import { recordLook } from "@/lib/audit/looks";
import { readPolicy } from "@/lib/office/policies";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { localDate } from "@/lib/rules/local-date";
import { VOUCHER_STEPS } from "@/lib/rules/voucher-states";
import { waitOf } from "@/lib/vouchers/wait";
import { decisionEntries } from "./decision-entries";
import { personalDataErased } from "./erased";
import { gatherCase, type CaseTicket, type CaseVoucher } from "./gather";
import { ticketEntries } from "./ticket-entries";
import type { CaseView, TimelineEntry, TimelineKind } from "./types";
import { voucherEntries } from "./voucher-entries";

/** What comes first of things of one instant: what happened in the hall, then what was found, then what was done. */
const RANK: readonly TimelineKind[] = ["NUMBER", "CALLED", "STARTED", "FINISHED", "OUTAGE", "PROMISE_ENDS"];
const rankOf = ({ kind }: TimelineEntry) => {
  const rank = RANK.indexOf(kind);
  return rank >= 0 ? rank : kind === "DECISION" ? RANK.length : RANK.length + 1;
};

const SOURCES = new Map([
  ["hand", "HAND"],
  ["file", "FILE"],
  ["demo", "DEMO"],
] as const);
const sourceOf = (source: string): CaseView["source"] =>
  (SOURCES as ReadonlyMap<string, CaseView["source"]>).get(source) ?? "FEED";

function byDay(entries: readonly TimelineEntry[], timeZone: string): CaseView["days"] {
  const days = new Map<string, TimelineEntry[]>();
  // A stable sort: of one kind and instant, the order of the record stays.
  for (const entry of entries.toSorted((one, other) => one.at - other.at || rankOf(one) - rankOf(other))) {
    const date = localDate(entry.at, timeZone);
    days.set(date, [...(days.get(date) ?? []), entry]);
  }
  return [...days].map(([date, of]) => ({ date, entries: of }));
}

type NameOf = (id: string | null | undefined) => string | null;

function voucherPart(voucher: CaseVoucher, nameOf: NameOf): NonNullable<CaseView["voucher"]> {
  const { id, number, state, origin, waitedMs, policyVersion, legalBasis } = voucher;
  const steps = VOUCHER_STEPS.map((step) => {
    const row = voucher.steps.find((one) => one.step === step);
    return {
      step,
      state: row?.state ?? ("OPEN" as const),
      at: row?.at?.getTime() ?? null,
      byName: nameOf(row?.byId),
      note: row?.note ?? null,
    };
  });
  const issuedAt = voucher.issuedAt.getTime();
  return { id, number, state, origin, issuedAt, waitedMs, policyVersion, legalBasis, steps };
}

async function voucherElsewhere({ id, voucher, serviceDate, applicantRef }: CaseTicket) {
  if (voucher) return null;
  return reader().voucher.findFirst({
    where: { serviceDate, applicantRef, ticketId: { not: id } },
    select: { ticketId: true, number: true },
  });
}

/**
 * A case of any date with all its evidence on one timeline; null when there is no such ticket. It is a look at a person's
 * record, and audited. What it holds is the same for every role: names and the review flag have looks of their own.
 */
export async function openCase(
  { account }: { readonly account: SignedInAccount },
  ticketId: string,
): Promise<CaseView | null> {
  const db = reader();
  const record = await gatherCase(ticketId, (date) => readPolicy(db, date));
  if (!record) return null;
  await recordLook(account.id, "ticket.viewed", { kind: "ticket", id: ticketId });
  const { ticket } = record;
  const settings = await readSettings(db);
  const at = now();
  const written = [...ticketEntries(record), ...decisionEntries(record), ...voucherEntries(record)];
  const ids = [
    ...written.map(({ byName }) => byName),
    ...(ticket.voucher?.steps ?? []).map(({ byId }) => byId),
  ];
  const names = await accountNames(ids.filter((id): id is string => typeof id === "string"));
  const nameOf: NameOf = (id) => (id ? (names.get(id) ?? "–") : null);
  const entries = written.map((entry) => ({ ...entry, byName: nameOf(entry.byName) }));
  // Of a day that is over, somebody never served is not waiting on.
  const today = localDate(at.getTime(), settings.timeZone);
  const open = ticket.serviceDate === today || ticket.biometricStartedAt !== null;
  return {
    ticketId,
    serviceDate: ticket.serviceDate,
    queueNumber: ticket.queueNumber,
    last4: ticket.bookingLast4,
    erased: personalDataErased(ticket, settings, today),
    source: sourceOf(ticket.source),
    waitedMs: open ? waitOf(ticket, at) : null,
    thresholdMs: record.thresholdMs,
    voucher: ticket.voucher && voucherPart(ticket.voucher, nameOf),
    elsewhere: await voucherElsewhere(ticket),
    days: byDay(entries, settings.timeZone),
    decisionsLeftOut: Math.max(0, record.decisionCount - ticket.decisions.length),
  };
}
