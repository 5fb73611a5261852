import "server-only";
import pg from "pg";
import { migrate } from "@/lib/platform/migrate";
import { MoveError } from "./move-error";
import type { MoveSource } from "./source";
import { readRows, setSequences, tablesInOrder, writeRows, type Table } from "./target";

/** Prisma's own record of each database. */
const MIGRATIONS = "_prisma_migrations";
/** What processes had in hand: it dies with them. */
const PASSING = new Set(["duties", "rate_limits"]);
const HEAD = "audit_head";

async function count(client: pg.Client, table: string): Promise<number> {
  const counted = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM "${table}"`);
  return counted.rows[0]?.count ?? 0;
}

/** Nothing in it but what migrating an empty database makes. */
async function assertEmpty(client: pg.Client, tables: readonly Table[]): Promise<void> {
  for (const { name } of tables) {
    if (name === MIGRATIONS) continue;
    const rows = await count(client, name);
    const fresh =
      name === HEAD && (await client.query(`SELECT 1 FROM "${HEAD}" WHERE "seq" > 0`)).rowCount === 0;
    if (rows > 0 && !fresh)
      throw new MoveError(
        "NOT_EMPTY",
        `the target has rows in ${name}: give a database of its own, made with createdb`,
      );
  }
}

async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT "migration_name" AS name FROM "${MIGRATIONS}" WHERE "finished_at" IS NOT NULL ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

async function copy(client: pg.Client, source: MoveSource, table: Table): Promise<void> {
  let rows = 0;
  try {
    for (const batch of source.rows(table.name, table.columns)) {
      await writeRows(client, table, batch);
      rows += batch.length;
    }
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    throw new MoveError("UNREADABLE", `${table.name}, after row ${rows}: ${why}`);
  }
}

/** Row by row, value by value. @throws MoveError DIFFERS */
async function compare(client: pg.Client, source: MoveSource, table: Table): Promise<number> {
  const there = readRows(client, table);
  let rows = 0;
  const differs = () =>
    new MoveError("DIFFERS", `${table.name}: row ${rows} is not the same in both databases`);
  for (const batch of source.rows(table.name, table.columns, table.key)) {
    for (const here of batch) {
      rows += 1;
      const next = await there.next();
      if (next.done || JSON.stringify(next.value) !== JSON.stringify(here)) throw differs();
    }
  }
  rows += 1;
  if (!(await there.next()).done) throw differs();
  return rows - 1;
}

/**
 * Copies a whole office from SQLite into an empty PostgreSQL database and compares every row there, all in one
 * transaction: after any fault the target is as empty as before.
 * @param tell called with each table and its rows once it is copied and compared
 * @throws MoveError OTHER_RELEASE, NOT_EMPTY, UNREADABLE or DIFFERS
 */
export async function moveRows(
  source: MoveSource,
  url: string,
  tell: (table: string, rows: number) => void = () => undefined,
): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: "-c timezone=UTC" });
  await client.connect();
  try {
    await assertEmpty(client, await tablesInOrder(client));
    await migrate({ kind: "postgres", url });
    const here = source.migrations().join();
    if (here !== (await appliedMigrations(client)).join())
      throw new MoveError(
        "OTHER_RELEASE",
        "the source is of another release: run npm run migrate on it first",
      );
    const tables = (await tablesInOrder(client)).filter(
      ({ name }) => name !== MIGRATIONS && !PASSING.has(name),
    );
    const unknown = source
      .tables()
      .filter(
        (name) => name !== MIGRATIONS && !PASSING.has(name) && !tables.some((table) => table.name === name),
      );
    if (unknown.length > 0)
      throw new MoveError("OTHER_RELEASE", `the target has no table ${unknown.join(", ")}`);
    await client.query("BEGIN");
    // What is there already was accepted once, and takes its place as it is. The owner of a table may do this.
    for (const { name } of tables) await client.query(`ALTER TABLE "${name}" DISABLE TRIGGER USER`);
    await client.query(`DELETE FROM "${HEAD}"`);
    for (const table of tables) {
      await copy(client, source, table);
      await setSequences(client, table);
    }
    for (const table of tables) tell(table.name, await compare(client, source, table));
    for (const { name } of tables) await client.query(`ALTER TABLE "${name}" ENABLE TRIGGER USER`);
    await client.query("COMMIT");
  } finally {
    // A transaction that is still open ends with its connection.
    await client.end();
  }
}
