import "server-only";
import {
  AUDIT_ROWS,
  auditHash,
  CHAIN_START,
  storedRow,
  type StoredAuditRow,
} from "@/lib/platform/audit-hash";
import { reader } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";
import { readHeads } from "./head-file";
import type { ChainFinding, ChainVerdict, HeadLine } from "./types";

/** So few that a server which verifies in the background answers others between two batches. */
const BATCH = 500;
/** Below any number that a forger could give a row; PostgreSQL's are of 32 bits. */
const BEFORE_ALL = { sqlite: Number.MIN_SAFE_INTEGER, postgres: -2_147_483_648 };

interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
  readonly openedAfter: number;
  /** Number of the last row that is there. */
  readonly last: number;
}

/** The head and the last row as one statement sees them. */
export async function chainEnd(): Promise<ChainEnd | null> {
  const [end] = await reader().$queryRaw<Record<keyof ChainEnd, number | bigint | string>[]>`
    SELECT "seq", "hash", "openedAfter", (SELECT coalesce(max("seq"), 0) FROM "audit_events") AS "last"
    FROM "audit_head" WHERE "id" = 1`;
  if (!end) return null;
  const { seq, hash, openedAfter, last } = end;
  return { seq: Number(seq), hash: String(hash), openedAfter: Number(openedAfter), last: Number(last) };
}

async function* rowsUpTo(last: number): AsyncGenerator<StoredAuditRow> {
  const { kind } = environment().database;
  for (let after = BEFORE_ALL[kind]; ;) {
    const batch = await reader().$queryRawUnsafe<unknown[]>(AUDIT_ROWS[kind], after, last, BATCH);
    for (const raw of batch) {
      const row = storedRow(raw);
      after = row.seq;
      yield row;
    }
    if (batch.length < BATCH) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Compares what the file of heads noted, in the order of rows. */
function headsInOrder(lines: readonly HeadLine[]) {
  const waiting = [...lines].sort((one, other) => one.seq - other.seq);
  let agreed = 0;
  let lastHead: HeadLine | null = null;
  const differs = (head: HeadLine): ChainFinding => ({
    kind: "REWRITTEN",
    seq: head.seq,
    after: lastHead?.seq ?? 0,
    day: head.day,
  });
  return {
    state: () => ({ agreed, lastHead }),
    /** The finding of a head that this row contradicts. */
    at: ({ seq, hash }: { readonly seq: number; readonly hash: string }): ChainFinding | null => {
      for (let head = waiting[0]; head && head.seq <= seq; head = waiting[0]) {
        waiting.shift();
        if (head.seq < seq || head.hash !== hash) return differs(head);
        [agreed, lastHead] = [agreed + 1, head];
      }
      return null;
    },
    /** The finding of a head behind the last row. */
    after: (seq: number): ChainFinding | null => {
      const [head] = waiting;
      return head ? { kind: "MISSING", seq: seq + 1, upTo: head.seq, day: head.day } : null;
    },
  };
}

/**
 * Goes through the whole trail in batches (memory does not grow with it) and compares it with the file of heads. Rows
 * that are written meanwhile are left to the next verification.
 * @param options file: the file of heads, by default the environment's. progress: told how many rows are done.
 * @throws when database or file cannot be read, which says nothing of the chain.
 */
export async function verifyChain(
  options: { readonly file?: string; readonly progress?: (rows: number) => void } = {},
): Promise<ChainVerdict> {
  const file = await readHeads(options.file ?? environment().auditHeads);
  const heads = headsInOrder(file?.lines ?? []);
  const end = await chainEnd();
  let rows = 0;
  let [seq, hash, before] = [0, CHAIN_START, CHAIN_START];
  const verdict = (finding: ChainFinding | null): ChainVerdict => {
    const { agreed, lastHead } = heads.state();
    return { finding, rows, seq, hash, heads: file ? agreed : null, lastHead };
  };
  if (!end) return verdict({ kind: "HEAD", seq: 0 });
  for await (const row of rowsUpTo(end.last)) {
    const expected = seq + 1;
    if (row.seq < expected || row.seq > end.seq) return verdict({ kind: "INSERTED", seq: row.seq });
    const gone: ChainFinding = { kind: "MISSING", seq: expected, upTo: row.seq - 1 };
    // Rows from before the chain may have gaps of their own, where something had been rolled back.
    if (row.seq > expected && row.seq > end.openedAfter) return verdict(gone);
    if (auditHash(hash, row) !== row.hash) {
      if (row.seq > expected) return verdict(gone);
      const without = seq > 0 && auditHash(before, row) === row.hash;
      return verdict(without ? { kind: "INSERTED", seq } : { kind: "ALTERED", seq: row.seq });
    }
    const contradiction = heads.at(row);
    if (contradiction) return verdict(contradiction);
    [before, seq, hash] = [hash, row.seq, row.hash];
    rows += 1;
    if (rows % BATCH === 0) options.progress?.(rows);
  }
  if (end.seq > seq) return verdict({ kind: "MISSING", seq: seq + 1, upTo: end.seq });
  const behind = heads.after(seq);
  if (behind) return verdict(behind);
  if (end.hash !== hash) return verdict({ kind: "HEAD", seq });
  return verdict(file?.damaged ? { kind: "FILE_DAMAGED", seq: file.damaged } : null);
}
