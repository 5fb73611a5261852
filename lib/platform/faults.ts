import "server-only";

/** The database could not take the write in time; nothing was written, and the same request may be sent again. */
export class BusyError extends Error {
  override readonly name = "BusyError";
}

/** The database cannot be written: its disk is full or broken. Nothing was written; trying again at once is useless. */
export class StorageError extends Error {
  override readonly name = "StorageError";
}

/** Codes of Prisma for: connection pool or transaction wait, lock wait, write conflict or deadlock. */
const PASSING_CODES = new Set(["P1008", "P2024", "P2028", "P2034"]);

function codeOf(fault: unknown): string | undefined {
  const code = typeof fault === "object" && fault !== null && "code" in fault ? fault.code : undefined;
  return typeof code === "string" ? code : undefined;
}

/** True for a fault that rolled everything back and may be gone at the next try. */
export function isPassing(fault: unknown): boolean {
  const code = codeOf(fault);
  if (code && PASSING_CODES.has(code)) return true;
  const text = fault instanceof Error ? fault.message : "";
  return /SQLITE_BUSY|database is locked|deadlock detected|could not serialize|lock timeout/.test(text);
}

/** SQLite's words for a full, failing or write-protected disk, PostgreSQL's for the same, and the system's own. */
const STORAGE_WORDS =
  /SQLITE_(FULL|IOERR|READONLY|CANTOPEN)|disk is full|disk I\/O error|readonly database|ENOSPC|EDQUOT|EFBIG|No space left|could not (extend|write to) file|could not write (block|to)|\b53100\b/i;

/** True for a fault of the disk under the database. Looks into causes too: drivers wrap each other's faults. */
export function isStorageFault(fault: unknown): boolean {
  for (let depth = 0; depth < 5 && typeof fault === "object" && fault !== null; depth += 1) {
    const { message, code, originalCode, originalMessage, cause } = fault as Record<string, unknown>;
    const words = [message, code, originalCode, originalMessage].filter((word) => typeof word === "string");
    if (words.some((word) => STORAGE_WORDS.test(word))) return true;
    fault = cause;
  }
  return false;
}

/** True when a unique constraint refused the row: the race was lost, the other one's row stands. */
export function isDuplicate(fault: unknown): boolean {
  return codeOf(fault) === "P2002";
}
