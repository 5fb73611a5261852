import "server-only";

/** The database could not take the write in time; nothing was written, and the same request may be sent again. */
export class BusyError extends Error {
  override readonly name = "BusyError";
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

/** True when a unique constraint refused the row: the race was lost, the other one's row stands. */
export function isDuplicate(fault: unknown): boolean {
  return codeOf(fault) === "P2002";
}
