import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { afterAll } from "vitest";
import type { Environment } from "@/lib/platform/environment";
import { kind } from "../support/test-database";

export type Target = Environment["database"];

/** A connection of somebody else's to a database: what a person with a database client can do. */
export interface Outsider {
  readonly run: (sql: string) => Promise<void>;
  readonly rows: (sql: string) => Promise<Record<string, unknown>[]>;
  readonly close: () => Promise<void>;
}

/** SQLite's answers come at once; a fault becomes a rejection all the same. */
const soon = <T>(work: () => T) => new Promise<T>((resolve) => resolve(work()));

export async function outsider(target: Target): Promise<Outsider> {
  if (target.kind === "sqlite") {
    const file = new Database(target.file, { timeout: 10_000 });
    return {
      run: (sql) => soon(() => void file.exec(sql)),
      rows: (sql) => soon(() => file.prepare(sql).all() as Record<string, unknown>[]),
      close: () => soon(() => void file.close()),
    };
  }
  const client = new pg.Client({ connectionString: target.url });
  await client.connect();
  return {
    run: (sql) => client.query(sql).then(() => undefined),
    rows: async (sql) => (await client.query<Record<string, unknown>>(sql)).rows,
    close: () => client.end(),
  };
}

/** Runs `work` over a connection that is closed whatever happens. */
export async function asOutsider<T>(target: Target, work: (db: Outsider) => Promise<T>): Promise<T> {
  const db = await outsider(target);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

let counter = 0;

/** Makes databases in which nothing is yet, and removes them when the file is done. */
export function emptyDatabases(): { readonly next: () => Promise<Target>; readonly folder: string } {
  const folder = mkdtempSync(path.join(tmpdir(), "janji-empty-"));
  const adminUrl = process.env.TEST_POSTGRES_URL ?? "";
  const names: string[] = [];
  const server = (work: (db: Outsider) => Promise<void>) =>
    asOutsider({ kind: "postgres", url: adminUrl }, work);

  afterAll(async () => {
    if (kind === "postgres")
      await server(async (db) => {
        for (const name of names) await db.run(`DROP DATABASE ${name} WITH (FORCE)`);
      });
    rmSync(folder, { recursive: true, force: true });
  });

  const next = async (): Promise<Target> => {
    const name = `empty_${process.pid}_${(counter += 1)}`;
    if (kind === "sqlite") return { kind, file: path.join(folder, `${name}.db`) };
    await server((db) => db.run(`CREATE DATABASE ${name}`));
    names.push(name);
    return { kind, url: adminUrl.replace(/\/[^/]*$/, `/${name}`) };
  };
  return { next, folder };
}
