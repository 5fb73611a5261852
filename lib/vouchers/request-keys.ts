import "server-only";
import { systemNow } from "@/lib/platform/clock";
import { writeTransaction, type Tx } from "@/lib/platform/database";
import { isDuplicate, KeyTakenError } from "@/lib/platform/faults";
import { insertRows } from "@/lib/platform/insert-rows";
import type { RequestKey } from "@/lib/platform/generated/sqlite/client";
import { rowsOf, sql } from "@/lib/platform/statements";

/** A retry after a lost answer comes within this time; the same key later is a new request. */
const KEY_LIFE_MS = 60_000;
const MAX_LOST_RACES = 5;

/**
 * Runs `work` in one transaction, once a request key: a repeat by the same caller gets the stored answer, and `work` is
 * not run again. The key is looked at before anything else. Keys live on the system's clock, also in the demo.
 * @param scope who asks and about what: a key gives no answer to somebody else, nor to another question.
 * @throws KeyTakenError when the key was used by another caller or for another question.
 */
export async function oncePerKey<T>(key: string, scope: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let race = 1; ; race += 1) {
    try {
      return await writeTransaction(async (tx) => {
        const at = systemNow();
        const expiresAt = new Date(at.getTime() + KEY_LIFE_MS);
        // Locks the row if it is there, and takes the database's write lock if not.
        const [known] = await rowsOf<RequestKey>(
          tx,
          sql`
          UPDATE "request_keys" SET "key" = "key" WHERE "key" = ${key} RETURNING "key", "scope", "answer", "expiresAt"`,
        );
        if (known && known.scope !== scope)
          throw new KeyTakenError("this request key belongs to another caller");
        if (known?.answer && known.expiresAt > at) return JSON.parse(known.answer) as T;
        const value = await work(tx);
        const answer = JSON.stringify(value);
        if (known) await tx.requestKey.update({ where: { key }, data: { answer, expiresAt } });
        else await insertRows(tx, { request_keys: [{ key, scope, answer, expiresAt }] });
        return value;
      });
    } catch (fault) {
      // The same key at two processes, or two rows that only one may have: the loser looks again and finds the winner's.
      if (!isDuplicate(fault) || race >= MAX_LOST_RACES) throw fault;
    }
  }
}

/** Forgets keys that nobody can repeat any more. */
export async function forgetOldKeys(): Promise<void> {
  await writeTransaction((tx) => tx.requestKey.deleteMany({ where: { expiresAt: { lt: systemNow() } } }));
}
