import "server-only";
import pLimit from "p-limit";
import type pg from "pg";
import { countersPool, postgresAdapter, shared, sqliteAdapter, type SharedFactory } from "./adapters";
import { environment } from "./environment";
import {
  BusyError,
  isConnectionFault,
  isDamage,
  isPassing,
  isStorageFault,
  LostError,
  mayHaveCommitted,
  StorageError,
} from "./faults";
import { PrismaClient as PostgresClient } from "./generated/postgres/client";
import { PrismaClient, type Prisma } from "./generated/sqlite/client";
import { writeRetries, writesGivenUp } from "./metrics";
import { plainTransactions, type PlainTx } from "./plain-transactions";
import { followed, readPlainly } from "./statements";
import { isDamaged, noteDamage, noteStorage } from "./storage";

/** A transaction of the one door. Both databases' clients have the same shape; SQLite's stands for both. */
export type Tx = Prisma.TransactionClient;

/** Reads outside a transaction: a client of its own, which sees committed rows only and cannot write. */
export type Reader = Omit<Prisma.TransactionClient, "$executeRaw" | "$executeRawUnsafe">;

interface Door {
  readonly writer: PrismaClient;
  /** Transactions on the writer's own connections that need none of its models. */
  readonly plain: ReturnType<typeof plainTransactions>;
  readonly reader: PrismaClient;
  /** Admission: one at a time on SQLite (its lock is one), as many as there are connections on PostgreSQL. */
  readonly admit: ReturnType<typeof pLimit>;
  /** Connections for what limits count, apart from everybody's work; null on SQLite, where the one process counts. */
  readonly counters: pg.Pool | null;
  readonly close: () => Promise<void>;
}

const POSTGRES_WRITERS = 10;
const POSTGRES_READERS = 5;
const POSTGRES_COUNTERS = 3;
/** Faults without the query that they came from: its values are people's. */
const QUIET = { errorFormat: "minimal" } as const;
const MAX_WAITING = 400;
const MAX_TRIES = 12;

// One writer client a process, also across development reloads: two would block each other's event loop.
const holder = globalThis as typeof globalThis & { __janjiDoor?: Door };

/** Both clients on their adapters, and what goes past them to the same connections. */
function clientsOf(
  writing: SharedFactory,
  reading: SharedFactory,
): Pick<Door, "writer" | "plain" | "reader" | "close"> {
  // The two clients are generated from one schema; their types differ in name only.
  const Client =
    environment().database.kind === "sqlite"
      ? PrismaClient
      : (PostgresClient as unknown as typeof PrismaClient);
  const writer = new Client({ ...QUIET, adapter: writing });
  const reader = new Client({ ...QUIET, adapter: reading });
  readPlainly(reader, () => reading.connect());
  const close = async () => {
    const ends = [writing, reading].map(({ leave }) => leave());
    await Promise.all([writer.$disconnect(), reader.$disconnect()]);
    // A client that was never asked has closed nothing.
    await Promise.all(ends.map((end) => end()));
  };
  return { writer, reader, plain: plainTransactions(() => writing.connect()), close };
}

function openDoor(): Door {
  const { database } = environment();
  if (database.kind === "sqlite") {
    const file = (readOnly: boolean) => shared(sqliteAdapter(database.file, { readOnly }));
    return { ...clientsOf(file(false), file(true)), admit: pLimit(1), counters: null };
  }
  const server = (connections: number, readOnly: boolean) =>
    shared(postgresAdapter(database.url, connections, { readOnly }));
  return {
    ...clientsOf(server(POSTGRES_WRITERS, false), server(POSTGRES_READERS, true)),
    admit: pLimit(POSTGRES_WRITERS),
    counters: countersPool(database.url, POSTGRES_COUNTERS),
  };
}

function door(): Door {
  holder.__janjiDoor ??= openDoor();
  return holder.__janjiDoor;
}

/** Committed rows, never those of a transaction still open. Writing through it fails in the database. */
export function reader(): Reader {
  return door().reader;
}

