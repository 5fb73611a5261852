// npm run new-migration -- NAME [REVISION]: writes what separates the schema from the one at REVISION (HEAD), for both
// databases. PostgreSQL's dialect is asked of a running server: SCRATCH_POSTGRES_URL.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { postgresAdapter, sqliteAdapter } from "@/lib/platform/adapters";
import { schemaScript } from "@/lib/platform/schema-script";
import { postgresSchema } from "./generate.mjs";

const [name, revision = "HEAD"] = process.argv.slice(2);
const scratch = process.env.SCRATCH_POSTGRES_URL;
if (!name || !/^[a-z0-9_]+$/.test(name) || !scratch) {
  console.error(
    "usage: SCRATCH_POSTGRES_URL=postgresql://… npm run new-migration -- name_in_snake_case [revision]",
  );
  process.exit(2);
}
const before = execFileSync("git", ["show", `${revision}:prisma/schema.prisma`], { encoding: "utf8" });
const now = readFileSync("prisma/schema.prisma", "utf8");
const file = path.join(mkdtempSync(path.join(tmpdir(), "janji-")), "scratch.db");
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const steps = [
  { kind: "sqlite", sql: await schemaScript(sqliteAdapter(file), before, now) },
  {
    kind: "postgres",
    sql: await schemaScript(postgresAdapter(scratch, 1), postgresSchema(before), postgresSchema(now)),
  },
];
for (const { kind, sql } of steps) {
  const folder = `prisma/migrations/${kind}/${stamp}_${name}`;
  if (sql) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/migration.sql`, sql);
  }
  console.log(sql ? `wrote ${folder}/migration.sql` : `${kind}: nothing to do`);
}
