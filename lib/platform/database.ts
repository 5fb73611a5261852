import "server-only";
import pLimit from "p-limit";
import type pg from "pg";
import { countersPool, postgresAdapter, sqliteAdapter } from "./adapters";
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
import { followed } from "./statements";
import { isDamaged, noteDamage, noteStorage } from "./storage";

/** A transaction of the one door. Both databases' clients have the same shape; SQLite's stands for both. */
export type Tx = Prisma.TransactionClient;

/** Reads outside a transaction: a client of its own, which sees committed rows only and cannot write. */
export type Reader = Omit<Prisma.TransactionClient, "$executeRaw" | "$executeRawUnsafe">;

interface Door {
  readonly writer: PrismaClient;
  readonly reader: PrismaClient;
  /** Admission: one at a time on SQLite (its lock is one), as many as there are connections on PostgreSQL. */
  readonly admit: ReturnType<typeof pLimit>;
  /** Connections for what limits count, apart from everybody's work; null on SQLite, where the one process counts. */
  readonly counters: pg.Pool | null;
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

function openDoor(): Door {
  const { database } = environment();
  if (database.kind === "sqlite") {
    return {
      writer: new PrismaClient({ ...QUIET, adapter: sqliteAdapter(database.file) }),
      reader: new PrismaClient({ ...QUIET, adapter: sqliteAdapter(database.file, { readOnly: true }) }),
      admit: pLimit(1),
      counters: null,
    };
  }
  const postgres = (connections: number, readOnly: boolean) =>
    // The two clients are generated from one schema; their types differ in name only.
    new PostgresClient({
      ...QUIET,
      adapter: postgresAdapter(database.url, connections, { readOnly }),
    }) as unknown as PrismaClient;
  return {
    writer: postgres(POSTGRES_WRITERS, false),
    reader: postgres(POSTGRES_READERS, true),
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

const endings = new WeakMap<Tx, (() => Promise<void>)[]>();

/**
 * Has `ending` run as the last statements of a transaction, after all of its work; a fault in it rolls everything back.
 * @throws when `tx` is no open transaction of the door.
 */
export function beforeCommit(tx: Tx, ending: () => Promise<void>): void {
  const list = endings.get(tx);
  if (!list) throw new Error("Only a transaction of writeTransaction has an end to wait for");
  list.push(ending);
}

async function withEndings<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const list: (() => Promise<void>)[] = [];
  endings.set(tx, list);
  const result = await work(tx);
  for (const ending of list) await ending();
  endings.delete(tx);
  return result;
}

/**
 * The one way to write. `work` must begin with a write (SQLite takes its lock there; a read first would fail between
 * two processes) and may run several times: a passing fault rolls everything back and tries again.
 * @throws BusyError when the database stays locked or too many requests wait; nothing was written then.
 * @throws LostError when the database was lost at the very commit: only a repeat under the same request key can tell.
 * @throws StorageError when the disk under it is full or broken, or it is damaged; nothing was written then.
 */
export async function writeTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  if (isDamaged()) throw new StorageError("the database is damaged");
  const { writer, admit } = door();
  if (admit.pendingCount > MAX_WAITING) {
    writesGivenUp.inc({ reason: "BUSY" });
    throw new BusyError("too many requests are waiting");
  }
  return admit(async () => {
    for (let attempt = 1; ; attempt += 1) {
      const state = { worked: false };
      const inside = async (tx: Tx) => {
        const result = await withEndings(tx, work);
        state.worked = true;
        return result;
      };
      try {
        const result = await followed((opened) =>
          writer.$transaction(
            (tx) => {
              opened(tx);
              return inside(tx);
            },
            { maxWait: 5_000, timeout: 10_000 },
          ),
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

/** Closes both clients; for scripts and tests that must end. */
export async function closeDatabase(): Promise<void> {
  const open = holder.__janjiDoor;
  holder.__janjiDoor = undefined;
  if (open) await Promise.all([open.writer.$disconnect(), open.reader.$disconnect(), open.counters?.end()]);
}
