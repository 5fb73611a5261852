import "server-only";

/** A column as PostgreSQL declares it, and what a value of SQLite's becomes in it. */
export interface Column {
  readonly name: string;
  /** PostgreSQL's name of the type, such as "timestamp", "bool" or an enum's own. */
  readonly type: string;
}

/** A value in words that both databases can be brought to: equal words are equal values. */
export type Word = string | null;

/** What better-sqlite3 reads with safe integers. */
export type Stored = null | string | number | bigint | Buffer;

const quoted = (name: string) => `"${name}"`;
const WITH_ZONE = /(Z|[+-]\d{2}:?\d{2})$/;

/** Epoch ms of an instant as SQLite holds it: Prisma's ISO text, SQLite's own CURRENT_TIMESTAMP (UTC), or a number. */
function instant(value: Exclude<Stored, null>): string {
  if (typeof value === "bigint" || typeof value === "number") return String(value);
  const text = String(value);
  const ms = Date.parse(WITH_ZONE.test(text) ? text : `${text.replace(" ", "T")}Z`);
  if (Number.isNaN(ms)) throw new RangeError("an instant that cannot be read");
  return String(ms);
}

/** @throws RangeError when a value does not fit its column */
export function wordOf({ type }: Column, value: Stored): Word {
  if (value === null) return null;
  if (type === "timestamp") return instant(value);
  if (Buffer.isBuffer(value)) {
    if (type !== "bytea") throw new RangeError(`bytes in a column of ${type}`);
    return value.toString("hex");
  }
  if (type === "bool" && value !== 0n && value !== 1n) throw new RangeError("neither yes nor no");
  return String(value);
}

/** The same words, asked of PostgreSQL. */
export function wordSql({ name, type }: Column): string {
  const column = quoted(name);
  switch (type) {
    case "timestamp":
      return `(extract(epoch FROM ${column}) * 1000)::bigint::text`;
    case "bool":
      return `${column}::int::text`;
    case "bytea":
      return `encode(${column}, 'hex')`;
    default:
      return `${column}::text`;
  }
}

/** What PostgreSQL's json_populate_recordset makes the column's value of. */
export function inputOf({ type }: Column, word: Word): string | boolean | null {
  if (word === null) return null;
  switch (type) {
    case "timestamp":
      return new Date(Number(word)).toISOString();
    case "bool":
      return word === "1";
    case "bytea":
      return `\\x${word}`;
    default:
      return word;
  }
}

/** In what order both databases tell the same rows: by the bytes of their keys. */
export const orderSql = (key: readonly string[], kind: "sqlite" | "postgres") =>
  key
    .map((name) =>
      kind === "sqlite" ? `CAST(${quoted(name)} AS TEXT)` : `${quoted(name)}::text COLLATE "C"`,
    )
    .join(", ");
