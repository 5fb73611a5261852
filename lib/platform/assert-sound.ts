import "server-only";
import { existsSync, readFileSync } from "node:fs";
import Database from "better-sqlite3";
import pg from "pg";
import { ConfigurationError, type Environment } from "./environment";

/** What a damaged SQLite file is told by; carries SQLite's own code, as its other faults do. */
class DamagedError extends Error {
  override readonly name = "DamagedError";
  readonly code = "SQLITE_CORRUPT";
}

/** How many tables a SQLite file holds, after every page of it was looked at. */
function tablesOfSqlite(file: string): number {
  if (!existsSync(/* turbopackIgnore: true */ file)) return 0;
  // For reading only: closing any other connection would bring a journal into a file that may be damaged.
  const database = new Database(file, { readonly: true, timeout: 30_000 });
  try {
    const found = database.pragma("quick_check(1)", { simple: true });
    if (found !== "ok") throw new DamagedError(String(found).slice(0, 200));
    return Number(database.prepare("SELECT count(*) FROM sqlite_master WHERE type = 'table'").pluck().get());
  } finally {
    database.close();
  }
}

async function tablesOfPostgres(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const counted = await client.query<{ count: string }>(
      "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()",
    );
    return Number(counted.rows[0]?.count ?? 0);
  } finally {
    await client.end();
  }
}

function noted(file: string): boolean {
  try {
    return readFileSync(/* turbopackIgnore: true */ file, "utf8").trim() !== "";
  } catch {
    return false;
  }
}

/**
 * Looks at the database before a start changes anything in it: a SQLite file is read through, and a real office whose
 * record was noted in the file of daily heads does not begin anew on an empty database.
 * @throws what `startFault` knows the words for
 */
export async function assertSound({ mode, database, auditHeads }: Environment): Promise<void> {
  const tables =
    database.kind === "sqlite" ? tablesOfSqlite(database.file) : await tablesOfPostgres(database.url);
  if (tables > 0 || mode === "demo" || !noted(auditHeads)) return;
  throw new ConfigurationError(
    `The database is empty or gone, but ${auditHeads} tells of an office that was here. Bring back the newest backup: docs/operations.md, "The database is damaged". Only if a new office shall really begin, put that file away`,
  );
}
