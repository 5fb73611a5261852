import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { appendAudit } from "@/lib/audit/append";
import { takenFrom } from "@/lib/office/retention";
import { readSettings } from "@/lib/office/settings";
import { reader, writeTransaction } from "@/lib/platform/database";
import { ingestTickets } from "@/lib/queue/ingest";
import { refusalOf } from "@/lib/queue/refusal";
import { ticketInput, type TicketInput } from "@/lib/queue/schema";
import { judge, toRow, type StoredRow } from "@/lib/queue/ticket-row";
import { knownColumns } from "./columns";
import { readTable } from "./read-table";
import { importReport } from "./report";
import type { ColumnField, ColumnView, FileProblem, ImportView, RowOutcome, Verdict } from "./types";
import { rowReader, type Cells } from "./values";

/** Who imports: a supervisor, or the server itself for a file from the drop folder or the command line. */
export interface ImportCall {
  readonly accountId: string | null;
  readonly requestId: string;
  /** The language of the report. */
  readonly locale: string;
}

interface ReadRow {
  readonly line: number;
  readonly ticketId: string | null;
  readonly input: TicketInput | null;
  readonly payload: unknown;
  readonly refusal: { readonly field: string; readonly reason: string } | null;
}

type Reading =
  | { readonly ok: true; readonly columns: ColumnView[]; readonly rows: readonly ReadRow[] }
  | { readonly ok: false; readonly columns: ColumnView[]; readonly problem: FileProblem };

const LOOK_UP = 500;

/**
 * What spreadsheets put around a text, so that they leave it alone: `="0012"`, or an apostrophe before it. A line broken
 * within a cell, as Alt+Enter does, is a space: nothing that a ticket holds has two lines.
 */
