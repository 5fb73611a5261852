import "server-only";
import { readdirSync } from "node:fs";
import path from "node:path";
import { reader } from "./database";
import { environment } from "./environment";

// Next may load this module more than once in a process.
const holder = globalThis as typeof globalThis & { __janjiMigrated?: string };

/**
 * Which of this build's migrations the database lacks: one that was put back from an older day, or that a newer build has
 * not reached yet. What the database has beyond them is no matter. Once nothing is missing it is not asked again.
 */
export async function migrationsMissing(): Promise<string[]> {
  const { database } = environment();
  const where = database.kind === "sqlite" ? database.file : database.url;
  if (holder.__janjiMigrated === where) return [];
  const rows = await reader().$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const applied = new Set(rows.map(({ name }) => name));
  const folder = path.join(process.cwd(), "prisma", "migrations", database.kind);
  const missing = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !applied.has(entry.name))
    .map(({ name }) => name);
  if (missing.length === 0) holder.__janjiMigrated = where;
  return missing;
}
