import "server-only";

/** The database could not take the write in time; nothing was written, and the same request may be sent again. */
export class BusyError extends Error {
  override readonly name: string = "BusyError";
}

/** The database cannot be written: its disk is full or broken, or it is damaged. Nothing was written; trying again at once is useless. */
export class StorageError extends Error {
  override readonly name = "StorageError";
}

/**
 * The database was lost while it was asked to commit: whether it did, nobody knows until the same request comes again. A
 * request under a key gets its answer then; one without a key says what it finds.
 */
export class LostError extends BusyError {
  override readonly name: string = "LostError";
}

/** A request key that already stands for another caller's request, or for another question: what was sent is refused. */
export class KeyTakenError extends RangeError {
  override readonly name = "KeyTakenError";
}

/** Codes of Prisma for: connection pool or transaction wait, lock wait, write conflict or deadlock. */
const PASSING_CODES = new Set(["P1008", "P2024", "P2028", "P2034"]);

/** A fault and what it wraps: Prisma's client wraps its driver's, which has the database's own inside. */
function* within(fault: unknown): Generator<Readonly<Record<string, unknown>>> {
  for (let depth = 0; depth < 5 && typeof fault === "object" && fault !== null; depth += 1) {
    const { meta, cause } = fault as { meta?: { driverAdapterError?: unknown }; cause?: unknown };
    yield fault as Readonly<Record<string, unknown>>;
    fault = meta?.driverAdapterError ?? cause;
  }
}

/** The same of a plain statement: how Prisma's drivers name a lock that was waited for in vain, and a conflict. */
const PASSING_KINDS = new Set<unknown>(["SocketTimeout", "TransactionWriteConflict"]);
const PASSING_WORDS = /SQLITE_BUSY|database is locked|deadlock detected|could not serialize|lock timeout/;

/** True for a fault that rolled everything back and may be gone at the next try. */
export function isPassing(fault: unknown): boolean {
  for (const { code, kind, message, originalMessage } of within(fault)) {
    if (typeof code === "string" && PASSING_CODES.has(code)) return true;
    if (PASSING_KINDS.has(kind)) return true;
    if ([message, originalMessage].some((text) => typeof text === "string" && PASSING_WORDS.test(text)))
      return true;
  }
  return false;
}

/** SQLite's words for a full, failing or write-protected disk, PostgreSQL's for the same, and the system's own. */
const STORAGE_WORDS =
  /SQLITE_(FULL|IOERR|READONLY|CANTOPEN)|disk is full|disk I\/O error|readonly database|ENOSPC|EDQUOT|EFBIG|No space left|could not (extend|write to) file|could not write (block|to)|\b53100\b/i;

/** PostgreSQL's for a text with a zero byte or half a character in it, which it cannot hold. */
const TEXT_WORDS = /\b22021\b|\b22P05\b|invalid byte sequence for encoding|unsupported Unicode escape/;

/** SQLite's words for a file that is not, or no longer, a sound database, and PostgreSQL's for a damaged page or index. */
const DAMAGE_WORDS =
  /SQLITE_(CORRUPT|NOTADB)|database disk image is malformed|file is not a database|invalid page in block|\bXX00[12]\b/i;

/** Whether a fault, or what it wraps, says one of these words. */
function says(words: RegExp, fault: unknown): boolean {
  for (const { message, code, originalCode, originalMessage } of within(fault)) {
    const said = [message, code, originalCode, originalMessage].filter((word) => typeof word === "string");
    if (said.some((word) => words.test(word))) return true;
  }
  return false;
}

/** True for a database that is damaged: no write of ours may make it worse, and only a person can bring it back. */
export const isDamage = (fault: unknown): boolean => says(DAMAGE_WORDS, fault);

/** True for a fault of the disk under the database, or of what lies on it. */
export const isStorageFault = (fault: unknown): boolean => says(STORAGE_WORDS, fault) || isDamage(fault);

/** True for a text that the database cannot hold: whoever sent it is refused, nothing is broken here. */
export const isUnholdable = (fault: unknown): boolean => says(TEXT_WORDS, fault);

/** Codes of Prisma for: not reachable, timed out on the way, closed by the server; a driver's connection that was cut. */
const CONNECTION_CODES = new Set(["P1001", "P1002", "P1017"]);
/**
 * PostgreSQL's words for a server that ends, starts or waits as a standby (57P01–57P03, 25006), and those of the way to it.
 * After a promotion the same address may for a moment still lead to the former primary.
 */
const CONNECTION_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Server has closed the connection|Can't reach database server|\bE(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH)\b|terminating connection|the database system is|\b(57P0[1-3]|25006)\b|in a read-only transaction|in recovery mode/i;

/** True for a fault of the way to the database, or of one that is ending, starting or not yet promoted. */
export function isConnectionFault(fault: unknown): boolean {
  if (says(CONNECTION_WORDS, fault)) return true;
  for (const { code } of within(fault))
    if (typeof code === "string" && CONNECTION_CODES.has(code)) return true;
  return false;
}

/** True for a fault at whose coming a commit that was on its way may have arrived all the same. */
export function mayHaveCommitted(fault: unknown): boolean {
  if (isConnectionFault(fault)) return true;
  // A commit that waits for a standby which is gone outlives the transaction's time.
  for (const { code } of within(fault)) if (code === "P2028") return true;
  return false;
}

/** True when a unique constraint refused the row: the race was lost, the other one's row stands. */
export function isDuplicate(fault: unknown): boolean {
  for (const { code, kind } of within(fault))
    if (code === "P2002" || kind === "UniqueConstraintViolation") return true;
  return false;
}
