// Generates both database clients from the one schema. Plain Node: runs before anything else is built.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

/** The PostgreSQL twin of the one schema: provider and output differ, nothing else. */
export function postgresSchema(source = readFileSync("prisma/schema.prisma", "utf8")) {
  const twin = source
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace("../lib/platform/generated/sqlite", "../../lib/platform/generated/postgres");
  if (twin.includes('"sqlite"') || twin === source)
    throw new Error("prisma/schema.prisma lost its two markers");
  return twin;
}

function prismaGenerate(schema) {
  const result = spawnSync(
    process.execPath,
    ["node_modules/prisma/build/index.js", "generate", "--schema", schema],
    {
      stdio: ["ignore", "pipe", "pipe"],
      encoding: "utf8",
      // The command line insists on an engine binary that generate never runs; any existing file will do.
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        JANJI_SCHEMA: schema,
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
      },
    },
  );
  if (result.status !== 0)
    throw new Error(`prisma generate failed for ${schema}\n${result.stdout}${result.stderr}`);
}

export function generate() {
  mkdirSync("prisma/postgres", { recursive: true });
  writeFileSync("prisma/postgres/schema.prisma", postgresSchema());
  prismaGenerate("prisma/schema.prisma");
  prismaGenerate("prisma/postgres/schema.prisma");
}

if (process.argv[1]?.endsWith("generate.mjs")) generate();
