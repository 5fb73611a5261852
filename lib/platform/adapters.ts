import "server-only";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { keepStatements, statementName } from "./prepared";
import { followTransactions } from "./statements";

/** How long one statement may wait for another process's lock; longer waits are retried by the door. */
const SQLITE_BUSY_MS = 50;

/**
 * A better-sqlite3 adapter whose every connection is fully durable. SQLite's default under WAL is NORMAL,
 * with which a power cut can take back an acknowledged voucher. What is removed is overwritten in the file, too.
 */
export function sqliteAdapter(
  file: string,
  { busyMs = SQLITE_BUSY_MS, readOnly = false }: { busyMs?: number; readOnly?: boolean } = {},
): SqlMigrationAwareDriverAdapterFactory {
  const guard = readOnly ? "PRAGMA query_only = ON;" : "";
  const inner = new PrismaBetterSqlite3({ url: `file:${file}`, timeout: busyMs });
  const harden = async (connecting: ReturnType<typeof inner.connect>) => {
    const connection = await connecting;
    keepStatements(connection);
    followTransactions(connection);
    await connection.executeScript(
      `PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; ${guard}`,
    );
    return connection;
  };
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    connect: () => harden(inner.connect()),
    connectToShadowDb: () => inner.connectToShadowDb(),
  };
}

/** A factory all of whose users share one connection (on PostgreSQL: one pool). */
export interface SharedFactory extends SqlMigrationAwareDriverAdapterFactory {
  /** Gives the connection to nobody from now on: who asks gets a new one. Returns how to close it, which is done once. */
  readonly leave: () => () => Promise<void>;
}

export function shared(factory: SqlMigrationAwareDriverAdapterFactory): SharedFactory {
  let open: Promise<SqlDriverAdapter> | undefined;
  const connect = async () => {
    const connection = await factory.connect();
    const dispose = connection.dispose.bind(connection);
    let disposed: Promise<void> | undefined;
    connection.dispose = () => (disposed ??= dispose());
    return connection;
  };
  return {
    ...factory,
    connect: () =>
      (open ??= connect().catch((fault: unknown) => {
        open = undefined;
        throw fault;
      })),
    leave: () => {
      const left = open;
      open = undefined;
      return async () => (await left)?.dispose();
    },
  };
}

type Query = (...call: unknown[]) => Promise<unknown>;

/**
 * A connection that does not wait for BEGIN: it is on its way together with the statement after it, whose answer is not
 * given before BEGIN's, and brings its fault.
 */
class EagerClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const query = this.query.bind(this) as Query;
    let begun: Promise<unknown> | undefined;
    const asked: Query = (...call) => {
      const [before, sent] = [begun, query(...call)];
      begun = undefined;
      if (before) return Promise.all([before, sent]).then(([, answer]) => answer);
      if ((call[0] as Partial<pg.QueryConfig>).text !== "BEGIN") return sent;
      begun = sent;
      begun.catch(() => undefined);
      return Promise.resolve({ fields: [], rows: [], rowCount: null });
    };
    this.query = asked as typeof this.query;
  }
}

/** A PostgreSQL adapter with a bounded pool; every session speaks UTC. */
export function postgresAdapter(
  url: string,
  connections: number,
  { readOnly = false }: { readOnly?: boolean } = {},
): SqlMigrationAwareDriverAdapterFactory {
  const guard = readOnly ? " -c default_transaction_read_only=on" : "";
  const inner = new PrismaPg(
    {
      connectionString: url,
      max: connections,
      // Statements that were not waited for are on their way at once, in their order.
      pipeline: true,
      Client: EagerClient,
      connectionTimeoutMillis: 10_000,
      // A database machine that vanished without a word is noticed; else its connections would hang for a quarter of an hour.
      keepAlive: true,
      keepAliveInitialDelayMillis: 5_000,
      options: `-c timezone=UTC -c lock_timeout=5000 -c idle_in_transaction_session_timeout=15000${guard}`,
    },
    { statementNameGenerator: statementName },
  );
  const connect = async () => {
    const connection = await inner.connect();
    followTransactions(connection);
    return connection;
  };
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    connect,
    connectToShadowDb: () => inner.connectToShadowDb(),
  };
}

/** Connections for what limits count: few, soon given up, and never waiting for a disk or a standby. */
export function countersPool(url: string, connections: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 1_000,
    keepAlive: true,
    options: "-c timezone=UTC -c statement_timeout=1000 -c synchronous_commit=off",
  });
  // A lost idle connection is replaced by the next question's; without a listener it would end the process.
  pool.on("error", () => undefined);
  return pool;
}
