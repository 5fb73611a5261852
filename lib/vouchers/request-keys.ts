import "server-only";
import { systemNow } from "@/lib/platform/clock";
import { plainTransaction, writeTransaction, type Tx } from "@/lib/platform/database";
import { isDuplicate, KeyTakenError } from "@/lib/platform/faults";
import { insertRows } from "@/lib/platform/insert-rows";
import type { Prisma, RequestKey } from "@/lib/platform/generated/sqlite/client";
import type { PlainTx } from "@/lib/platform/plain-transactions";
import { execute, rowsOf, sql } from "@/lib/platform/statements";

/** A retry after a lost answer comes within this time; the same key later is a new request. */
const KEY_LIFE_MS = 60_000;
const MAX_LOST_RACES = 5;

/** Looks for a key's answer, and locks the row if it is there; on SQLite takes the database's write lock if not. */
async function lockKey(tx: PlainTx, key: string): Promise<RequestKey | undefined> {
  const [known] = await rowsOf<RequestKey>(
    tx,
    sql`
    UPDATE "request_keys" SET "key" = "key" WHERE "key" = ${key} RETURNING "key", "scope", "answer", "expiresAt"`,
  );
  return known;
}

/** The answer that a key still stands for; undefined when there is none. */
function storedAnswer(known: RequestKey | undefined, scope: string): { readonly value: unknown } | undefined {
  if (known && known.scope !== scope) throw new KeyTakenError("this request key belongs to another caller");
  if (!known?.answer || known.expiresAt <= systemNow()) return undefined;
  return { value: JSON.parse(known.answer) as unknown };
}

async function keepAnswer(
  tx: PlainTx,
  known: RequestKey | undefined,
  { key, scope, value }: { readonly key: string; readonly scope: string; readonly value: unknown },
): Promise<void> {
  const answer = JSON.stringify(value);
  const expiresAt = new Date(systemNow().getTime() + KEY_LIFE_MS);
  if (known)
    await execute(
      tx,
      sql`UPDATE "request_keys" SET "answer" = ${answer}, "expiresAt" = ${expiresAt} WHERE "key" = ${key}`,
    );
  else await insertRows(tx, { request_keys: [{ key, scope, answer, expiresAt }] });
}

/** The same key at two processes, or two rows that only one may have: the loser looks again and finds the winner's. */
async function racing<T>(run: () => Promise<T>): Promise<T> {
  for (let race = 1; ; race += 1) {
    try {
      return await run();
    } catch (fault) {
      if (!isDuplicate(fault) || race >= MAX_LOST_RACES) throw fault;
    }
  }
}

/**
 * Runs `work` in one transaction, once a request key: a repeat by the same caller gets the stored answer, and `work` is
 * not run again. The key is looked at before anything else. Keys live on the system's clock, also in the demo.
 * @param scope who asks and about what: a key gives no answer to somebody else, nor to another question.
 * @throws KeyTakenError when the key was used by another caller or for another question.
 */
export function oncePerKey<T>(key: string, scope: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return racing(() =>
    writeTransaction(async (tx) => {
      const known = await lockKey(tx, key);
      const stored = storedAnswer(known, scope);
      if (stored) return stored.value as T;
      const value = await work(tx);
      await keepAnswer(tx, known, { key, scope, value });
      return value;
    }),
  );
}

const ANYHOW = sql`1 = 1`;

/**
 * The same in plain statements, where a person waits: `begin`, the first of the work, is on its way together with the
 * look at the key. It must do nothing unless its condition holds: locks that a repeat took would stand in the way of
 * whoever the key's row is waited for by.
 */
export function oncePerKeyAhead<Begun, T>(
  key: string,
  scope: string,
  begin: (tx: PlainTx, condition: Prisma.Sql) => Promise<Begun>,
  work: (tx: PlainTx, begun: Begun) => Promise<T>,
): Promise<T> {
  const isNew = sql`NOT EXISTS (SELECT 1 FROM "request_keys" WHERE "key" = ${key})`;
  return racing(() =>
    plainTransaction(async (tx) => {
      const [known, begun] = await Promise.all([lockKey(tx, key), begin(tx, isNew)]);
      const stored = storedAnswer(known, scope);
      if (stored) return stored.value as T;
      // A key that came in between the two makes this one a loser, when it is to be kept.
      const value = await work(tx, known ? await begin(tx, ANYHOW) : begun);
      await keepAnswer(tx, known, { key, scope, value });
      return value;
    }),
  );
}

/** Forgets keys that nobody can repeat any more. */
export async function forgetOldKeys(): Promise<void> {
  await writeTransaction((tx) => tx.requestKey.deleteMany({ where: { expiresAt: { lt: systemNow() } } }));
}
