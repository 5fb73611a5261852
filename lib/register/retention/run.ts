import "server-only";
import { randomUUID } from "node:crypto";
import { keptFrom } from "@/lib/office/retention";
import { localParts } from "@/lib/office/local-time";
import { readSettings } from "@/lib/office/settings";
import { now, systemNow } from "@/lib/platform/clock";
import { reader, writeTransaction, type Tx } from "@/lib/platform/database";
import { isDuplicate } from "@/lib/platform/faults";
import type { RetentionRun } from "@/lib/platform/generated/sqlite/client";

/** Far longer than a batch takes; a process that died holds the others up no longer than this. */
export const LEASE_MS = 60_000;
const HELD = "RUNNING";

/** A run that is this process's for now. */
export interface Lease {
  readonly run: RetentionRun;
  readonly owner: string;
  readonly leaseMs: number;
}

/**
 * Takes up the run that somebody left unfinished, or begins one; null when another process is at it.
 * Of several processes the database lets one have it.
 */
export async function takeRun(byHand: boolean, leaseMs: number): Promise<Lease | null> {
  const owner = randomUUID();
  const leaseUntil = new Date(systemNow().getTime() + leaseMs);
  const settings = await readSettings(reader());
  const at = now();
  const fresh = {
    day: localParts(at.getTime(), settings.timeZone).date,
    upTo: keptFrom(settings, at),
    days: settings.retention.days,
    byHand,
  };
  try {
    return await writeTransaction(async (tx) => {
      const [left] = await tx.retentionRun.updateManyAndReturn({
        where: { held: HELD, OR: [{ leaseUntil: null }, { leaseUntil: { lte: systemNow() } }] },
        data: { leaseOwner: owner, leaseUntil },
      });
      if (left) return { run: left, owner, leaseMs };
      if (await tx.retentionRun.findFirst({ where: { held: HELD }, select: { id: true } })) return null;
      const lease = { held: HELD, leaseOwner: owner, leaseUntil };
      const run = await tx.retentionRun.create({ data: { ...fresh, ...lease, startedAt: systemNow() } });
      return { run, owner, leaseMs };
    });
  } catch (fault) {
    if (isDuplicate(fault)) return null;
    throw fault;
  }
}

/** Prolongs the lease as a transaction's first statement; false when another process has taken the run over. */
export async function holdRun(tx: Tx, { run, owner, leaseMs }: Lease): Promise<boolean> {
  const leaseUntil = new Date(systemNow().getTime() + leaseMs);
  const where = { id: run.id, leaseOwner: owner, held: HELD };
  return (await tx.retentionRun.updateMany({ where, data: { leaseUntil } })).count === 1;
}

/** What ends a run: the next one may begin. */
export const finished = () => ({ finishedAt: systemNow(), held: null, leaseOwner: null, leaseUntil: null });
