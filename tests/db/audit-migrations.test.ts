import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyChain } from "@/lib/audit/verify-chain";
import { assertTriggers } from "@/lib/platform/assert-triggers";
import { postgresAdapter, sqliteAdapter } from "@/lib/platform/adapters";
import { closeDatabase } from "@/lib/platform/database";
import { forgetEnvironment } from "@/lib/platform/environment";
import { migrate, migrationList } from "@/lib/platform/migrate";
import { withSchemaEngine } from "@/lib/platform/schema-engine";
import { kind } from "../support/test-database";
import { trail, write } from "./audit-given";
import { asOutsider, emptyDatabases, type Outsider, type Target } from "./empty-database";

const databases = emptyDatabases();
const root = mkdtempSync(path.join(tmpdir(), "janji-root-"));
const CHAIN = "_audit_chain";

beforeAll(() => cpSync("prisma", path.join(root, "prisma"), { recursive: true }));
afterAll(async () => {
  await closeDatabase();
  rmSync(root, { recursive: true, force: true });
});

const folderOf = (name: string, at = root) => path.join(at, "prisma", "migrations", kind, name);

/** A database as the release before the chain left it, with that release's triggers and `rows` of its trail. */
async function before(rows: readonly number[]): Promise<Target> {
  const old = mkdtempSync(path.join(root, "old-"));
  cpSync(path.join(root, "prisma"), path.join(old, "prisma"), { recursive: true });
  for (const { path: name } of migrationList(kind).migrationDirectories)
    if (name >= "20261126" || name.includes(CHAIN)) rmSync(folderOf(name, old), { recursive: true });
  const target = await databases.next();
  const adapter = target.kind === "sqlite" ? sqliteAdapter(target.file) : postgresAdapter(target.url, 2);
  const filters = { externalTables: [], externalEnums: [] };
  await withSchemaEngine(adapter, (engine) =>
    engine.applyMigrations({ migrationsList: migrationList(kind, old), filters }),
  );
  await asOutsider(target, async (db) => {
    for (const seq of rows)
      await db.run(`INSERT INTO audit_events ("seq", "at", "actorKind", "actorId", "action", "subjectKind", "data", "requestId")
        VALUES (${seq}, '2026-11-2${seq % 10}T01:02:03.04${seq % 10}${kind === "sqlite" ? "+00:00" : ""}', 'KIOSK', 'k', 'voucher.issued', 'voucher', '{"n":${seq}}', 'r')`);
    if (kind === "postgres")
      await db.run(`CREATE FUNCTION janji_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'append-only'; END $$;
        CREATE TRIGGER audit_events_no_update BEFORE UPDATE ON audit_events FOR EACH ROW EXECUTE FUNCTION janji_append_only();`);
  });
  return target;
}

async function open(target: Target): Promise<void> {
  await closeDatabase();
  const url = target.kind === "sqlite" ? `file:${target.file}` : target.url;
  Object.assign(process.env, { JANJI_MODE: "demo", JANJI_DATA_DIR: databases.folder, DATABASE_URL: url });
  process.env.JANJI_SECRET = "a secret for tests only, longer than needed";
  forgetEnvironment();
}

test.each([
  ["none", []],
  ["some, with numbers that a rolled-back change took with it", [1, 2, 3, 6, 7, 12]],
  ["more than one batch", Array.from({ length: 4_500 }, (_, index) => index + 1)],
])("rows from before the chain are taken up: %s", async (_what, rows) => {
  const target = await before(rows);
  const last = rows.at(-1) ?? 0;
  expect((await migrate(target, root)).some((name) => name.includes(CHAIN))).toBe(true);
  await open(target);
  await assertTriggers();
  expect(await verifyChain()).toMatchObject({ finding: null, rows: rows.length, seq: last });
  await write(2);
  expect(await verifyChain()).toMatchObject({ finding: null, rows: rows.length + 2, seq: last + 2 });
  const untouched = await asOutsider(target, trail);
  await migrate(target, root);
  expect(await asOutsider(target, trail)).toEqual(untouched);
});

