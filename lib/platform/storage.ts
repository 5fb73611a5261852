import "server-only";
import { systemNow } from "./clock";
import { log } from "./log";

// Next may load this module more than once in a process; there is one disk.
const holder = globalThis as typeof globalThis & { __janjiStorageLostAt?: number };

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
  return holder.__janjiStorageLostAt ?? null;
}
