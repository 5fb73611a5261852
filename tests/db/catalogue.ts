import { asOutsider, type Outsider, type Target } from "./empty-database";

/** What a database is made of, a line a fact, in one order: comparable between two databases. */
export async function catalogue(target: Target): Promise<string[]> {
  const lines = await asOutsider(target, target.kind === "sqlite" ? sqliteFacts : postgresFacts);
  return lines.filter((line) => !line.includes("_prisma_migrations")).sort();
}

const line = (what: string, facts: Record<string, unknown>) => `${what} ${JSON.stringify(facts)}`;

/** Column positions and the numbers of foreign keys are left out: a column that a migration adds stands last. */
async function sqliteFacts(db: Outsider): Promise<string[]> {
  const ask = (pragma: string, name: unknown) => db.rows(`PRAGMA ${pragma}("${String(name)}")`);
  const tables = await db.rows(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  );
  const facts: string[] = [];
  for (const { name: table } of tables) {
    for (const { name, type, notnull, dflt_value, pk, hidden } of await ask("table_xinfo", table))
      facts.push(line("column", { table, name, type, notnull, dflt_value, pk, hidden }));
    for (const key of await ask("foreign_key_list", table)) {
      const { seq, table: target, from, to, on_update, on_delete, match } = key;
      facts.push(line("foreign key", { table, seq, target, from, to, on_update, on_delete, match }));
    }
    for (const { name, unique, origin, partial } of await ask("index_list", table)) {
      const columns = (await ask("index_info", name)).map((column) => column.name);
      facts.push(line("index", { table, name, unique, origin, partial, columns }));
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