test("among rows from before the chain, too, one that is altered or gone is named", async () => {
  const target = await before([1, 2, 3, 6, 7, 12]);
  await migrate(target, root);
  await open(target);
  const forge = (sql: string) => asOutsider(target, (db) => unguarded(db, sql));
  await forge(`UPDATE audit_events SET "data" = '{}' WHERE seq = 7`);
  expect((await verifyChain()).finding).toEqual({ kind: "ALTERED", seq: 7 });
  await forge("DELETE FROM audit_events WHERE seq = 6");
  expect((await verifyChain()).finding).toEqual({ kind: "MISSING", seq: 4, upTo: 6 });
});

/** Runs a statement as somebody to whom triggers are no hindrance. */
const unguarded = (db: Outsider, sql: string) =>
  kind === "postgres"
    ? db.run(`SET session_replication_role = replica; ${sql}`)
    : db.run(
        `DROP TRIGGER IF EXISTS audit_events_no_update; DROP TRIGGER IF EXISTS audit_events_no_delete; ${sql}`,
      );

test("a head that is gone is set to the last row again, and nothing is hashed anew", async () => {
  const target = await databases.next();
  await migrate(target, root);
  await open(target);
  await write(5);
  await asOutsider(target, (db) =>
    kind === "postgres"
      ? db.run(
          "SET session_replication_role = replica; DELETE FROM audit_head; UPDATE audit_events SET action = 'x' WHERE seq = 3",
        )
      : db.run(
          "DROP TRIGGER audit_head_no_delete; DROP TRIGGER audit_events_no_update; DELETE FROM audit_head; UPDATE audit_events SET action = 'x' WHERE seq = 3",
        ),
  );
  await expect(write()).rejects.toThrow("no head");
  await migrate(target, root);
  await assertTriggers();
  await write();
  expect((await verifyChain()).finding).toEqual({ kind: "ALTERED", seq: 3 });
});

/** What Prisma writes for a changed column on SQLite, and a copy of the table on PostgreSQL. */
const rebuilt = (table: string, sorted: string) =>
  kind === "sqlite"
    ? `CREATE TABLE "new_${table}" AS SELECT * FROM "${table}";
       ALTER TABLE "new_${table}" ADD COLUMN "later" TEXT;
       DROP TABLE "${table}";
       ALTER TABLE "new_${table}" RENAME TO "${table}";`
    : `CREATE TABLE "new_${table}" AS SELECT * FROM "${table}" ORDER BY "${sorted}";
       ALTER TABLE "new_${table}" ADD COLUMN "later" TEXT;
       DROP TABLE "${table}";
       ALTER TABLE "new_${table}" RENAME TO "${table}";`;

test("a later migration that rebuilds both tables leaves them guarded and the chain sound", async () => {
  const target = await databases.next();
  await migrate(target, root);
  await open(target);
  await write(5);
  await closeDatabase();
  const name = "29991231000000_rebuilt";
  mkdirSync(folderOf(name));
  const first = kind === "sqlite" ? "DROP TRIGGER audit_events_continue;\n" : "";
  const sql = `${first}${rebuilt("audit_head", "id")}\n${rebuilt("audit_events", "seq")}`;
  writeFileSync(path.join(folderOf(name), "migration.sql"), sql);
  try {
    expect(await migrate(target, root)).toEqual([name]);
    await assertTriggers();
    expect(await verifyChain()).toMatchObject({ finding: null, rows: 5 });
    await write(2);
    expect(await verifyChain()).toMatchObject({ finding: null, rows: 7 });
    await asOutsider(target, async (db) => {
      const forgeries = [
        "UPDATE audit_events SET action = 'x'",
        "DELETE FROM audit_events",
        "DELETE FROM audit_head",
      ];
      if (kind === "postgres") forgeries.push("TRUNCATE audit_events", "TRUNCATE audit_head");
      for (const forgery of forgeries) await expect(db.run(forgery), forgery).rejects.toThrow("append-only");
      await expect(
        db.run(`INSERT INTO audit_events SELECT * FROM audit_events WHERE seq = 2`),
      ).rejects.toThrow("its head only");
    });
  } finally {
    rmSync(folderOf(name), { recursive: true });
  }
});