/** Where several processes count together; null where the one process counts by itself. Nothing but limits is kept there. */
export function sharedCounters(): pg.Pool | null {
  return door().counters;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const endings = new WeakMap<PlainTx, (() => Promise<void>)[]>();

/**
 * Has `ending` run as the last statements of a transaction, after all of its work; a fault in it rolls everything back.
 * @throws when `tx` is no open transaction of the door.
 */
export function beforeCommit(tx: PlainTx, ending: () => Promise<void>): void {
  const list = endings.get(tx);
  if (!list) throw new Error("Only a transaction of writeTransaction has an end to wait for");
  list.push(ending);
}

async function withEndings<T>(tx: PlainTx, work: () => Promise<T>): Promise<T> {
  const list: (() => Promise<void>)[] = [];
  endings.set(tx, list);
  const result = await work();
  for (const ending of list) await ending();
  endings.delete(tx);
  return result;
}

/** Runs one transaction, from beginning to commit. */
type Run<Any extends PlainTx> = <T>(door: Door, work: (tx: Any) => Promise<T>) => Promise<T>;

const TIMES = { maxWait: 5_000, timeout: 10_000 } as const;

async function throughDoor<Any extends PlainTx, T>(run: Run<Any>, work: (tx: Any) => Promise<T>): Promise<T> {
  if (isDamaged()) throw new StorageError("the database is damaged");
  const { admit } = door();
  if (admit.pendingCount > MAX_WAITING) {
    writesGivenUp.inc({ reason: "BUSY" });
    throw new BusyError("too many requests are waiting");
  }
  return admit(async () => {
    for (let attempt = 1; ; attempt += 1) {
      const state = { worked: false };
      const inside = async (tx: Any) => {
        const result = await withEndings(tx, () => work(tx));
        state.worked = true;
        return result;
      };
      try {
        const result = await followed((opened) =>
          run(door(), (tx) => {
            opened(tx);
            return inside(tx);
          }),
        );
        noteStorage(true);
        return result;
      } catch (fault) {
        if (isStorageFault(fault)) {
          if (isDamage(fault)) noteDamage();
          else noteStorage(false);
          writesGivenUp.inc({ reason: "STORAGE" });
          throw new StorageError("the database's disk takes nothing", { cause: fault });
        }
        // A commit was on its way: it may have arrived, so the work is not done again from here.
        if (state.worked && mayHaveCommitted(fault))
          throw new LostError("the database was lost at the commit", { cause: fault });
        if (!isPassing(fault) && !isConnectionFault(fault)) throw fault;
        if (attempt >= MAX_TRIES) {
          writesGivenUp.inc({ reason: "BUSY" });
          throw new BusyError("the database stayed busy", { cause: fault });
        }
        writeRetries.inc();
        await pause(Math.min(400, 5 * 2 ** attempt) * (0.5 + Math.random()));
      }
    }
  });
}

/**
 * The one way to write. `work` must begin with a write (SQLite takes its lock there; a read first would fail between
 * two processes) and may run several times: a passing fault rolls everything back and tries again.
 * @throws BusyError when the database stays locked or too many requests wait; nothing was written then.
 * @throws LostError when the database was lost at the very commit: only a repeat under the same request key can tell.
 * @throws StorageError when the disk under it is full or broken, or it is damaged; nothing was written then.
 */
export function writeTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return throughDoor<Tx, T>(({ writer }, inside) => writer.$transaction(inside, TIMES), work);
}

/** The same for `work` that is written in plain statements from beginning to end, as where a person waits at a kiosk. */
export function plainTransaction<T>(work: (tx: PlainTx) => Promise<T>): Promise<T> {
  return throughDoor<PlainTx, T>(({ plain }, inside) => plain.$transaction(inside, TIMES), work);
}

/** Closes both clients; for scripts and tests that must end. */
export async function closeDatabase(): Promise<void> {
  const open = holder.__janjiDoor;
  holder.__janjiDoor = undefined;
  if (open) await Promise.all([open.close(), open.counters?.end()]);
}
