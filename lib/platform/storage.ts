import "server-only";
import { systemNow } from "./clock";
import { log } from "./log";

// Next may load this module more than once in a process; there is one disk.
const holder = globalThis as typeof globalThis & { __janjiStorageLostAt?: number; __janjiDamagedAt?: number };

/**
 * Notes that the database is damaged, which no later success takes back: a damaged file may well take the next write, and
 * be worse for it. A start looks at it anew.
 */
export function noteDamage(): void {
  if (isDamaged()) return;
  holder.__janjiDamagedAt = systemNow().getTime();
  log.error("the database is damaged; nothing is written to it any more: see docs/operations.md");
}

export const isDamaged = (): boolean => holder.__janjiDamagedAt !== undefined;

/** For tests, whose process outlives its databases. */
export function forgetDamage(): void {
  delete holder.__janjiDamagedAt;
}

/** Notes whether the last write could be stored; said in the log when that changes, not with each write. */
export function noteStorage(works: boolean): void {
  if (works && holder.__janjiStorageLostAt !== undefined) {
    delete holder.__janjiStorageLostAt;
    log.info("the database can be written again");
  } else if (!works && holder.__janjiStorageLostAt === undefined) {
    holder.__janjiStorageLostAt = systemNow().getTime();
    log.error("the database cannot be written: its disk is full, failing or write-protected");
  }
}

/** Since when nothing can be stored, epoch ms of the system's clock; null while all is well. */
export function storageLostAt(): number | null {
  return holder.__janjiDamagedAt ?? holder.__janjiStorageLostAt ?? null;
}
