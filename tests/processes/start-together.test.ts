import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureBuilt, startServer } from "../support/server";
import { databaseSource, type DatabaseSource } from "../support/shared-database";

/** On each of the two databases: ten times over; JANJI_TEST_STARTS=10 makes it twenty. */
const TIMES = Number(process.env.JANJI_TEST_STARTS ?? 5);

beforeAll(() => ensureBuilt());

describe.each(["sqlite", "postgres"] as const)("on an empty %s database", (kind) => {
  let source: DatabaseSource;
  beforeAll(async () => {
    source = await databaseSource(kind);
  });
  afterAll(() => source.stop());

  test.each(Array.from({ length: TIMES }, (_, index) => index + 1))(
    "two processes started together both serve, and each migration is recorded once (%i)",
    async () => {
      const database = await source.fresh();
      const options = { ...database.options, mode: "real" } as const;
      const started = await Promise.allSettled([startServer(options), startServer(options)]);
      try {
        expect(started.map((one) => (one.status === "fulfilled" ? "serves" : String(one.reason)))).toEqual([
          "serves",
          "serves",
        ]);
        const migrations = await database.rows<{ migration_name: string; finished_at: unknown }>(
          `SELECT "migration_name", "finished_at" FROM "_prisma_migrations"`,
        );
        const names = migrations.map(({ migration_name }) => migration_name);
        expect(names.length).toBeGreaterThan(0);
        expect(new Set(names).size).toBe(names.length);
        expect(migrations.every(({ finished_at }) => finished_at !== null)).toBe(true);
        const settings = await database.rows(`SELECT "version" FROM "setting_versions"`);
        expect(settings).toHaveLength(1);
      } finally {
        for (const one of started) if (one.status === "fulfilled") await one.value.stop();
        await database.drop();
      }
    },
  );
});
