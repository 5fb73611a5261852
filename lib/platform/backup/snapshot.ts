import "server-only";
import path from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import type { Environment } from "@/lib/platform/environment";
import { runPostgres } from "./programs";
import type { BackupManifest } from "./schema";

export type Snapshot = Pick<BackupManifest, "file" | "tables" | "auditHead">;

interface Rows {
  /** Names of the database's own tables. */
  readonly names: readonly string[];
  readonly count: (table: string) => Promise<number>;
  readonly head: () => Promise<{ seq: number; hash: string } | undefined>;
}

/** What a database holds, counted: the same for a snapshot and for what was brought back from it. */
async function holdings({ names, count, head }: Rows): Promise<Omit<Snapshot, "file">> {
  const tables: Record<string, number> = {};
  for (const name of names) tables[name] = await count(name);
  const end = names.includes("audit_head") ? await head() : undefined;
  return { tables, auditHead: end ? { seq: end.seq, hash: end.hash } : null };
}

/**
 * What an SQLite file holds.
 * @throws when SQLite finds the file damaged.
 */
export async function sqliteHoldings(file: string): Promise<Omit<Snapshot, "file">> {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const sound = database.pragma("integrity_check", { simple: true });
    if (sound !== "ok") throw new Error(`the database file is damaged: ${String(sound)}`);
    const names = database
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .pluck()
      .all() as string[];
    return await holdings({
      names,
      count: async (table) => database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number,
      head: async () =>
        database.prepare("SELECT seq, hash FROM audit_head WHERE id = 1").get() as
          { seq: number; hash: string } | undefined,
    });
  } finally {
    database.close();
  }
}

/** What a PostgreSQL database holds, through a client whose transaction sees one instant. */
export async function postgresHoldings(client: pg.Client): Promise<Omit<Snapshot, "file">> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename",
  );
  return holdings({
    names: rows.map(({ name }) => name),
    count: async (table) => {
      const counted = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM "${table}"`);
      return counted.rows[0]?.count ?? 0;
    },
    head: async () => {
      const end = await client.query<{ seq: number; hash: string }>(
        "SELECT seq, hash FROM audit_head WHERE id = 1",
      );
      return end.rows[0];
    },
  });
}

async function snapshotPostgres(url: string, folder: string): Promise<Snapshot> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const exported = await client.query<{ id: string }>("SELECT pg_export_snapshot() AS id");
    const id = exported.rows[0]?.id ?? "";
    // The dump sees the very instant that was counted, whatever is written meanwhile.
    const args = ["--format=custom", "--no-owner", "--no-privileges", `--snapshot=${id}`];
    await runPostgres("pg_dump", [...args, `--file=${path.join(folder, "database.dump")}`], url);
    return { file: "database.dump", ...(await postgresHoldings(client)) };
  } finally {
    await client.end();
  }
}

/**
 * A copy of one instant of a database in use, as one file in `folder`; nobody who writes has to wait for it.
 * @throws ProgramError where PostgreSQL's client programs are missing or fail.
 */
export async function takeSnapshot(database: Environment["database"], folder: string): Promise<Snapshot> {
  if (database.kind === "postgres") return snapshotPostgres(database.url, folder);
  const file = "database.sqlite" as const;
  const source = new Database(database.file, { fileMustExist: true, timeout: 10_000 });
  try {
    // Reads as one transaction; SQLite's step-wise backup would begin anew with every write of the server.
    source.prepare("VACUUM INTO ?").run(path.join(folder, file));
  } finally {
    source.close();
  }
  return { file, ...(await sqliteHoldings(path.join(folder, file))) };
}
