import "server-only";
import { reader } from "@/lib/platform/database";
import type { Prisma } from "@/lib/platform/generated/sqlite/client";
import { addDays } from "@/lib/office/local-time";
import { OUTCOMES } from "@/lib/rules/types";
import { nearMisses } from "./near-miss";
import { columnPlace, lastDate, readPosition, writePosition, type Position } from "./position";
import { NO_STANDING, standings } from "./standings";
import type { Period, RegisterPage, RegisterQuery } from "./types";

/** What a list shows of a decision record. Its facts and clauses stay where they are: they would tell a review flag. */
const SHOWN = {
  id: true,
  at: true,
  source: true,
  serviceDate: true,
  ticketId: true,
  outcome: true,
  waitedMs: true,
  ticket: { select: { queueNumber: true, bookingLast4: true } },
} as const satisfies Prisma.DecisionRecordSelect;
type Shown = Prisma.DecisionRecordGetPayload<{ select: typeof SHOWN }>;

async function toPage(
  found: readonly Shown[],
  size: number,
  placeOf: (row: Shown) => number,
): Promise<RegisterPage> {
  const rows = found.slice(0, size);
  const last = found.length > size ? rows.at(-1) : undefined;
  const standing = await standings(rows.map(({ ticketId }) => ticketId));
  return {
    rows: rows.map((row) => ({
      id: row.id,
      entry: { list: "decisions", outcome: row.outcome, source: row.source },
      at: row.at.getTime(),
      serviceDate: row.serviceDate,
      ticketId: row.ticketId,
      queueNumber: row.ticket?.queueNumber ?? null,
      last4: row.ticket?.bookingLast4 ?? null,
      waitedMs: row.waitedMs,
      ...(standing.get(row.ticketId ?? "") ?? NO_STANDING),
    })),
    next: last ? writePosition({ serviceDate: last.serviceDate, place: placeOf(last), id: last.id }) : null,
  };
}

const newestFirst = (one: Shown, other: Shown) =>
  other.serviceDate.localeCompare(one.serviceDate) ||
  other.at.getTime() - one.at.getTime() ||
  (one.id < other.id ? 1 : -1);

/**
 * Every decision of the rules in a period, the newest first, or those of one outcome. All outcomes are read one by one
 * and merged: each by its own index, no more rows of each than a page holds.
 */
export async function listDecisions(
  { period, outcome, after: written }: RegisterQuery,
  size: number,
): Promise<RegisterPage> {
  const after = readPosition(written);
  const serviceDate = { gte: period.from, lte: lastDate(period.to, after) };
  const found = await Promise.all(
    (outcome ? [outcome] : OUTCOMES).map((one) =>
      reader().decisionRecord.findMany({
        where: { outcome: one, serviceDate, ...(after ? { OR: laterThan(after) } : {}) },
        orderBy: [{ serviceDate: "desc" }, { at: "desc" }, { id: "desc" }],
        take: size + 1,
        select: SHOWN,
      }),
    ),
  );
  const merged = found.flat().sort(newestFirst);
  return toPage(merged, size, ({ at }) => at.getTime());
}

function laterThan({ serviceDate, place, id }: Position): Prisma.DecisionRecordWhereInput[] {
  const at = new Date(place);
  return [
    { serviceDate: { lt: serviceDate } },
    { serviceDate, at: { lt: at } },
    { serviceDate, at, id: { lt: id } },
  ];
}

/** So many dates are looked through at once: each is a search of its own in the index of waits. */
const DATES_AT_ONCE = 31;

/**
 * Decisions of a period that were taken in the last ten minutes before the promise was broken: the newest date first, and
 * of each date the closest first. Dates are searched one by one, so only near misses themselves are read.
 */
export async function listNearMisses(
  { period, after: written }: RegisterQuery,
  size: number,
): Promise<RegisterPage> {
  const after = readPosition(written);
  const near = await nearMisses();
  const later = after ? [{ OR: closerBefore(after) }] : [];
  const found: Shown[] = [];
  for (const dates of await datesOf({ ...period, to: lastDate(period.to, after) })) {
    const rows = await reader().decisionRecord.findMany({
      where: { AND: [{ serviceDate: { in: dates } }, near, ...later] },
      orderBy: [{ serviceDate: "desc" }, { waitedMs: "desc" }, { id: "desc" }],
      take: size + 1 - found.length,
      select: SHOWN,
    });
    found.push(...rows);
    if (found.length > size) break;
  }
  return toPage(found, size, ({ waitedMs }) => waitedMs ?? 0);
}

function closerBefore(position: Position): Prisma.DecisionRecordWhereInput[] {
  const { serviceDate, id } = position;
  const waitedMs = columnPlace(position);
  return [
    { serviceDate: { lt: serviceDate } },
    { serviceDate, waitedMs: { lt: waitedMs } },
    { serviceDate, waitedMs, id: { lt: id } },
  ];
}

/** The dates of a period on which anything can have been decided, the newest first, in bundles. */
async function datesOf({ from, to }: Period): Promise<string[][]> {
  // Each is one row at an end of an index; to ask for least and greatest together would read all of it.
  const endOf = (order: "asc" | "desc") =>
    reader().decisionRecord.findFirst({
      orderBy: { serviceDate: order },
      select: { serviceDate: true },
    });
  const [first, last] = await Promise.all([endOf("asc"), endOf("desc")]);
  if (!first || !last) return [];
  const begin = first.serviceDate > from ? first.serviceDate : from;
  const bundles: string[][] = [];
  let bundle: string[] = [];
  for (let date = last.serviceDate < to ? last.serviceDate : to; date >= begin; date = addDays(date, -1)) {
    if (bundle.length === 0) bundles.push(bundle);
    bundle.push(date);
    if (bundle.length === DATES_AT_ONCE) bundle = [];
  }
  return bundles;
}
