import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { postgresAdapter, sqliteAdapter } from "@/lib/platform/adapters";
import { migrate, migrationList } from "@/lib/platform/migrate";
import { schemaScript } from "@/lib/platform/schema-script";
import { postgresSchema } from "../../scripts/generate.mjs";
import { kind } from "../support/test-database";
import { catalogue } from "./catalogue";
import { asOutsider, emptyDatabases, type Target } from "./empty-database";

const databases = emptyDatabases();
const names = migrationList(kind).migrationDirectories.map(({ path }) => path);
const schema = readFileSync("prisma/schema.prisma", "utf8");

const recorded = (target: Target) =>
  asOutsider(target, (db) =>
    db.rows("SELECT migration_name, finished_at, rolled_back_at FROM _prisma_migrations ORDER BY started_at"),
  );

/** A database made from the schema itself, without any migration. */
async function fromSchema(source: string): Promise<Target> {
  const target = await databases.next();
  const script =
    target.kind === "sqlite"
      ? await schemaScript(sqliteAdapter(target.file), null, source)
      : await schemaScript(postgresAdapter(target.url, 1), null, postgresSchema(source));
  await asOutsider(target, (db) => db.run(script));
  return target;
}

test("an empty database gets every migration, and a second run applies nothing", async () => {
  const target = await databases.next();
  expect(names.length).toBeGreaterThan(0);
  expect(await migrate(target)).toEqual(names);
  const before = await catalogue(target);
  expect(await migrate(target)).toEqual([]);
  expect(await catalogue(target)).toEqual(before);
  expect((await recorded(target)).map((row) => row.migration_name)).toEqual(names);
});

describe("the migrations and the schema", () => {
  let wanted: string[];
  beforeAll(async () => {
    wanted = await catalogue(await fromSchema(schema));
  });

  test("make the same database", async () => {
    const migrated = await databases.next();
    await migrate(migrated);
    expect(await catalogue(migrated)).toEqual(wanted);
  });

  const changes: Record<string, [string, string]> = {
    "a further column": ["sourceTicketId     String             @unique", "$&\n  further Int @default(7)"],
    "a column that may be empty": ["  serviceDate        String\n", "  serviceDate        String?\n"],
    "another default": ["checks             Int                @default(0)", "checks Int @default(1)"],
    "an index that is gone": ["  @@index([serviceDate, queueNumber])\n", ""],
    "a unique constraint that is gone": ["  @@unique([serviceDate, applicantRef])\n", ""],
    "another reaction to a deletion": ["onDelete: Restrict", "onDelete: Cascade"],
  };
  test.each(Object.entries(changes))("differ visibly by %s", async (_what, [from, to]) => {
    const changed = schema.replace(from, to);
    expect(changed).not.toBe(schema);
    expect(await catalogue(await fromSchema(changed))).not.toEqual(wanted);
  });
});

/** `npm run migrate` as a process of its own; resolves with how it ended. */
function migratingProcess(
  target: Target,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const url = target.kind === "sqlite" ? `file:${target.file}` : target.url;
  const own = { DATABASE_URL: url, JANJI_DATA_DIR: databases.folder, JANJI_MODE: "demo" };
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "scripts/migrate.ts"],
    {
      env: { NODE_ENV: "test", PATH: process.env.PATH ?? "", HOME: databases.folder, ...own },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let output = "";
  const collect = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, output })));
}

// Whole servers do the same twenty times over in tests/processes/start-together.test.ts.
test("two processes that migrate an empty database together both succeed", async () => {
  for (let round = 1; round <= 3; round += 1) {
    const target = await databases.next();
    const ended = await Promise.all([migratingProcess(target), migratingProcess(target)]);
    const told = ended.map(({ output }) => output).join("");
    expect(
      ended.map(({ code }) => code),
      `round ${round}: ${told}`,
    ).toEqual([0, 0]);
    for (const name of names) expect(told.split(name)).toHaveLength(2);
    const rows = await recorded(target);
    expect(rows.map((row) => row.migration_name)).toEqual(names);
    expect(rows.every((row) => row.finished_at !== null && row.rolled_back_at === null)).toBe(true);
  }
}, 600_000);
