import "server-only";
import type Database from "better-sqlite3";
import type pg from "pg";
import { AUDIT_ROWS, auditHash, CHAIN_START, storedRow } from "./audit-hash";

const BATCH = 2_000;
const NEWEST = 2_147_483_647;

interface Hashed {
  readonly seq: number;
  readonly hash: string;
}

/** Hashes of one batch of rows, each over the one before; `last` is where the batch before ended. */
function chained(raw: readonly unknown[], last: Hashed): Hashed[] {
  return raw.map((each) => {
    const row = storedRow(each);
    return (last = { seq: row.seq, hash: auditHash(last.hash, row) });
  });
}

const HEAD_MISSING = `SELECT (SELECT count(*) FROM "audit_head" WHERE "id" = 1) AS "heads",
  (SELECT count(*) FROM "audit_events" WHERE "hash" <> '') AS "hashed"`;
const LAST_ROW = `SELECT "seq", "hash" FROM "audit_events" ORDER BY "seq" DESC LIMIT 1`;

/**
 * Begins the chain of a database that has none yet: rows that are there get their hashes in the order of their numbers.
 * Where only the head is gone it is taken from the last row, so that the office can go on; nothing is hashed anew then,
 * or a forgery would become sound. Call before the triggers are put back. One transaction: all or nothing.
 */
export function takeUpSqliteChain(file: Database.Database): void {
  const begin = file.transaction(() => {
    const { heads, hashed } = file.prepare(HEAD_MISSING).get() as { heads: number; hashed: number };
    if (heads > 0) return;
    let last: Hashed = { seq: 0, hash: CHAIN_START };
    if (hashed > 0) last = file.prepare(LAST_ROW).get() as Hashed;
    else {
      const read = file.prepare(AUDIT_ROWS.sqlite);
      const write = file.prepare(`UPDATE "audit_events" SET "hash" = ? WHERE "seq" = ?`);
      for (;;) {
        const batch = chained(read.all(last.seq, NEWEST, BATCH), last);
        for (const { seq, hash } of batch) write.run(hash, seq);
        if (batch.length === 0) break;
        last = batch.at(-1) ?? last;
      }
    }
    file
      .prepare(`INSERT INTO "audit_head" ("id", "seq", "hash", "openedAfter") VALUES (1, ?, ?, ?)`)
      .run(last.seq, last.hash, last.seq);
  });
  begin.immediate();
}

/** The same on PostgreSQL; the trigger against updates sleeps for the one transaction that writes the hashes. */
export async function takeUpPostgresChain(client: pg.Client): Promise<void> {
  await client.query("BEGIN");
  const counted = await client.query<{ heads: string; hashed: string }>(HEAD_MISSING);
  const { heads = "1", hashed = "0" } = counted.rows[0] ?? {};
  if (heads === "0") {
    let last: Hashed = { seq: 0, hash: CHAIN_START };
    if (hashed !== "0") last = (await client.query<Hashed>(LAST_ROW)).rows[0] ?? last;
    else {
      await client.query("ALTER TABLE audit_events DISABLE TRIGGER USER");
      for (;;) {
        const { rows } = await client.query(AUDIT_ROWS.postgres, [last.seq, NEWEST, BATCH]);
        const batch = chained(rows, last);
        if (batch.length === 0) break;
        await client.query(
          `UPDATE "audit_events" AS "row" SET "hash" = "new"."hash"
           FROM unnest($1::int[], $2::text[]) AS "new"("seq", "hash") WHERE "row"."seq" = "new"."seq"`,
          [batch.map(({ seq }) => seq), batch.map(({ hash }) => hash)],
        );
        last = batch.at(-1) ?? last;
      }
      await client.query("ALTER TABLE audit_events ENABLE TRIGGER USER");
    }
    await client.query(
      `INSERT INTO "audit_head" ("id", "seq", "hash", "openedAfter") VALUES (1, $1, $2, $3)`,
      [last.seq, last.hash, last.seq],
    );
  }
  await client.query("COMMIT");
}
