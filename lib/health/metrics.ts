import "server-only";
import { collectDefaultMetrics, Gauge, register } from "prom-client";
import { readPolicy } from "@/lib/office/policies";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";
import { localDate } from "@/lib/rules/local-date";
import { behindRecordMs } from "./clock-watch";
import { databaseSize, databaseSkewMs, diskRoom } from "./machine";
import { healthReport } from "./report";
import type { HealthLevel, HealthReport } from "./types";

type Values = readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[];

const gauge = (name: string, help: string, labelNames: readonly string[]) =>
  (register.getSingleMetric(name) as Gauge | undefined) ?? new Gauge({ name, help, labelNames });

/** Writes a gauge anew: what is not told any more is gone, not as it was. */
function tell(name: string, help: string, labelNames: readonly string[], values: Values): void {
  const one = gauge(name, help, labelNames);
  one.reset();
  for (const { labels, value } of values) one.set(labels, value);
}

const LEVELS: Readonly<Record<HealthLevel, number>> = { OK: 0, WARN: 1, BAD: 2 };
const seconds = (ms: number) => ms / 1000;
/** This long before the promise's end a wait is near it. */
const NEAR_MS = 30 * 60_000;

/** Today's vouchers by state; every state stands there, also with none. */
async function tellVouchers(serviceDate: string): Promise<void> {
  const counts = await reader().voucher.groupBy({ by: ["state"], where: { serviceDate }, _count: true });
  const states = ["ISSUED", "CONFIRMED", "COMPLETED", "WITHHELD", "LAPSED"] as const;
  tell(
    "janji_vouchers_today",
    "Vouchers of the office's date by their state.",
    ["state"],
    states.map((state) => ({
      labels: { state },
      value: counts.find((count) => count.state === state)?._count ?? 0,
    })),
  );
}

/** Who waits for biometrics now: within the promise, less than half an hour from its end, or past it. */
async function tellWaiting(serviceDate: string): Promise<void> {
  const at = now().getTime();
  const { thresholdMs } = await readPolicy(reader(), serviceDate);
  const waiting = await reader().ticket.findMany({
    where: {
      serviceDate,
      biometricTicketAt: { not: null, lte: new Date(at) },
      biometricStartedAt: null,
      completedAt: null,
    },
    select: { biometricTicketAt: true, calledAt: true },
  });
  const of = (called: boolean, from: number, to: number) =>
    waiting.filter(({ biometricTicketAt, calledAt }) => {
      const waited = at - (biometricTicketAt?.getTime() ?? at);
      return (calledAt !== null) === called && waited > from && waited <= to;
    }).length;
  const near = thresholdMs - NEAR_MS;
  tell(
    "janji_waiting",
    "People who wait for biometrics, by stage and by how near the end of the promise is.",
    ["stage", "promise"],
    (["waiting", "called"] as const).flatMap((stage) => [
      { labels: { stage, promise: "within" }, value: of(stage === "called", -1, near) },
      { labels: { stage, promise: "near" }, value: of(stage === "called", near, thresholdMs) },
      { labels: { stage, promise: "past" }, value: of(stage === "called", thresholdMs, Infinity) },
    ]),
  );
}

async function tellPrinting(): Promise<void> {
  const [jobs, printers] = await Promise.all([
    reader().printJob.groupBy({ by: ["state"], where: { state: { in: ["QUEUED", "SENT"] } }, _count: true }),
    reader().printer.groupBy({ by: ["state"], where: { removedAt: null }, _count: true }),
  ]);
  tell(
    "janji_print_jobs",
    "Slips that wait for a printer or are at one.",
    ["state"],
    (["QUEUED", "SENT"] as const).map((state) => ({
      labels: { state },
      value: jobs.find((job) => job.state === state)?._count ?? 0,
    })),
  );
  tell(
    "janji_printers",
    "The office's printers by their state.",
    ["state"],
    printers.map(({ state, _count }) => ({ labels: { state }, value: _count })),
  );
}

async function tellMachine(): Promise<void> {
  const { dataDir, backups } = environment();
  const [size, data, copies, skew, behind] = await Promise.all([
    databaseSize(),
    diskRoom(dataDir),
    backups ? diskRoom(backups.folder) : null,
    databaseSkewMs(),
    behindRecordMs(),
  ]);
  tell(
    "janji_database_bytes",
    "Size of the database, and of what SQLite has yet to move into its file.",
    ["part"],
    [
      { labels: { part: "file" }, value: size.file },
      ...(size.wal === null ? [] : [{ labels: { part: "wal" }, value: size.wal }]),
    ],
  );
  const disks = [
    { disk: "data", room: data },
    { disk: "backups", room: copies },
  ];
  tell(
    "janji_disk_free_bytes",
    "Room of the disks under data and backups.",
    ["disk"],
    disks.flatMap(({ disk, room }) => (room ? { labels: { disk }, value: room.free } : [])),
  );
  tell(
    "janji_clock_skew_seconds",
    "The database's clock, and the record's newest row, minus this machine's clock.",
    ["against"],
    [
      ...(skew === null ? [] : [{ labels: { against: "database" }, value: seconds(skew) }]),
      { labels: { against: "record" }, value: seconds(Math.max(0, behind)) },
    ],
  );
}

/** What the checks measured; an age that is not known is not told. */
function tellHealth({ at, checks }: HealthReport): void {
  tell(
    "janji_health",
    "The checks of health: 0 well, 1 to be looked at, 2 bad.",
    ["check"],
    checks.map(({ key, level }) => ({ labels: { check: key.toLowerCase() }, value: LEVELS[level] })),
  );
  const ages = [
    { what: "feed", key: "FEED" },
    { what: "backup", key: "BACKUP" },
    { what: "retention", key: "RETENTION" },
  ];
  const found = (key: string) => checks.find((check) => check.key === key);
  const audit = found("AUDIT");
  tell(
    "janji_age_seconds",
    "How long ago it was: the queue system heard, a backup made, old data removed, the record verified.",
    ["what"],
    [
      ...ages.flatMap(({ what, key }) => {
        const measured = found(key)?.measured ?? null;
        return measured === null ? [] : [{ labels: { what }, value: seconds(measured) }];
      }),
      ...(audit?.measured && audit.since !== null
        ? [{ labels: { what: "audit" }, value: seconds(at - audit.since) }]
        : []),
    ],
  );
}

const holder = globalThis as typeof globalThis & { __janjiDefaultMetrics?: boolean };

/** What Node tells of itself: memory, processor, collections, how late the event loop is. */
function collectDefaults(): void {
  if (holder.__janjiDefaultMetrics) return;
  holder.__janjiDefaultMetrics = true;
  collectDefaultMetrics();
}

/**
 * Everything there is to measure, as Prometheus reads it: this process's own counts, and the office's state as the
 * database has it, the same in every process. Labels are states, routes and names of checks: nobody is in them.
 */
export async function metricsText(): Promise<{ readonly text: string; readonly contentType: string }> {
  collectDefaults();
  tellHealth(await healthReport());
  const { timeZone } = await readSettings(reader());
  const today = localDate(now().getTime(), timeZone);
  await Promise.all([tellVouchers(today), tellWaiting(today), tellPrinting(), tellMachine()]);
  return { text: await register.metrics(), contentType: register.contentType };
}
