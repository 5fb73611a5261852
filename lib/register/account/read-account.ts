import "server-only";
import { isServiceDay } from "@/lib/office/calendar";
import { addDays, instantOf } from "@/lib/office/local-time";
import { readPolicies } from "@/lib/office/policies";
import { readSettings } from "@/lib/office/settings";
import type { OfficeSettings } from "@/lib/office/schema";
import { reader, type Reader } from "@/lib/platform/database";
import { localDate } from "@/lib/rules/local-date";
import { FACT_COLUMNS, factsOf } from "@/lib/vouchers/evaluate";
import type { Period } from "@/lib/register/types";
import { datesOf, monthsOf } from "./period";
import type { AccountRows, DecisionCount, SouvenirRow, TicketRow, VoucherRow } from "./rows";

/** Only what the figures need; no name, number or reference of a person leaves this query. */
const TICKET = { id: true, ...FACT_COLUMNS } as const;

const VOUCHER = {
  ...{ ticketId: true, serviceDate: true, state: true, origin: true, issuedAt: true },
  steps: { select: { step: true, state: true, at: true } },
} as const;

/** SQLite answers within the turn it is asked in: between two months whoever stands at a kiosk has theirs. */
const othersTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

async function readMonth(db: Reader, dates: { readonly gte: string; readonly lte: string }) {
  const tickets = (await db.ticket.findMany({ where: { serviceDate: dates }, select: TICKET })).map(
    (row): TicketRow => ({ id: row.id, ...factsOf(row) }),
  );
  await othersTurn();
  const found = await db.voucher.findMany({ where: { serviceDate: dates }, select: VOUCHER });
  const vouchers = found.map(({ issuedAt, steps, ...voucher }): VoucherRow => ({
    ...voucher,
    issuedAt: issuedAt.getTime(),
    steps: steps.map(({ step, state, at }) => ({ step, state, at: at?.getTime() ?? null })),
  }));
  await othersTurn();
  return { tickets, vouchers };
}

async function decisionCounts(db: Reader, dates: { readonly gte: string; readonly lte: string }) {
  const groups = await db.decisionRecord.groupBy({
    by: ["outcome", "source"],
    where: { serviceDate: dates },
    _count: { _all: true },
  });
  return groups.map(({ outcome, source, _count }): DecisionCount => ({
    outcome,
    source,
    count: _count._all,
  }));
}

/** Every item that still is given or moved in the period; its stock is what its last movement by then left. */
async function readSouvenirs(db: Reader, begins: Date, ends: Date): Promise<SouvenirRow[]> {
  const [items, moved, last] = await Promise.all([
    db.souvenir.findMany({ orderBy: { nameKey: "asc" } }),
    db.souvenirMovement.findMany({
      where: { at: { gte: begins, lt: ends } },
      select: { souvenirId: true, kind: true, change: true },
    }),
    db.souvenirMovement.groupBy({
      by: ["souvenirId"],
      where: { at: { lt: ends } },
      _sum: { change: true },
    }),
  ]);
  return items.flatMap((item) => {
    const movements = moved.filter(({ souvenirId }) => souvenirId === item.id);
    if (movements.length === 0 && (item.retiredAt !== null || item.createdAt >= ends)) return [];
    const sum = last.find(({ souvenirId }) => souvenirId === item.id)?._sum.change ?? 0;
    const counted = item.countedAt !== null && item.countedAt < ends;
    return [{ name: item.name, stock: counted ? sum : null, movements }];
  });
}

async function readPromises(db: Reader, begins: Date, ends: Date) {
  const [made, kept, open] = await Promise.all([
    db.souvenirPromise.count({
      where: { promisedAt: { gte: begins, lt: ends }, state: { not: "CANCELLED" } },
    }),
    db.souvenirPromise.count({ where: { state: "KEPT", keptAt: { gte: begins, lt: ends } } }),
    db.souvenirPromise.count({ where: { state: "OPEN" } }),
  ]);
  return { made, kept, open };
}

async function readOutages(db: Reader, begins: Date, ends: Date) {
  const rows = await db.outage.findMany({
    where: { startedAt: { lt: ends }, OR: [{ endedAt: null }, { endedAt: { gt: begins } }] },
    orderBy: [{ startedAt: "asc" }, { id: "asc" }],
  });
  return rows
    .map(({ system, reason, startedAt, endedAt }) => ({
      system,
      reason,
      startedAt: startedAt.getTime(),
      endedAt: endedAt?.getTime() ?? null,
    }))
    .filter(({ startedAt, endedAt }) => endedAt === null || endedAt > startedAt);
}

/**
 * Reads all that the account of a period needs, month by month and slim, so that a year neither fills memory nor keeps
 * the hall waiting. Nothing from after `asOf`'s local date is read.
 * @param period at most a year (schema.ts)
 */
export async function readAccount(
  period: Period,
  asOf: number,
  settings?: OfficeSettings,
): Promise<AccountRows> {
  const db = reader();
  const office = settings ?? (await readSettings(db));
  const { timeZone, hours } = office;
  const today = localDate(asOf, timeZone);
  const upTo = period.to < today ? period.to : today;
  const known = { from: period.from, to: upTo };
  const begins = new Date(instantOf(period.from, "00:00", timeZone));
  const ends = new Date(instantOf(addDays(period.to, 1), "00:00", timeZone));
  const tickets: TicketRow[] = [];
  const vouchers: VoucherRow[] = [];
  for (const month of monthsOf(known)) {
    const gte = month === period.from.slice(0, 7) ? period.from : `${month}-01`;
    const lte = month === upTo.slice(0, 7) ? upTo : `${month}-31`;
    const read = await readMonth(db, { gte, lte });
    tickets.push(...read.tickets);
    vouchers.push(...read.vouchers);
  }
  return {
    period,
    asOf,
    timeZone,
    hours,
    serviceDates: datesOf(known).filter((date) => isServiceDay(date, office)),
    policies: await readPolicies(db),
    tickets,
    vouchers,
    decisions: await decisionCounts(db, { gte: period.from, lte: upTo }),
    outages: await readOutages(db, begins, ends),
    souvenirs: await readSouvenirs(db, begins, ends),
    promises: await readPromises(db, begins, ends),
  };
}
