import "server-only";
import { systemNow } from "@/lib/platform/clock";
import { reader, writeTransaction } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";
import { appendHead, readHeads } from "./head-file";
import type { HeadLine } from "./types";
import { chainEnd } from "./verify-chain";

/** Far longer than a line takes; a process that died in between holds up the others no longer than this. */
const LEASE_MS = 30_000;

const FACT = "audit-head.written";

/** When the file's last head was written, epoch ms, as the last process to look saw it; null when none has seen one. */
export async function lastHeadAt(): Promise<number | null> {
  const fact = await reader().installationFact.findUnique({ where: { key: FACT } });
  return fact ? Date.parse(fact.value) : null;
}

/** Tells the other processes: one of them keeps the file, and each is asked for the office's health. */
async function noteHead({ at }: HeadLine): Promise<void> {
  if ((await lastHeadAt()) === Date.parse(at)) return;
  await writeTransaction(async (tx) => {
    const { count } = await tx.installationFact.updateMany({ where: { key: FACT }, data: { value: at } });
    if (count === 0) await tx.installationFact.create({ data: { key: FACT, value: at } });
  });
}

/** Runs `work` in one process at a time, of all that share the database; undefined when another one is at it. */
async function alone<T>(work: () => Promise<T>): Promise<T | undefined> {
  const fileLeaseUntil = new Date(systemNow().getTime() + LEASE_MS);
  const free = [{ fileLeaseUntil: null }, { fileLeaseUntil: { lt: systemNow() } }];
  const { count } = await writeTransaction((tx) =>
    tx.auditHead.updateMany({ where: { id: 1, OR: free }, data: { fileLeaseUntil } }),
  );
  if (count === 0) return undefined;
  try {
    return await work();
  } finally {
    await writeTransaction((tx) =>
      tx.auditHead.updateMany({ where: { fileLeaseUntil }, data: { fileLeaseUntil: null } }),
    );
  }
}

/**
 * Notes where the chain ends in the file of heads. The file is written outside any transaction: a slow stick or a lost
 * share holds up nobody.
 * @param when DAILY writes the first head of an office's day only; NEWER whenever rows were added since the last one.
 * @returns the line that was written; null when none was due or another process is writing.
 * @throws when the file cannot be read or written.
 */
export async function writeHead(
  about: { readonly office: string; readonly day: string },
  when: "DAILY" | "NEWER",
): Promise<HeadLine | null> {
  const file = environment().auditHeads;
  let torn = false;
  const due = async (): Promise<HeadLine | null> => {
    const known = await readHeads(file);
    torn = known?.torn ?? false;
    const last = known?.lines.at(-1);
    if (last) await noteHead(last);
    const end = await chainEnd();
    if (!end || end.seq === 0) return null;
    if (last && (when === "DAILY" ? last.day === about.day : last.hash === end.hash)) return null;
    return { at: systemNow().toISOString(), ...about, seq: end.seq, hash: end.hash };
  };
  if (!(await due())) return null;
  const written = await alone(async () => {
    const line = await due();
    if (line) await appendHead(file, line, torn);
    if (line) await noteHead(line);
    return line;
  });
  return written ?? null;
}
