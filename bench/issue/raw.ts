import Database from "better-sqlite3";
import pg from "pg";
import type { Kind } from "../support/office";

export type Row = Readonly<Record<string, unknown>>;

/** The rows that one issue wrote, by table, in the order in which they may be written. */
export type Written = ReadonlyMap<string, readonly Row[]>;

/** What one issue changes in rows that were there before. */
export interface Change {
  readonly ticketId: string;
  readonly serviceDate: string;
}

export interface RawDatabase {
  /** Writes one issue's rows in one durable transaction, as plainly as the driver allows: what the product is compared with. */
  readonly write: (change: Change, rows: Written) => unknown;
  readonly all: (sql: string, value: string) => Promise<Row[]>;
  readonly close: () => Promise<void>;
}

const COUNT = `INSERT INTO "day_counters" ("serviceDate", "lastNumber") VALUES (?, 1)
  ON CONFLICT ("serviceDate") DO UPDATE SET "lastNumber" = "day_counters"."lastNumber" + 1 RETURNING "lastNumber"`;
const CHECKED = `UPDATE "tickets" SET "checks" = "checks" + 1 WHERE "id" = ?`;
const listed = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(", ");

/** better-sqlite3 as it is: statements prepared once, BEGIN IMMEDIATE, and the product's own pragmas. */
function rawSqlite(file: string): RawDatabase {
  const db = new Database(file);
  for (const pragma of [
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
  ])
    db.pragma(pragma);
  const [count, checked] = [db.prepare(COUNT), db.prepare(CHECKED)];
  const inserts = new Map<string, Database.Statement>();
  const insert = (table: string, row: Row) => {
    const columns = Object.keys(row);
    const known = inserts.get(table);
    const statement =
      known ??
      db.prepare(`INSERT INTO "${table}" (${listed(columns)}) VALUES (${columns.map(() => "?").join(", ")})`);
    if (!known) inserts.set(table, statement);
    statement.run(...Object.values(row));
  };
  const write = db.transaction(({ ticketId, serviceDate }: Change, rows: Written) => {
    checked.run(ticketId);
    count.get(serviceDate);
    for (const [table, list] of rows) for (const row of list) insert(table, row);
  });
  return {
    write: (change, rows) => write.immediate(change, rows),
    all: async (sql, value) => db.prepare<[string], Row>(sql).all(value),
    close: async () => void db.close(),
  };
}

/** pg as it is: one connection, statements prepared by name, one statement a table. */
async function rawPostgres(connectionString: string): Promise<RawDatabase> {
  const client = new pg.Client({ connectionString, options: "-c timezone=UTC" });
  await client.connect();
  const numbered = (sql: string) => sql.replace("?", "$1");
  const insert = (table: string, list: readonly Row[]) => {
    const columns = Object.keys(list[0] ?? {});
    const places = list.map(
      (_, row) => `(${columns.map((_column, place) => `$${row * columns.length + place + 1}`).join(", ")})`,
    );
    const text = `INSERT INTO "${table}" (${listed(columns)}) VALUES ${places.join(", ")}`;
    return client.query({ name: `insert-${table}`, text, values: list.flatMap((row) => Object.values(row)) });
  };
  return {
    write: async ({ ticketId, serviceDate }, rows) => {
      await client.query("BEGIN");
      await client.query({ name: "checked", text: numbered(CHECKED), values: [ticketId] });
      await client.query({ name: "count", text: numbered(COUNT), values: [serviceDate] });
      for (const [table, list] of rows) await insert(table, list);
      await client.query("COMMIT");
    },
    all: async (sql, value) => (await client.query<Row>(numbered(sql), [value])).rows,
    close: () => client.end(),
  };
}

export const rawDatabase = (kind: Kind, url: string): Promise<RawDatabase> =>
  kind === "sqlite" ? Promise.resolve(rawSqlite(url.replace("file:", ""))) : rawPostgres(url);
