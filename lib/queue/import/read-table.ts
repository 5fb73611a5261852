import "server-only";
import { CsvError, parse } from "csv-parse/sync";
import { decodeFile, type Encoding } from "./decode";
import { MAX_FILE_BYTES, MAX_ROWS } from "./limits";
import type { FileProblem } from "./types";

export interface Table {
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly headings: readonly string[];
  /** `line` is where the row ends in the file, counted from 1. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

const DELIMITERS = [";", ",", "\t"] as const;

/** The sign that parts the first line most often, outside of quotes; a file of one column has none. */
function sniff(text: string): string {
  const counts = new Map<string, number>(DELIMITERS.map((sign) => [sign, 0]));
  let quoted = false;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === "\n" || sign === "\r")) break;
    else if (!quoted && counts.has(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/** Reads a file as SMART, Excel or LibreOffice writes it into headings and rows; judges no value. */
export function readTable(
  bytes: Uint8Array,
): { readonly ok: true; readonly table: Table } | { readonly ok: false; readonly reason: FileProblem } {
  if (bytes.length > MAX_FILE_BYTES) return { ok: false, reason: "TOO_LARGE" };
  const decoded = decodeFile(bytes);
  if (!decoded.ok) return decoded;
  // Excel's own first line, which only it understands.
  const [announced, told] = /^"?sep=(.)"?[^\S\r\n]*(?:\r\n|\n|\r)/i.exec(decoded.text) ?? ["", null];
  const text = decoded.text.slice(announced.length);
  const delimiter = told ?? sniff(text.trimStart());
  try {
    const records = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: 20_000,
    }) as unknown as readonly { record: string[]; info: { lines: number } }[];
    const [first, ...rest] = records;
    if (!first) return { ok: false, reason: "EMPTY" };
    if (rest.length === 0) return { ok: false, reason: "NO_ROWS" };
    if (rest.length > MAX_ROWS) return { ok: false, reason: "TOO_MANY_ROWS" };
    const before = announced ? 1 : 0;
    const rows = rest.map(({ record, info }) => ({ line: info.lines + before, cells: record }));
    const headings = first.record.map((heading) => heading.trim());
    return { ok: true, table: { encoding: decoded.encoding, delimiter, headings, rows } };
  } catch (fault) {
    if (fault instanceof CsvError) return { ok: false, reason: "BROKEN_QUOTES" };
    throw fault;
  }
}
