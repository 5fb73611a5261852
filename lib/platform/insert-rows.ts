import "server-only";
import type { Tx } from "./database";
import { environment } from "./environment";
import { Prisma } from "./generated/sqlite/client";
import { execute } from "./statements";

type WithId<Row> = Row & { readonly id: string };

/** The tables that a check at a kiosk writes, in the order in which their rows may refer to one another. */
interface Tables {
  readonly vouchers: WithId<Prisma.VoucherCreateManyInput> & { readonly updatedAt: Date };
  readonly voucher_steps: Prisma.VoucherStepCreateManyInput;
  readonly voucher_events: WithId<Prisma.VoucherEventCreateManyInput>;
  readonly decision_records: WithId<Prisma.DecisionRecordCreateManyInput>;
  readonly print_jobs: WithId<Prisma.PrintJobCreateManyInput>;
  readonly request_keys: Prisma.RequestKeyCreateManyInput;
  readonly audit_events: Prisma.AuditEventCreateManyInput;
}

/** Rows by table. Rows of one table name the same columns; what they leave out is the column's own default. */
export type NewRows = { readonly [Table in keyof Tables]?: readonly Tables[Table][] };

/** The constant parts of an INSERT, between which the values stand. */
function partsOf(table: string, columns: readonly string[], rows: number): string[] {
  const names = columns.map((column) => `"${column}"`).join(", ");
  const between = columns.slice(1).map(() => ", ");
  const parts = [`INSERT INTO "${table}" (${names}) VALUES (`, ...between];
  for (let row = 1; row < rows; row += 1) parts.push("), (", ...between);
  return [...parts, ")"];
}

const known = new Map<string, string[]>();

function insertOf(table: string, rows: readonly object[]): Prisma.Sql {
  const columns = Object.keys(rows[0] ?? {});
  const shape = `${table}:${rows.length}:${columns.join()}`;
  const parts = known.get(shape) ?? partsOf(table, columns, rows.length);
  known.set(shape, parts);
  return new Prisma.Sql(
    parts,
    rows.flatMap((row) => columns.map((column) => (row as Readonly<Record<string, unknown>>)[column])),
  );
}

/**
 * Writes new rows where every millisecond is a person's at a kiosk: as plain INSERTs, past the client's planning of
 * models, and on PostgreSQL all in one statement, so that rows of several tables wait for one answer of the server.
 */
export async function insertRows(tx: Pick<Tx, "$executeRaw">, rows: NewRows): Promise<void> {
  const inserts = Object.entries(rows)
    .filter(([, list]) => list.length > 0)
    .map(([table, list]) => insertOf(table, list));
  const last = inserts.pop();
  if (!last) return;
  if (environment().database.kind === "sqlite" || inserts.length === 0) {
    for (const insert of [...inserts, last]) await execute(tx, insert);
    return;
  }
  // PostgreSQL looks at references between the rows once the whole statement is done.
  const named = inserts.map((insert, place) => Prisma.sql`${Prisma.raw(`part_${place}`)} AS (${insert})`);
  await execute(tx, Prisma.sql`WITH ${Prisma.join(named)} ${last}`);
}
