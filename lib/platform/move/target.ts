import "server-only";
import type pg from "pg";
import { inputOf, orderSql, wordSql, type Column, type Word } from "./columns";

const FETCH = 500;

/** A table of the target, as it is declared there. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  /** The columns of its primary key, in order. */
  readonly key: readonly string[];
  /** Tables that its rows refer to, itself left out. */
  readonly refersTo: readonly string[];
}

const COLUMNS = `SELECT table_name AS "table", column_name AS "name", udt_name AS "type"
  FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position`;
const KEYS = `SELECT c.conrelid::regclass::text AS "table", a.attname AS "name"
  FROM pg_constraint c CROSS JOIN LATERAL unnest(c.conkey) WITH ORDINALITY AS k(attnum, place)
  JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.attnum
  WHERE c.contype = 'p' AND c.connamespace = current_schema()::regnamespace ORDER BY 1, k.place`;
const REFERENCES = `SELECT DISTINCT conrelid::regclass::text AS "table", confrelid::regclass::text AS "to"
  FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace AND conrelid <> confrelid`;

/** The tables of the target, each after those that it refers to. */
export async function tablesInOrder(client: pg.Client): Promise<Table[]> {
  const columns = (await client.query<Column & { table: string }>(COLUMNS)).rows;
  const keys = (await client.query<{ table: string; name: string }>(KEYS)).rows;
  const references = (await client.query<{ table: string; to: string }>(REFERENCES)).rows;
  const left = [...new Set(columns.map(({ table }) => table))].map((name) => ({
    name,
    columns: columns
      .filter(({ table }) => table === name)
      .map(({ name: column, type }) => ({ name: column, type })),
    key: keys.filter(({ table }) => table === name).map(({ name: column }) => column),
    refersTo: references.filter(({ table }) => table === name).map(({ to }) => to),
  }));
  const ordered: Table[] = [];
  while (left.length > 0) {
    const index = left.findIndex(({ refersTo }) =>
      refersTo.every((to) => ordered.some(({ name }) => name === to)),
    );
    const [next] = left.splice(index, 1);
    if (index < 0 || !next) throw new Error("tables refer to each other in a circle");
    ordered.push(next);
  }
  return ordered;
}

/** Writes rows as they are; the table's triggers must be off. */
export async function writeRows(
  client: pg.Client,
  { name, columns }: Table,
  rows: readonly (readonly Word[])[],
): Promise<void> {
  const names = columns.map((column) => `"${column.name}"`).join(", ");
  const objects = rows.map((row) =>
    Object.fromEntries(columns.map((column, index) => [column.name, inputOf(column, row[index] ?? null)])),
  );
  await client.query(
    `INSERT INTO "${name}" (${names}) SELECT ${names} FROM json_populate_recordset(NULL::"${name}", $1::json)`,
    [JSON.stringify(objects)],
  );
}

/** Rows by key, in words that can be compared. */
export async function* readRows(
  client: pg.Client,
  { name, columns, key }: Table,
): AsyncGenerator<readonly Word[]> {
  const words = columns.map(wordSql).join(", ");
  const cursor = `moved_${name}`;
  await client.query(
    `DECLARE "${cursor}" CURSOR FOR SELECT ${words} FROM "${name}" ORDER BY ${orderSql(key, "postgres")}`,
  );
  for (;;) {
    const { rows } = await client.query<Word[]>({
      text: `FETCH ${FETCH} FROM "${cursor}"`,
      rowMode: "array",
    });
    if (rows.length === 0) break;
    yield* rows;
  }
  await client.query(`CLOSE "${cursor}"`);
}

/** Numbers that the database gives by itself go on behind those that are there. */
export async function setSequences(client: pg.Client, { name, columns }: Table): Promise<void> {
  for (const column of columns) {
    const found = await client.query<{ sequence: string | null }>(
      "SELECT pg_get_serial_sequence($1, $2) AS sequence",
      [`"${name}"`, column.name],
    );
    const sequence = found.rows[0]?.sequence;
    if (sequence)
      await client.query(
        `SELECT setval($1::regclass, GREATEST((SELECT max("${column.name}") FROM "${name}"), 1),
          EXISTS (SELECT 1 FROM "${name}"))`,
        [sequence],
      );
  }
}
