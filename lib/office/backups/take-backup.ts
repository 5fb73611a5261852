import "server-only";
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { appendAudit } from "@/lib/audit/append";
import { pack } from "@/lib/platform/backup/archive";
import { fileHash } from "@/lib/platform/backup/bring-back";
import { backupName, expiredBackups } from "@/lib/platform/backup/rotation";
import { MANIFEST, SECRET, type BackupManifest } from "@/lib/platform/backup/schema";
import { takeSnapshot } from "@/lib/platform/backup/snapshot";
import { systemNow } from "@/lib/platform/clock";
import { writeTransaction } from "@/lib/platform/database";
import { ConfigurationError, environment } from "@/lib/platform/environment";
import { faultFacts } from "@/lib/platform/fault-facts";
import { aloneWithBackups } from "./lease";
import { BACKUPS, lastBackupAt } from "./last-backup";

const DAY_MS = 24 * 3_600_000;
const WORKSHOP = ".backup-";
/** Of a restore or its check (restore-backup.ts); one that is younger may still be at work. */
const UNPACKED = ".restore-";

export interface TakenBackup {
  readonly archive: string;
  readonly bytes: number;
  /** SHA-256 of the archive, in hexadecimal. */
  readonly sha256: string;
  /** Rows of all tables together. */
  readonly rows: number;
  /** Names of older backups that were removed after it. */
  readonly removed: readonly string[];
}

/** What a process that died left behind: copies of the whole database, in the clear. */
async function clearWorkshops(dataDir: string): Promise<void> {
  const left = (await readdir(dataDir)).filter((name) => name.startsWith(WORKSHOP));
  for (const name of left) await rm(path.join(dataDir, name), { recursive: true, force: true });
  for (const name of (await readdir(dataDir)).filter((one) => one.startsWith(UNPACKED))) {
    const folder = path.join(dataDir, name);
    const { mtimeMs } = await stat(folder);
    if (systemNow().getTime() - mtimeMs > DAY_MS) await rm(folder, { recursive: true, force: true });
  }
}

async function removeOld(folder: string, now: number): Promise<string[]> {
  const names = await readdir(folder);
  const half = names.filter((name) => name.endsWith(".backup.age.partial"));
  const removed = expiredBackups(names, now);
  for (const name of [...half, ...removed]) await rm(path.join(folder, name), { force: true });
  return removed;
}

async function make(): Promise<TakenBackup> {
  const { backups, dataDir, database, mode, secret } = environment();
  if (!backups) throw new ConfigurationError("JANJI_BACKUP_DIR names no folder for backups");
  const { folder, recipients } = backups;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await mkdir(dataDir, { recursive: true });
  await clearWorkshops(dataDir);
  const workshop = await mkdtemp(path.join(dataDir, WORKSHOP));
  const at = systemNow();
  const archive = path.join(folder, backupName(at));
  let rows = 0;
  try {
    const snapshot = await takeSnapshot(database, workshop);
    rows = Object.values(snapshot.tables).reduce((sum, count) => sum + count, 0);
    const sha256 = await fileHash(path.join(workshop, snapshot.file));
    const takenAt = at.toISOString();
    const manifest: BackupManifest = { format: 1, takenAt, mode, kind: database.kind, sha256, ...snapshot };
    await writeFile(path.join(workshop, MANIFEST), JSON.stringify(manifest));
    // Without it nobody recognises a voucher or reads a signature: it comes along, under the same lock.
    await writeFile(path.join(workshop, SECRET), secret, { mode: 0o600 });
    await pack(workshop, [MANIFEST, SECRET, snapshot.file], recipients, archive);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
  const [sha256, { size: bytes }] = [await fileHash(archive), await stat(archive)];
  await writeTransaction((tx) =>
    appendAudit(tx, {
      actor: { kind: "SYSTEM" },
      action: "backup.taken",
      subject: BACKUPS,
      data: { file: path.basename(archive), bytes, sha256, rows },
      requestId: "backup",
    }),
  );
  return { archive, bytes, sha256, rows, removed: await removeOld(folder, systemNow().getTime()) };
}

/** Leaves a row of a try that came to nothing, by its kind; where not even that can be written, the age tells. */
async function noteFailure(fault: unknown): Promise<void> {
  const { code, kind } = faultFacts(fault);
  await writeTransaction((tx) =>
    appendAudit(tx, {
      actor: { kind: "SYSTEM" },
      action: "backup.failed",
      subject: BACKUPS,
      data: { kind: code ?? kind },
      requestId: "backup",
    }),
  ).catch(() => undefined);
}

async function makeOrNote(): Promise<TakenBackup> {
  try {
    return await make();
  } catch (fault) {
    await noteFailure(fault);
    throw fault;
  }
}

/**
 * Copies the whole office as it is at this instant into an encrypted archive in JANJI_BACKUP_DIR, while it is in use, and
 * lets old ones go. Older archives are touched only after the new one is whole and on the disk.
 * @param when DUE makes one only where the last is a day old
 * @returns what was made; "NOT_DUE", or "ELSEWHERE" when another process is at it
 * @throws ConfigurationError, ProgramError, or the disk's own fault; no half archive is left under a backup's name
 */
export async function takeBackup(when: "NOW" | "DUE"): Promise<TakenBackup | "NOT_DUE" | "ELSEWHERE"> {
  const due = async () => {
    const last = await lastBackupAt();
    return when === "NOW" || last === null || systemNow().getTime() - last >= DAY_MS;
  };
  if (!(await due())) return "NOT_DUE";
  return (await aloneWithBackups(async () => ((await due()) ? makeOrNote() : "NOT_DUE"))) ?? "ELSEWHERE";
}
