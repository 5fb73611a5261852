import "server-only";
import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import { MoveError } from "./move-error";
import { orderSql, wordOf, type Column, type Stored, type Word } from "./columns";

/** Beside the other facts of an installation: a database that bears it serves no more. */
export const MOVED = "moved-to-postgres";

const BATCH = 500;
const MOVED_SQL = `SELECT "value" FROM "installation_facts" WHERE "key" = ?`;

/** The SQLite file that an office leaves: nobody else has it open while it is read. */
export interface MoveSource {
  readonly migrations: () => readonly string[];
  readonly count: (table: string) => number;
  /** Rows in the order in which they were written (a row never refers to a later one), or by key. */
  readonly rows: (
    table: string,
    columns: readonly Column[],
    key?: readonly string[],
  ) => Generator<readonly (readonly Word[])[]>;
  readonly tables: () => readonly string[];
  /** Notes that the office has moved, so that no server opens this file again. */
  readonly markMoved: (at: string) => void;
  readonly close: () => void;
}

/**
 * Opens a file for itself: leaving the write-ahead log works for the only connection alone, and the lock that follows
 * keeps everybody out until `close`.
 * @throws MoveError NO_SOURCE, SERVED or MOVED
 */
export function openSource(file: string): MoveSource {
  if (!existsSync(file)) throw new MoveError("NO_SOURCE", `there is no database ${file}`);
  const db = new Database(file, { timeout: 1_000 });
  const close = () => {
    if (db.inTransaction) db.exec("COMMIT");
    db.pragma("journal_mode = WAL");
    db.close();
  };
  try {
    const journal: unknown = db.pragma("journal_mode = DELETE", { simple: true });
    if (journal !== "delete") throw new Error("somebody else has it open");
    db.exec("BEGIN EXCLUSIVE");
  } catch {
    db.close();
    throw new MoveError("SERVED", `${file} is in use: stop the server that serves it first`);
  }
  const moved = db.prepare(MOVED_SQL).pluck().get(MOVED) as string | undefined;
  if (moved) {
    close();
    throw new MoveError("MOVED", `${file} was moved already, on ${moved}`);
  }
  return {
    migrations: () =>
      db
        .prepare(
          `SELECT "migration_name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL ORDER BY 1`,
        )
        .pluck()
        .all() as string[],
    tables: () =>
      db
        .prepare(
          "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1",
        )
        .pluck()
        .all() as string[],
    count: (table) => db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number,
    *rows(table, columns, key) {
      const names = columns.map(({ name }) => `"${name}"`).join(", ");
      const order = key ? orderSql(key, "sqlite") : "rowid";
      const read = db.prepare(`SELECT ${names} FROM "${table}" ORDER BY ${order}`).raw().safeIntegers();
      let batch: (readonly Word[])[] = [];
      for (const row of read.iterate() as IterableIterator<readonly Stored[]>) {
        batch.push(columns.map((column, index) => wordOf(column, row[index] ?? null)));
        if (batch.length < BATCH) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
    },
    markMoved: (at) => {
      db.prepare(`INSERT INTO "installation_facts" ("key", "value") VALUES (?, ?)`).run(MOVED, at);
    },
    close,
  };
}

/**
 * Lets an office go back to its file. What was recorded in the other database since is not in it.
 * @returns when it had been moved; null when it had not
 */
export function takeBack(file: string): string | null {
  if (!existsSync(file)) throw new MoveError("NO_SOURCE", `there is no database ${file}`);
  const db = new Database(file, { timeout: 1_000 });
  try {
    const moved = db.prepare(MOVED_SQL).pluck().get(MOVED) as string | undefined;
    db.prepare(`DELETE FROM "installation_facts" WHERE "key" = ?`).run(MOVED);
    return moved ?? null;
  } finally {
    db.close();
  }
}
