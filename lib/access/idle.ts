import "server-only";
import { readSettings } from "@/lib/office/settings";
import { systemNow } from "@/lib/platform/clock";
import { reader, writeTransaction } from "@/lib/platform/database";
import { BusyError, StorageError } from "@/lib/platform/faults";
import { currentRequestId } from "@/lib/platform/request";
import { endSessions } from "./end-sessions";

/** The setting may be this old in a process that did not change it. */
const LIMIT_AGE_MS = 5_000;
/** Activity is written down at most so often for each session. */
const NOTE_EVERY_MS = 15_000;
const FORGET_MS = 24 * 60 * 60_000;

let limit: { readonly ms: number; readonly readAt: number } | undefined;

/** How long a session stays open without anybody's touch, ms. */
export async function idleLimitMs(): Promise<number> {
  if (limit && performance.now() - limit.readAt < LIMIT_AGE_MS) return limit.ms;
  const { sessions } = await readSettings(reader());
  limit = { ms: sessions.idleMinutes * 60_000, readAt: performance.now() };
  return limit.ms;
}

/** After a change of the setting: this process goes by it at once. */
export function forgetIdleLimit(): void {
  limit = undefined;
}

/** What this process heard itself: a disk that is full must not sign out a whole office. */
const heard = new Map<string, number>();

interface Used {
  readonly id: string;
  readonly createdAt: Date;
  readonly activeAt?: Date | null | undefined;
}

/** When somebody last did something with a session, epoch ms of the system's clock. */
export function lastActive({ id, createdAt, activeAt }: Used): number {
  return Math.max((activeAt ?? createdAt).getTime(), heard.get(id) ?? 0);
}

/** A person did something: the session goes on. Never fails a request for it; the next one notes it anew. */
export async function noteActivity(sessionId: string): Promise<void> {
  const now = systemNow();
  const before = heard.get(sessionId) ?? 0;
  if (Math.abs(now.getTime() - before) < NOTE_EVERY_MS) return;
  heard.set(sessionId, now.getTime());
  await ifWritable(() =>
    writeTransaction((tx) => tx.session.updateMany({ where: { id: sessionId }, data: { activeAt: now } })),
  );
}

/** Leaves a write undone that a full disk or a busy database does not take: the next request makes it. */
async function ifWritable(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (fault) {
    if (!(fault instanceof BusyError) && !(fault instanceof StorageError)) throw fault;
  }
}

/** Sessions that nobody touched since `before`; a process that heard of it writes it down within seconds. */
const untouchedSince = (before: Date) => ({
  OR: [{ activeAt: { lt: before } }, { activeAt: null, createdAt: { lt: before } }],
});

/** Ends one session for idleness, if it is still there and still untouched. */
export async function endIdleSession(sessionId: string, touchedBefore: number): Promise<void> {
  const where = { id: sessionId, ...untouchedSince(new Date(touchedBefore)) };
  await ifWritable(() => writeTransaction((tx) => endSessions(tx, where, "idle", currentRequestId())));
}

/**
 * Ends what nobody asks for any more: tablets switched off or out of reach. Any number of processes may do so together.
 * @returns how many sessions ended
 */
export async function endOldSessions(requestId: string): Promise<number> {
  const now = systemNow();
  // A minute more than the limit: another process may still hold an activity that it has not written down.
  const untouched = untouchedSince(new Date(now.getTime() - (await idleLimitMs()) - 60_000));
  const expired = { expiresAt: { lte: now } };
  for (const [id, at] of heard) if (now.getTime() - at > FORGET_MS) heard.delete(id);
  // Looked for first: a write every minute for nothing would be one too many.
  const any = await reader().session.findFirst({ where: { OR: [untouched, expired] }, select: { id: true } });
  if (!any) return 0;
  return writeTransaction(
    async (tx) =>
      (await endSessions(tx, expired, "expired", requestId)) +
      (await endSessions(tx, untouched, "idle", requestId)),
  );
}
