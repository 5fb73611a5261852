import "server-only";
import { mkdir, open, readFile } from "node:fs/promises";
import path from "node:path";
import type { HeadLine } from "./types";

export interface HeadFile {
  readonly lines: readonly HeadLine[];
  /** Number of the first line that cannot be read, from 1; null when all can. */
  readonly damaged: number | null;
  /** The last line was cut off while it was written: the next one must begin anew. */
  readonly torn: boolean;
}

function parseLine(text: string): HeadLine | null {
  try {
    const { at, day, office, seq, hash } = JSON.parse(text) as Record<string, unknown>;
    const sound =
      typeof at === "string" &&
      typeof day === "string" &&
      typeof office === "string" &&
      typeof hash === "string";
    return sound && Number.isInteger(seq) ? { at, day, office, seq: seq as number, hash } : null;
  } catch {
    return null;
  }
}

/**
 * The daily heads in a file, oldest first as they were written; null when there is no such file.
 * @throws when it is there and cannot be read.
 */
export async function readHeads(file: string): Promise<HeadFile | null> {
  let text: string;
  try {
    text = await readFile(/* turbopackIgnore: true */ file, "utf8");
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw fault;
  }
  const lines: HeadLine[] = [];
  let damaged: number | null = null;
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const head = parseLine(line);
    if (head) lines.push(head);
    else damaged ??= index + 1;
  }
  return { lines, damaged, torn: text !== "" && !text.endsWith("\n") };
}

/** Adds one line and has it on the disk before it returns. Only ever appends, so the file may be made append-only. */
export async function appendHead(file: string, head: HeadLine, torn = false): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const handle = await open(/* turbopackIgnore: true */ file, "a", 0o640);
  try {
    await handle.appendFile(`${torn ? "\n" : ""}${JSON.stringify(head)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
