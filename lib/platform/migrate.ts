import "server-only";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { postgresAdapter, sqliteAdapter } from "./adapters";
import type { Environment } from "./environment";
import { withSchemaEngine } from "./schema-engine";
import { takeUpPostgresChain, takeUpSqliteChain } from "./take-up-chain";
import { triggersMissing } from "./triggers";

type DatabaseTarget = Environment["database"];

const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** The migrations of one database kind, in order, in the shape that Prisma's engine reads. */
export function migrationList(kind: DatabaseTarget["kind"], root = process.cwd()) {
  const baseDir = path.join(root, "prisma", "migrations", kind);
  const names = readdirSync(baseDir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return {
    baseDir,
    lockfile: {
      path: "migration_lock.toml",
      content: readFileSync(path.join(baseDir, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: names
      .map(({ name }) => name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: readFileSync(path.join(baseDir, name, "migration.sql"), "utf8"),
          },
        },
      })),
  };
}

/** The triggers' own script; it may run any number of times. */
export function triggerScript(kind: DatabaseTarget["kind"], root = process.cwd()): string {
  return readFileSync(path.join(root, "prisma", "triggers", `${kind}.sql`), "utf8");
}

async function applyMigrations(target: DatabaseTarget, root: string): Promise<string[]> {
  const factory =
    target.kind === "sqlite"
      ? sqliteAdapter(target.file, { busyMs: 30_000 })
      : postgresAdapter(target.url, 2);
  return withSchemaEngine(factory, async (engine) => {
    const applied = await engine.applyMigrations({
      migrationsList: migrationList(target.kind, root),
      filters: NO_FILTERS,
    });
    return applied.appliedMigrationNames;
  });
}

async function migrateSqlite(target: DatabaseTarget & { kind: "sqlite" }, root: string): Promise<string[]> {
  mkdirSync(path.dirname(target.file), { recursive: true });
  // A lock that the operating system drops with the process, whatever ends it.
  const lock = new Database(`${target.file}.migrating`, { timeout: 120_000 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
    // Opened again after the engine is done: it wants the file for itself, and waits for a connection that has read it.
    const first = new Database(target.file, { timeout: 30_000 });
    first.pragma("journal_mode = WAL");
    first.close();
    const applied = await applyMigrations(target, root);
    const file = new Database(target.file, { timeout: 30_000 });
    try {
      takeUpSqliteChain(file);
      const triggers = file.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck();
      // A table changed by copy, drop and rename has lost its triggers: they are put back under the same lock, and in
      // one stroke, since another process may be writing.
      if (applied.length > 0 || triggersMissing("sqlite", triggers.all() as string[]).length > 0)
        file.transaction(() => file.exec(triggerScript("sqlite", root))).immediate();
      return applied;
    } finally {
      file.close();
    }
  } finally {
    lock.close();
  }
}

/** One number for all Janji processes: the advisory lock under which migrations run. */
const POSTGRES_MIGRATION_LOCK = 5_242_001;

async function migratePostgres(
  target: DatabaseTarget & { kind: "postgres" },
  root: string,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: target.url });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [POSTGRES_MIGRATION_LOCK]);
    const applied = await applyMigrations(target, root);
    await takeUpPostgresChain(client);
    const triggers = await client.query<{ name: string }>(
      "SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')",
    );
    const present = triggers.rows.map(({ name }) => name);
    // Only where something changed: putting them back locks every table, and others may be serving.
    if (applied.length > 0 || triggersMissing("postgres", present).length > 0)
      await client.query(triggerScript("postgres", root));
    return applied;
  } finally {
    await client.end();
  }
}

/**
 * Brings a database up to date; safe when any number of processes start together.
 * @param root the folder that holds prisma/migrations and prisma/triggers.
 * @returns the names of the migrations applied by this call, oldest first.
 * @throws when a migration fails; the database then keeps what was applied before it.
 */
export function migrate(target: DatabaseTarget, root = process.cwd()): Promise<string[]> {
  return target.kind === "sqlite" ? migrateSqlite(target, root) : migratePostgres(target, root);
}
