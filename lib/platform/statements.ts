import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlQuery,
  type Transaction,
} from "@prisma/driver-adapter-utils";
import type { Tx } from "./database";
import { Prisma } from "./generated/sqlite/client";

/** A plain statement with its values: sql`UPDATE … WHERE "id" = ${id}`. What is put in is bound, never spelled out. */
export const sql = Prisma.sql;

/** The driver's transaction under one of the client's, for as long as it is open. */
interface Beneath {
  transaction?: Transaction;
  over?: boolean;
}

const starting = new AsyncLocalStorage<Beneath>();
const beneath = new WeakMap<object, Beneath>();

/** Prisma's own code for it, so that the door tries again. */
const TOO_LATE = "P2028";
const ENDS = /^\s*(COMMIT|ROLLBACK)\s*;?\s*$/i;

/** Has a connection tell which of its transactions belongs to which of the door's. */
export function followTransactions(connection: SqlDriverAdapter): void {
  const start = connection.startTransaction.bind(connection);
  connection.startTransaction = async (level) => {
    const transaction = await start(level);
    const own = starting.getStore();
    if (!own) return transaction;
    own.transaction = transaction;
    const execute = transaction.executeRaw.bind(transaction);
    // The client may end a transaction that took too long; a statement after that would belong to nobody.
    transaction.executeRaw = (query) => {
      if (ENDS.test(query.sql)) own.over = true;
      return execute(query);
    };
    return transaction;
  };
}

/** Runs what opens one transaction of the door; `opened` is to be told the client's. */
export function followed<T>(run: (opened: (tx: Tx) => void) => Promise<T>): Promise<T> {
  const own: Beneath = {};
  return starting.run(own, () => run((tx) => beneath.set(tx, own)));
}

/**
 * Puts something between the plain statements of the transaction that is being opened here and its driver: the
 * simulation's faults, which strike before every statement.
 */
export function standBetween(wrap: (driver: Transaction) => Transaction): void {
  const own = starting.getStore();
  if (own?.transaction) own.transaction = wrap(own.transaction);
}

const ANY = { scalarType: "unknown", arity: "scalar" } as const;

function asked(transaction: Transaction, query: Prisma.Sql): SqlQuery {
  const text = transaction.provider === "postgres" ? query.text : query.sql;
  return { sql: text, args: query.values, argTypes: query.values.map(() => ANY) };
}

function openBeneath(tx: object): Transaction | undefined {
  const own = beneath.get(tx);
  if (own?.over) throw Object.assign(new Error("This transaction is over"), { code: TOO_LATE });
  return own?.transaction;
}

/** A value as the models give it: instants as dates, truth as truth. */
function asValue(value: unknown, type: number | undefined): unknown {
  if (value === null) return null;
  if (type === ColumnTypeEnum.DateTime) return new Date(value as string);
  if (type === ColumnTypeEnum.Boolean) return value === true || value === 1;
  return value;
}

/**
 * The rows of a plain statement. In a transaction of the door it goes straight to the driver, past the client's own
 * machinery, which costs several times what most statements of a check do; anywhere else it is the client's `$queryRaw`.
 * Both databases must understand it, and it must not count (a count is another type on each).
 */
export async function rowsOf<Row>(tx: Pick<Tx, "$queryRaw">, query: Prisma.Sql): Promise<Row[]> {
  const transaction = openBeneath(tx);
  if (!transaction) return tx.$queryRaw<Row[]>(query);
  const { columnNames, columnTypes, rows } = await transaction.queryRaw(asked(transaction, query));
  return rows.map((row) => {
    const object: Record<string, unknown> = {};
    columnNames.forEach((name, place) => (object[name] = asValue(row[place], columnTypes[place])));
    return object as Row;
  });
}

/** Runs a plain statement that gives no rows, in the same way. */
export async function execute(tx: Pick<Tx, "$executeRaw">, query: Prisma.Sql): Promise<void> {
  const transaction = openBeneath(tx);
  if (transaction) await transaction.executeRaw(asked(transaction, query));
  else await tx.$executeRaw(query);
}
