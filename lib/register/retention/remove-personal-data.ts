import "server-only";
import { appendAudit } from "@/lib/audit/append";
import { keptFrom } from "@/lib/office/retention";
import { instantOf } from "@/lib/office/local-time";
import { readSettings } from "@/lib/office/settings";
import { now, systemNow } from "@/lib/platform/clock";
import { reader, writeTransaction } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";
import { removeOldFiles } from "@/lib/queue/import/old-files";
import { runView } from "./queries";
import { REMOVERS, type Before, type Remover } from "./removers";
import { finished, holdRun, LEASE_MS, takeRun, type Lease } from "./run";
import type { RetentionCounts, RetentionOutcome } from "./types";

/** So few that no tablet waits for one; a year's backlog is a few hundred of them. */
const BATCH = 200;
const DAY_MS = 86_400_000;

/** SQLite answers within the turn it is asked in: between two batches the hall has its turn. */
const othersTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** "LOST" when another process has taken the run over, else from how many rows it removed. */
async function batch(
  lease: Lease,
  what: keyof RetentionCounts,
  date: string,
  remove: Remover["remove"],
  before: Before,
  limit: number,
): Promise<number | "LOST"> {
  return writeTransaction(async (tx) => {
    if (!(await holdRun(tx, lease))) return "LOST";
    const count = await remove(tx, before, limit);
    if (count === 0) return 0;
    await tx.retentionRun.update({ where: { id: lease.run.id }, data: { [what]: { increment: count } } });
    await appendAudit(tx, {
      actor: { kind: "SYSTEM" },
      action: "retention.removed",
      subject: { kind: "retention-run", id: lease.run.id },
      data: { what, count, before: date },
      requestId: lease.run.id,
    });
    return count;
  });
}

interface Options {
  /** Rows a transaction. */
  readonly limit?: number;
  readonly leaseMs?: number;
  /** Called between two transactions. */
  readonly between?: () => Promise<void> | void;
}

/**
 * Removes names, booking numbers, signatures and files with names of service dates older than the retention. In batches,
 * each a transaction with its audit row, so it may be killed at any point: whoever comes next takes the run up where it
 * stood. One process at a time, of all that share the database.
 * @param byHand whether somebody asked for it at the server; recorded, and nothing else.
 * @throws BusyError when the database stays locked; what is removed stays removed.
 */
export async function removePersonalData(
  byHand: boolean,
  { limit = BATCH, leaseMs = LEASE_MS, between = othersTurn }: Options = {},
): Promise<RetentionOutcome> {
  const lease = await takeRun(byHand, leaseMs);
  if (!lease) return { end: "RUNNING" };
  const settings = await readSettings(reader());
  // A run that was left may be older than a longer retention: what is still there then stays.
  const kept = keptFrom(settings, now());
  const date = lease.run.upTo < kept ? lease.run.upTo : kept;
  const before = { date, instant: new Date(instantOf(date, "00:00", settings.timeZone)) };
  for (const { what, remove } of REMOVERS) {
    for (;;) {
      const count = await batch(lease, what, date, remove, before, limit);
      if (count === "LOST") return { end: "LOST" };
      await between();
      if (count < limit) break;
    }
  }
  const { dropDir } = environment();
  if (dropDir) {
    // Files have no service date; the system's clock wrote their time.
    const files = await removeOldFiles(dropDir, systemNow().getTime() - settings.retention.days * DAY_MS);
    if ((await batch(lease, "files", date, async () => files, before, limit)) === "LOST")
      return { end: "LOST" };
  }
  return finish(lease);
}

async function finish(lease: Lease): Promise<RetentionOutcome> {
  const run = await writeTransaction(async (tx) => {
    if (!(await holdRun(tx, lease))) return null;
    const done = await tx.retentionRun.update({ where: { id: lease.run.id }, data: finished() });
    const { upTo, days, tickets, vouchers, signatures, requests, files } = done;
    await appendAudit(tx, {
      actor: { kind: "SYSTEM" },
      action: "retention.finished",
      subject: { kind: "retention-run", id: done.id },
      data: { before: upTo, days, tickets, vouchers, signatures, requests, files },
      requestId: done.id,
    });
    return done;
  });
  return run ? { end: "DONE", run: runView(run) } : { end: "LOST" };
}
