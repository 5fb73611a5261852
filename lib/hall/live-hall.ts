import "server-only";
import { accountNames } from "@/lib/access/accounts";
import type { SignedInAccount } from "@/lib/access/types";
import { readPolicy } from "@/lib/office/policies";
import { readSettings } from "@/lib/office/settings";
import { instantOf } from "@/lib/office/local-time";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import type { Prisma } from "@/lib/platform/generated/sqlite/client";
import { disturbedSince } from "@/lib/queue/outage-queries";
import { localDate } from "@/lib/rules/local-date";
import { chanceWord, outlook } from "./advice";
import { alertLevels } from "./alert-levels";
import { oncePerChange } from "./once-per-change";
import { feedState } from "./feed-state";
import { learnedOf } from "./learned";
import type { HallLine, LiveHall } from "./types";
import { waitQuantiles } from "@/lib/queue/wait-quantiles";

/** Only what the hall may show: no name, nothing of the application, and no review flag ever leaves this query. */
const TICKET = {
  id: true,
  queueNumber: true,
  biometricTicketAt: true,
  calledAt: true,
  biometricStartedAt: true,
  completedAt: true,
  voucher: { select: { id: true, number: true, state: true } },
  acknowledgements: { select: { level: true, at: true, byId: true } },
} as const satisfies Prisma.TicketSelect;

type Row = Prisma.TicketGetPayload<{ select: typeof TICKET }>;

interface Numbered extends Row {
  readonly ticketAt: number;
  /** As the rules count: a start later than now has not happened, one before its number is no start. */
  readonly startedAt: number | null;
}

function numbered(row: Row, at: number): Numbered | null {
  const ticketAt = row.biometricTicketAt?.getTime();
  if (ticketAt === undefined || ticketAt > at) return null;
  const started = row.biometricStartedAt?.getTime() ?? null;
  return {
    ...row,
    ticketAt,
    startedAt: started !== null && started >= ticketAt && started <= at ? started : null,
  };
}

/** The letters of a queue number; a hall may call one lane before the others. */
const laneOf = (queueNumber: string | null) => /^[A-Za-z]*/.exec(queueNumber ?? "")?.[0] ?? "";

async function readHall(): Promise<Omit<LiveHall, "toldAt">> {
  const db = reader();
  const at = now().getTime();
  const settings = await readSettings(db);
  const serviceDate = localDate(at, settings.timeZone);
  const [{ thresholdMs }, rows, disturbed, feed, learned] = await Promise.all([
    readPolicy(db, serviceDate),
    db.ticket.findMany({ where: { serviceDate, biometricTicketAt: { not: null } }, select: TICKET }),
    disturbedSince(),
    feedState(at, settings),
    learnedOf(serviceDate, settings.timeZone),
  ]);
  const all = rows.flatMap((row) => numbered(row, at) ?? []);
  // Noted as completed without a start: whoever they are, they wait for nothing.
  const waiting = all.filter(({ startedAt, completedAt }) => startedAt === null && completedAt === null);
  const begun = all.flatMap((one) => (one.startedAt === null ? [] : { ...one, startedAt: one.startedAt }));
  const services = begun.map(({ queueNumber, ticketAt, startedAt, completedAt }) => ({
    lane: laneOf(queueNumber),
    ticketAt,
    startedAt,
    completedAt: completedAt && completedAt.getTime() <= at ? completedAt.getTime() : null,
  }));
  const { counters, chances, preventions, expectedPast, advice } = outlook({
    now: at,
    midnight: instantOf(serviceDate, "00:00", settings.timeZone),
    thresholdMs,
    waiting: waiting.map(({ id, queueNumber, ticketAt, calledAt }) => ({
      ticketId: id,
      lane: laneOf(queueNumber),
      ticketAt,
      called: calledAt !== null,
    })),
    services,
    learned,
    disturbedSince: disturbed,
  });
  const names = await accountNames(
    waiting.flatMap(({ acknowledgements }) => acknowledgements.map(({ byId }) => byId)),
  );
  const lines = waiting.map((one): HallLine => {
    const promiseEndsAt = one.ticketAt + thresholdMs + 1;
    const chance = at < promiseEndsAt ? (chances.get(one.id) ?? null) : null;
    return {
      ticketId: one.id,
      queueNumber: one.queueNumber,
      ticketAt: one.ticketAt,
      calledAt: one.calledAt?.getTime() ?? null,
      promiseEndsAt,
      chance: chance === null ? null : Math.round(chance * 100) / 100,
      word: chance === null ? null : chanceWord(chance),
      prevention: chance === null ? null : (preventions.get(one.id) ?? null),
      voucher: one.voucher,
      acknowledged: one.acknowledgements
        .map(({ level, at: seenAt, byId }) => ({
          level,
          at: seenAt.getTime(),
          byName: names.get(byId) ?? "–",
        }))
        .sort((a, b) => a.level - b.level),
    };
  });
  lines.sort((a, b) => a.promiseEndsAt - b.promiseEndsAt || (a.ticketId < b.ticketId ? -1 : 1));
  const [median = null, ninetieth = null] = waitQuantiles(
    [
      ...begun.map(({ ticketAt, startedAt }) => ({ ms: startedAt - ticketAt, over: true })),
      ...waiting.map(({ ticketAt }) => ({ ms: at - ticketAt, over: false })),
    ],
    [0.5, 0.9],
  );
  const pastWithoutVoucher = [...begun, ...waiting].filter(
    ({ voucher, ticketAt, startedAt }) => voucher === null && (startedAt ?? at) - ticketAt > thresholdMs,
  ).length;
  return {
    now: at,
    serviceDate,
    thresholdMs,
    alertLevels: alertLevels(thresholdMs, settings.hall.alertBefore),
    lines,
    median,
    ninetieth,
    pastWithoutVoucher,
    openCounters: counters,
    expectedPast: Math.round(expectedPast * 10) / 10,
    advice,
    disturbedSince: disturbed,
    feed,
  };
}

/** Time alone changes the chances, so an unchanged hall is read anew after this. */
const OLDEST_MS = 20_000;

const shared = oncePerChange(readHall, OLDEST_MS);

/**
 * The hall as it stands: who waits, how long, and who will pass the promise. Read once a process for each change that
 * was written, however many tablets ask; a page goes on from `toldAt` by its own monotonic clock.
 */
export async function liveHall(_context: { readonly account: SignedInAccount }): Promise<LiveHall> {
  return { ...(await shared()), toldAt: now().getTime() };
}
