import { randomBytes } from "node:crypto";
import { closeSync, openSync, statSync, writeSync } from "node:fs";
import Database from "better-sqlite3";

/** Writes noise over part of a file, as a dying disk does; its length stays. */
export function scribble(file: string, from: number, bytes: number): void {
  const handle = openSync(file, "r+");
  writeSync(handle, randomBytes(bytes), 0, bytes, from);
  closeSync(handle);
}

/** Brings everything that a SQLite database's journal holds into the file itself. */
export function settle(file: string): void {
  const database = new Database(file, { timeout: 20_000 });
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
}

/** Where the first page of a table lies in a SQLite file, in bytes, and how long a page is. */
export function pageOf(file: string, table: string): { readonly from: number; readonly bytes: number } {
  const database = new Database(file, { readonly: true });
  const page = database.prepare("SELECT rootpage FROM sqlite_master WHERE name = ?").pluck().get(table);
  const bytes = Number(database.pragma("page_size", { simple: true }));
  database.close();
  return { from: (Number(page) - 1) * bytes, bytes };
}

/** Everything behind the first page becomes noise. */
export function scribbleAll(file: string): void {
  const { bytes } = pageOf(file, "vouchers");
  scribble(file, bytes, statSync(file).size - bytes);
}
