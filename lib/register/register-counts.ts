import "server-only";
import { addDays, instantOf } from "@/lib/office/local-time";
import { readSettings } from "@/lib/office/settings";
import { reader } from "@/lib/platform/database";
import type { Prisma } from "@/lib/platform/generated/sqlite/client";
import { OUTCOMES } from "@/lib/rules/types";
import { VOUCHER_STATES } from "@/lib/rules/voucher-states";
import { nearMisses } from "./near-miss";
import { RULING_KINDS, type Period, type RegisterCounts } from "./types";

const zeros = <Key extends string>(keys: readonly Key[]) =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;

/** Rulings have an instant and no service date; one can only be made on its ticket's own service date. */
export async function instantsOf({ from, to }: Period): Promise<Prisma.DateTimeFilter> {
  const { timeZone } = await readSettings(reader());
  return {
    gte: new Date(instantOf(from, "00:00", timeZone)),
    lt: new Date(instantOf(addDays(to, 1), "00:00", timeZone)),
  };
}

/**
 * Counts the register for a period, by service date (the office's local date; F.2, F.3). Shares its conditions with the
 * register's lists: each number is the length of the list under it.
 * @param period first and last service date, both in it; any length.
 */
export async function registerCounts(period: Period): Promise<RegisterCounts> {
  const db = reader();
  const serviceDate = { gte: period.from, lte: period.to };
  const [byState, byOutcome, near, byRuling] = await Promise.all([
    db.voucher.groupBy({ by: ["origin", "state"], where: { serviceDate }, _count: { _all: true } }),
    db.decisionRecord.groupBy({ by: ["outcome"], where: { serviceDate }, _count: { _all: true } }),
    nearMisses().then((where) => db.decisionRecord.count({ where: { serviceDate, ...where } })),
    // One by one: grouping them, a database reads every ruling that there ever was.
    instantsOf(period).then((at) =>
      Promise.all(RULING_KINDS.map((kind) => db.ruling.count({ where: { kind, at } }))),
    ),
  ]);
  const vouchers = { KIOSK: zeros(VOUCHER_STATES), GRANT: zeros(VOUCHER_STATES) };
  for (const { origin, state, _count } of byState) vouchers[origin][state] = _count._all;
  const decisions = zeros(OUTCOMES);
  for (const { outcome, _count } of byOutcome) decisions[outcome] = _count._all;
  const rulings = zeros(RULING_KINDS);
  RULING_KINDS.forEach((kind, place) => (rulings[kind] = byRuling[place] ?? 0));
  return { vouchers, decisions, nearMisses: near, rulings };
}
