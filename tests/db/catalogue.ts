import { asOutsider, type Outsider, type Target } from "./empty-database";

/** What a database is made of, a line a fact, in one order: comparable between two databases. */
export async function catalogue(target: Target): Promise<string[]> {
  const lines = await asOutsider(target, target.kind === "sqlite" ? sqliteFacts : postgresFacts);
  return lines.filter((line) => !line.includes("_prisma_migrations")).sort();
}

const line = (what: string, facts: Record<string, unknown>) => `${what} ${JSON.stringify(facts)}`;

/** Column positions are left out: a column that a migration adds stands last. */
async function sqliteFacts(db: Outsider): Promise<string[]> {
  const tables = await db.rows(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  );
  const facts: string[] = [];
  for (const { name } of tables) {
    for (const { cid: _position, ...column } of await db.rows(`PRAGMA table_xinfo("${name}")`))
      facts.push(line("column", { table: name, ...column }));
    for (const { id: _id, ...key } of await db.rows(`PRAGMA foreign_key_list("${name}")`))
      facts.push(line("foreign key", { table: name, ...key }));
    for (const index of await db.rows(`PRAGMA index_list("${name}")`)) {
      const columns = (await db.rows(`PRAGMA index_info("${index.name}")`)).map((column) => column.name);
      const { unique, origin, partial } = index;
      facts.push(line("index", { table: name, name: index.name, unique, origin, partial, columns }));
    }
  }
  return facts;
}

const POSTGRES_FACTS: Readonly<Record<string, string>> = {
  column: `SELECT table_name, column_name, data_type, udt_name, is_nullable, column_default, datetime_precision,
    character_maximum_length FROM information_schema.columns WHERE table_schema = 'public'`,
  index: "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
  constraint: `SELECT conrelid::regclass::text AS table_name, conname, contype, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace`,
  enum: `SELECT typname, enumlabel, row_number() OVER (PARTITION BY typname ORDER BY enumsortorder)::int AS place
    FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid`,
};

async function postgresFacts(db: Outsider): Promise<string[]> {
  const facts: string[] = [];
  for (const [what, sql] of Object.entries(POSTGRES_FACTS))
    for (const row of await db.rows(sql)) facts.push(line(what, row));
  return facts;
}