const unwrapped = (cell: string) =>
  cell
    .replace(/[\s\u00a0]+/g, " ")
    .trim()
    .replace(/^="(.*)"$/s, "$1")
    .replace(/^'/, "")
    .trim();
const EMPTY = /^(-|–|null|n\/a|#n\/a)?$/i;

function cellsOf(columns: readonly ColumnView[], cells: readonly string[]): Cells {
  const told: Partial<Record<ColumnField, string>> = {};
  columns.forEach(({ field }, place) => {
    const value = unwrapped(cells[place] ?? "");
    if (field !== null && field !== "-" && !EMPTY.test(value)) told[field] = value;
  });
  return told;
}

async function readFile(bytes: Uint8Array): Promise<Reading> {
  const read = readTable(bytes);
  if (!read.ok) return { ok: false, columns: [], problem: read.reason };
  const { headings, rows } = read.table;
  const columns = await knownColumns(headings);
  const fields = columns.flatMap(({ field }) => (field === null || field === "-" ? [] : [field]));
  if (new Set(fields).size < fields.length) return { ok: false, columns, problem: "COLUMN_TWICE" };
  if (!fields.includes("ticketId")) return { ok: false, columns, problem: "NO_TICKET_ID" };
  const { timeZone, bookingPatterns } = await readSettings(reader());
  const readRow = rowReader(timeZone, { bookingsHave16Digits: bookingPatterns.length === 0 });
  return {
    ok: true,
    columns,
    rows: rows.map(({ line, cells }): ReadRow => {
      const told = cellsOf(columns, cells);
      const ticketId = told.ticketId?.slice(0, 100) ?? null;
      const refused = (field: string, reason: string) => ({
        line,
        ticketId,
        input: null,
        payload: null,
        refusal: { field, reason },
      });
      // A row that is too long or too short has its values in the wrong columns; empty ones at its end are Excel's.
      const extra = cells.slice(headings.length).some((cell) => cell.trim() !== "");
      if (extra || cells.length < headings.length) return refused("(row)", "COLUMN_COUNT");
      const reading = readRow(told);
      if (!reading.ok) return refused(reading.field, reading.reason);
      const parsed = ticketInput.safeParse(reading.payload);
      if (parsed.success)
        return { line, ticketId, input: parsed.data, payload: reading.payload, refusal: null };
      const answer = refusalOf(reading.payload, parsed.error.issues);
      return answer.result === "REFUSED" ? refused(answer.field, answer.reason) : refused("(row)", "INVALID");
    }),
  };
}

/** What would become of each sound row if the file were written now. Reads only. */
async function foresee(rows: readonly ReadRow[]): Promise<Verdict[]> {
  const settings = await readSettings(reader());
  const taking = { timeZone: settings.timeZone, from: await takenFrom(reader(), settings) };
  const known = new Map<string, StoredRow>();
  const ids = [...new Set(rows.flatMap(({ input }) => (input ? [input.ticketId] : [])))];
  for (let start = 0; start < ids.length; start += LOOK_UP) {
    const where = { sourceTicketId: { in: ids.slice(start, start + LOOK_UP) } };
    for (const row of await reader().ticket.findMany({ where })) known.set(row.sourceTicketId, row);
  }
  return rows.map(({ input }) => {
    if (!input) return "REFUSED";
    const row = toRow(input, { kind: "FILE", accountId: null }, taking);
    const stored = known.get(input.ticketId);
    const { told, takes } = stored
      ? judge(row, stored, taking.from)
      : ({ told: "CREATED", takes: true } as const);
    if (takes) known.set(input.ticketId, row);
    return told;
  });
}

async function write(rows: readonly ReadRow[], call: ImportCall): Promise<Verdict[]> {
  const sound = rows.filter(({ input }) => input !== null);
  const source = { kind: "FILE", accountId: call.accountId } as const;
  const payloads = sound.map(({ payload }) => payload);
  const answers = await ingestTickets(payloads, source, call.requestId);
  const byRow = new Map(sound.map((row, place) => [row, answers[place]?.result]));
  return rows.map((row) => byRow.get(row) ?? "REFUSED");
}

const countOf = (rows: readonly RowOutcome[]): Record<Verdict, number> => {
  const counts = { CREATED: 0, UPDATED: 0, UNCHANGED: 0, STALE: 0, REFUSED: 0 };
  for (const { result } of rows) counts[result] += 1;
  return counts;
};

async function view(bytes: Uint8Array, call: ImportCall, writes: boolean): Promise<ImportView> {
  const reading = await readFile(bytes);
  const { columns } = reading;
  if (!reading.ok) {
    const { problem } = reading;
    const report = importReport({ problem, rows: [] }, call.locale);
    return { written: false, problem, columns, counts: countOf([]), rows: [], report };
  }
  const verdicts = await (writes ? write(reading.rows, call) : foresee(reading.rows));
  const rows = reading.rows.map(({ line, ticketId, refusal }, place): RowOutcome => {
    const { field = null, reason = null } = refusal ?? {};
    return { line, ticketId, result: verdicts[place] ?? "REFUSED", field, reason };
  });
  const report = importReport({ problem: null, rows }, call.locale);
  return { written: writes, problem: null, columns, counts: countOf(rows), rows, report };
}

/** What an import would do, row by row; nothing is written. */
export function previewImport(bytes: Uint8Array, call: ImportCall): Promise<ImportView> {
  return view(bytes, call, false);
}

/**
 * Takes a file in through the one ingest, so that a file, the feed and entries by hand obey one order. Repeating it
 * changes nothing. The trail tells of the file by a digest and counts, never by its name, which people choose.
 * @throws BusyError when the database stays locked; what was written stays, and the file may be imported again.
 */
export async function importFile(bytes: Uint8Array, call: ImportCall): Promise<ImportView> {
  const done = await view(bytes, call, true);
  const digest = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const { CREATED: created, UPDATED: updated, REFUSED: refused } = done.counts;
  await writeTransaction((tx) =>
    appendAudit(tx, {
      actor: call.accountId ? { kind: "OFFICER", id: call.accountId } : { kind: "SYSTEM" },
      action: "file.imported",
      subject: { kind: "file", id: digest },
      data: { problem: done.problem, rows: done.rows.length, created, updated, refused },
      requestId: call.requestId,
    }),
  );
  return done;
}

/** The server's own call, for the drop folder and the command line: reports are in the office's first language. */
export const ownCall = (): ImportCall => ({ accountId: null, requestId: randomUUID(), locale: "id" });
