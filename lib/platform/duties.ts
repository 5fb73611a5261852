import "server-only";
import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { systemNow } from "./clock";
import { reader, writeTransaction } from "./database";
import { isDuplicate } from "./faults";
import { log } from "./log";

/** A process that says nothing more loses a duty after so many of the duty's own intervals. */
const INTERVALS_HELD = 3;
const SHORTEST_LEASE_MS = 10_000;

interface Keeping {
  readonly owner: string;
  readonly timers: Set<NodeJS.Timeout>;
  ended: boolean;
}

// Next may load this module more than once in a process; to other processes it is one.
const holder = globalThis as typeof globalThis & { __janjiDuties?: Keeping };
/** Tells where a duty is done, and a process from one that had its number before. */
const processName = () => `${hostname()}:${process.pid}:${randomBytes(4).toString("hex")}`;
const keeping = (): Keeping =>
  (holder.__janjiDuties ??= { owner: processName(), timers: new Set(), ended: false });

/** Whether an owner was a process of this machine that is no more: after a power cut nobody need wait for its lease. */
function isGone(owner: string): boolean {
  const [host, pid] = owner.split(":");
  if (host !== hostname() || !/^[1-9]\d*$/.test(pid ?? "")) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === "ESRCH";
  }
}

const leaseOf = (everyMs: number) => Math.max(SHORTEST_LEASE_MS, INTERVALS_HELD * everyMs);

/**
 * Takes a duty, or keeps it where it is this process's already: of all processes on one database one has it.
 * @param owner who asks
 * @param leaseMs for how long it is the owner's without a further word, by the system's clock
 * @param renewal of a duty that is being done at this moment: no new run of it is counted, and how far it is may be noted
 * @returns whether it is the owner's now
 */
export async function takeDuty(
  key: string,
  owner: string,
  leaseMs: number,
  renewal?: { readonly note: string | null },
): Promise<boolean> {
  const now = systemNow();
  const until = new Date(now.getTime() + leaseMs);
  // Looked at first: whoever finds it in other hands writes nothing.
  const known = await reader().duty.findUnique({ where: { key } });
  const left = known?.owner && isGone(known.owner) ? [{ owner: known.owner }] : [];
  if (known && known.owner !== owner && known.until && known.until > now && left.length === 0) return false;
  const free = [{ owner }, { until: null }, { until: { lte: now } }, ...left];
  const done = renewal ?? { ranAt: now, runs: { increment: 1 }, note: null };
  const taken = await writeTransaction((tx) =>
    tx.duty.updateMany({ where: { key, OR: free }, data: { owner, until, ...done } }),
  );
  if (taken.count > 0) return true;
  if (known) return false;
  try {
    await writeTransaction((tx) => tx.duty.create({ data: { key, owner, until, ranAt: now, runs: 1 } }));
    return true;
  } catch (fault) {
    // Another process made the row first, and has the duty.
    if (isDuplicate(fault)) return false;
    throw fault;
  }
}

/** Gives a duty back, so that whoever wants it next need not wait. */
export async function leaveDuty(key: string, owner: string): Promise<void> {
  await writeTransaction((tx) =>
    tx.duty.updateMany({ where: { key, owner }, data: { until: null, note: null } }),
  );
}

/** What a run of a duty noted last, in whichever process it goes on; null when none does. */
export async function dutyNote(key: string): Promise<string | null> {
  const duty = await reader().duty.findUnique({ where: { key } });
  return duty?.until && duty.until > systemNow() ? duty.note : null;
}

/** Does a duty once if it is this process's turn, and holds it for as long as that takes. It never throws. */
async function doDuty(key: string, everyMs: number, work: () => Promise<unknown>): Promise<void> {
  const { owner } = keeping();
  const leaseMs = leaseOf(everyMs);
  try {
    if (!(await takeDuty(key, owner, leaseMs))) return;
    const holding = setInterval(
      () => void takeDuty(key, owner, leaseMs, { note: null }).catch(() => false),
      leaseMs / INTERVALS_HELD,
    );
    try {
      await work();
    } finally {
      clearInterval(holding);
    }
  } catch (fault) {
    log.warn(
      { duty: key, kind: fault instanceof Error ? fault.name : typeof fault },
      "a duty will try again",
    );
  }
}

/**
 * Has a standing duty done every `everyMs` milliseconds, and now, by one of the processes that share the database: the one
 * that has it keeps it, and when it ends or dies another takes it over. A run that takes longer than that is not joined
 * by a second one.
 * @returns after the first run, or after finding that the duty is another process's; it never throws
 */
export async function keepDuty(
  key: string,
  everyMs: number,
  work: () => Promise<unknown>,
): Promise<{ readonly stop: () => void }> {
  let busy = false;
  const run = async () => {
    if (busy || keeping().ended) return;
    busy = true;
    await doDuty(key, everyMs, work);
    busy = false;
  };
  await run();
  const timer = setInterval(() => void run(), everyMs).unref();
  keeping().timers.add(timer);
  const stop = () => {
    clearInterval(timer);
    keeping().timers.delete(timer);
  };
  return { stop };
}

/** Before the process ends: no duty is begun any more, and what is this process's may be taken up by another at once. */
export async function giveBackDuties(): Promise<void> {
  const { owner, timers } = keeping();
  keeping().ended = true;
  for (const timer of timers) clearInterval(timer);
  await writeTransaction((tx) => tx.duty.updateMany({ where: { owner }, data: { until: null } }));
}
