import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { startPostgres, type ThrowAwayPostgres } from "./postgres-server";
import type { ServerOptions } from "./server";

export type DatabaseKind = "sqlite" | "postgres";

/** One empty database for several server processes, and a look at its rows from outside of all of them. */
export interface SharedDatabase {
  readonly options: Pick<ServerOptions, "database" | "dataDir">;
  /** Table and column names in double quotes read alike on both databases. */
  readonly rows: <Row extends object>(sql: string) => Promise<Row[]>;
  /** What somebody with a database client of their own does to it. */
  readonly outside: (sql: string) => Promise<void>;
  readonly drop: () => Promise<void>;
}

/** Where fresh databases of one kind come from; `stop` ends the server behind them. */
export interface DatabaseSource {
  readonly fresh: () => Promise<SharedDatabase>;
  readonly stop: () => void;
  /** The database's own server; null where there is none to kill. */
  readonly server: ThrowAwayPostgres | null;
}

function sqliteSource(): DatabaseSource {
  const fresh = async (): Promise<SharedDatabase> => {
    const dataDir = mkdtempSync(path.join(tmpdir(), "janji-shared-"));
    return {
      options: { dataDir },
      rows: async <Row extends object>(sql: string) => {
        const db = new Database(path.join(dataDir, "janji.db"), { readonly: true });
        try {
          return db.prepare(sql).all() as Row[];
        } finally {
          db.close();
        }
      },
      outside: async (sql) => {
        const db = new Database(path.join(dataDir, "janji.db"), { timeout: 10_000 });
        db.exec(sql);
        db.close();
      },
      drop: async () => rmSync(dataDir, { recursive: true, force: true }),
    };
  };
  return { fresh, stop: () => undefined, server: null };
}

async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  // A server that is killed meanwhile fails the query; it must not end the process that asks.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function postgresSource(durable: boolean): Promise<DatabaseSource> {
  const server = await startPostgres({ durable });
  let counter = 0;
  const fresh = async (): Promise<SharedDatabase> => {
    const name = `shared_${(counter += 1)}`;
    await query(server.url, `CREATE DATABASE ${name}`);
    const database = server.url.replace(/\/[^/]*$/, `/${name}`);
    // The demo's secret is a file; processes of one office share the folder too.
    const dataDir = mkdtempSync(path.join(tmpdir(), "janji-shared-"));
    return {
      options: { database, dataDir },
      rows: (sql) => query(database, sql),
      outside: (sql) => query(database, sql).then(() => undefined),
      drop: async () => {
        await query(server.url, `DROP DATABASE ${name} WITH (FORCE)`);
        rmSync(dataDir, { recursive: true, force: true });
      },
    };
  };
  return { fresh, stop: server.stop, server };
}

/** @param options durable: PostgreSQL waits for the disk, as in an office and as SQLite does; for measurements */
export const databaseSource = async (
  kind: DatabaseKind,
  { durable = false } = {},
): Promise<DatabaseSource> => (kind === "sqlite" ? sqliteSource() : postgresSource(durable));
