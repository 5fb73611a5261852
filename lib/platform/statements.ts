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

/** The driver's transaction under one of the door's, for as long as it is open. */
interface Beneath {
  transaction?: Transaction;
  over?: boolean;
  /** What was sent and not yet waited for; only where a fault of it spoils all that follows. */
  sent?: Promise<unknown>[];
}

interface Known {
  /** The transaction that is being opened here. */
  readonly starting: AsyncLocalStorage<Beneath>;
  readonly beneath: WeakMap<object, Beneath>;
  readonly readers: WeakMap<object, () => Promise<SqlDriverAdapter>>;
}

// Next loads this module more than once in a process, and whoever asks need not be the copy that opened the door.
const holder = globalThis as typeof globalThis & { __janjiStatements?: Known };
const { starting, beneath, readers } = (holder.__janjiStatements ??= {
  starting: new AsyncLocalStorage(),
  beneath: new WeakMap(),
  readers: new WeakMap(),
});

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

/**
 * Lets the plain statements of the transaction that is being opened here be sent without waiting for the answer of the one
 * before. PostgreSQL alone: once one of a transaction's statements has failed there, no other does anything, the commit
 * included. SQLite would go on.
 */
export function sendingAhead(): void {
  const own = starting.getStore();
  if (own) own.sent = [];
}

/** Waits for all of them; the fault of the first in their order comes before those that it brought about. */
async function allInOrder(sent: readonly Promise<unknown>[]): Promise<void> {
  const refused = (await Promise.allSettled(sent)).find(({ status }) => status === "rejected");
  if (refused?.status === "rejected") throw refused.reason;
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

/**
 * Commits the transaction that was opened here, together with what was sent last: one wait for both.
 * @throws the fault of the first statement that failed; nothing is written then.
 */
export async function commitSent(commit: () => Promise<unknown>): Promise<void> {
  const sent = starting.getStore()?.sent ?? [];
  // A statement that the driver could not even send is known by now, and no commit may follow it.
  if (sent.length > 0) await Promise.race([Promise.all(sent), turn()]);
  await allInOrder([...sent, commit()]);
}

/** Runs what opens one transaction of the door; `opened` is to be told the client's. */
export function followed<T>(run: (opened: (tx: object) => void) => Promise<T>): Promise<T> {
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

function asked(transaction: Pick<Transaction, "provider">, query: Prisma.Sql): SqlQuery {
  const text = transaction.provider === "postgres" ? query.text : query.sql;
  return { sql: text, args: query.values, argTypes: query.values.map(() => ANY) };
}

/** A transaction that took too long: the door tries again, under a code of Prisma's own. */
export const tooLate = () => Object.assign(new Error("This transaction is over"), { code: TOO_LATE });

function openBeneath(tx: object): Beneath | undefined {
  const own = beneath.get(tx);
  if (own?.over) throw tooLate();
  return own;
}

/** Has plain statements that are given this client, outside of transactions, go straight to its driver. */
export function readPlainly(reader: object, connect: () => Promise<SqlDriverAdapter>): void {
  readers.set(reader, connect);
}

/** A value as the models give it: instants as dates, truth as truth. */
function asValue(value: unknown, type: number | undefined): unknown {
  if (value === null) return null;
  if (type === ColumnTypeEnum.DateTime) return new Date(value as string);
  if (type === ColumnTypeEnum.Boolean) return value === true || value === 1;
  return value;
}

type Queryable = Pick<Transaction, "provider" | "queryRaw">;

async function rowsFrom<Row>(queryable: Queryable, query: Prisma.Sql): Promise<Row[]> {
  const { columnNames, columnTypes, rows } = await queryable.queryRaw(asked(queryable, query));
  return rows.map((row) => {
    const object: Record<string, unknown> = {};
    columnNames.forEach((name, place) => (object[name] = asValue(row[place], columnTypes[place])));
    return object as Row;
  });
}

/**
 * The rows of a plain statement, in a transaction of the door or of its reader. It goes straight to the driver, past the
 * client's own machinery, which costs several times what most statements of a check do.
 * Both databases must understand it, and it must not count (a count is another type on each).
 */
export async function rowsOf<Row>(tx: Pick<Tx, "$queryRaw">, query: Prisma.Sql): Promise<Row[]> {
  const own = openBeneath(tx);
  const read = readers.get(tx);
  if (!own?.transaction) return read ? rowsFrom(await read(), query) : tx.$queryRaw<Row[]>(query);
  if (!own.sent) return rowsFrom(own.transaction, query);
  // The fault of what was sent before comes first: this statement's own would only say that there was one.
  const sent = own.sent.splice(0);
  const asking = rowsFrom<Row>(own.transaction, query);
  await allInOrder([...sent, asking]);
  return asking;
}

/**
 * Runs a plain statement that gives no rows, in the same way. In a transaction that sends ahead its answer is not waited
 * for: the next rows or the commit bring its fault.
 */
export async function execute(tx: Pick<Tx, "$executeRaw">, query: Prisma.Sql): Promise<void> {
  const own = openBeneath(tx);
  if (!own?.transaction) {
    await tx.$executeRaw(query);
    return;
  }
  const running = own.transaction.executeRaw(asked(own.transaction, query));
  if (!own.sent) {
    await running;
    return;
  }
  running.catch(() => undefined);
  own.sent.push(running);
}
