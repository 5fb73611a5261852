import "server-only";
import type { SqlDriverAdapter, SqlQuery } from "@prisma/driver-adapter-utils";
import type Database from "better-sqlite3";

/** Enough for every statement of the product; those whose lists vary in length push each other out. */
const KEPT = 400;

/** Keeps what was used last: the oldest goes when there are too many. */
function remembering<T>(make: (key: string) => T): (key: string) => T {
  const kept = new Map<string, T>();
  return (key) => {
    const value = kept.get(key) ?? make(key);
    kept.delete(key);
    kept.set(key, value);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? "");
    return value;
  };
}

/** What the adapter uses of a statement: it binds values first and runs then. */
class Bound {
  #columns: Database.ColumnDefinition[] | undefined;
  constructor(
    private readonly statement: Database.Statement,
    private readonly values: readonly unknown[] = [],
    private readonly kept?: Bound,
  ) {}
  get reader(): boolean {
    return this.statement.reader;
  }
  bind(values: readonly unknown[]): Bound {
    return new Bound(this.statement, values, this);
  }
  columns(): Database.ColumnDefinition[] {
    return this.kept?.columns() ?? (this.#columns ??= this.statement.columns());
  }
  raw(): this {
    this.statement.raw();
    return this;
  }
  all(): unknown[] {
    return this.statement.all(this.values);
  }
  run(): Database.RunResult {
    return this.statement.run(this.values);
  }
}

/**
 * Has a connection of Prisma's better-sqlite3 adapter keep its prepared statements. The adapter prepares each anew,
 * which for a row with references and triggers takes longer than writing it.
 */
export function keepStatements(connection: SqlDriverAdapter): void {
  const { client } = connection as unknown as { client: { prepare: (sql: string) => unknown } };
  const prepare = client.prepare.bind(client) as (sql: string) => Database.Statement;
  client.prepare = remembering((sql) => new Bound(prepare(sql)));
}

const names = new Map<string, string>();

/**
 * The name under which PostgreSQL keeps a statement prepared, the same on all connections; none for the rare one beyond
 * those that are kept: a connection never forgets a name.
 */
export function statementName({ sql }: Pick<SqlQuery, "sql">): string {
  const name = names.get(sql) ?? (names.size < KEPT ? `janji_${names.size + 1}` : "");
  if (name) names.set(sql, name);
  return name;
}
