import "server-only";
import { stat, statfs } from "node:fs/promises";
import { assertTriggers } from "@/lib/platform/assert-triggers";
import { systemNow } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";
import { health } from "@/lib/platform/health";
import { migrationsMissing } from "@/lib/platform/migrations-missing";
import { storageLostAt } from "@/lib/platform/storage";
import type { Finding } from "./types";

/** Whether the database can be read and written and is whole; measured: how long it takes to answer, in milliseconds. */
export async function databaseCheck(): Promise<Finding> {
  const begun = performance.now();
  const state = await health();
  const measured = Math.round((performance.now() - begun) * 10) / 10;
  const found = (level: Finding["level"], code: string, since?: number): Finding => ({
    level,
    state: code,
    measured,
    unit: "ms",
    ...(since === undefined ? {} : { since }),
  });
  const lost = storageLostAt();
  if (lost !== null) return found("BAD", "UNWRITABLE", lost);
  if (state === "STORAGE") return found("BAD", "UNWRITABLE");
  if (state === "DATABASE") {
    const missing = await migrationsMissing().catch(() => null);
    return missing === null
      ? { ...found("BAD", "UNREACHABLE"), measured: null }
      : found("BAD", missing.length > 0 ? "OLD_SHAPE" : "NOT_OPENED");
  }
  const guarded = await assertTriggers().then(
    () => true,
    () => false,
  );
  if (!guarded) return found("BAD", "UNGUARDED");
  return measured > SLOW_MS ? found("WARN", "SLOW") : found("OK", "SOUND");
}

/** An idle office's database answers in a few milliseconds. */
const SLOW_MS = 2_000;

/** Room in bytes: a year of an office and its backups need far less than the first, a day far less than the second. */
export interface DiskLimits {
  readonly warn: number;
  readonly bad: number;
}
const LIMITS: DiskLimits = { warn: 2 * 1024 ** 3, bad: 512 * 1024 ** 2 };

export interface DiskRoom {
  readonly free: number;
  readonly total: number;
}

/** Room of the disk under a folder, as far as the server's account may use it; null where there is none such. */
export async function diskRoom(folder: string): Promise<DiskRoom | null> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { free: bavail * bsize, total: blocks * bsize };
  } catch {
    return null;
  }
}

/** Room where the office keeps data and backups; the fuller one counts. A PostgreSQL elsewhere has a disk of its own. */
export async function diskCheck(limits: DiskLimits = LIMITS): Promise<Finding> {
  const { dataDir, backups } = environment();
  const data = await diskRoom(dataDir);
  const copies = backups ? await diskRoom(backups.folder) : null;
  const free = Math.min(data?.free ?? Infinity, copies ? copies.free : Infinity);
  if (free === Infinity) return { level: "WARN", state: "UNKNOWN", measured: null, unit: "bytes" };
  const level = free < limits.bad ? "BAD" : free < limits.warn ? "WARN" : "OK";
  const state = { OK: "ROOM", WARN: "LITTLE", BAD: "FULL" }[level];
  const backupsFuller = copies !== null && copies.free < (data?.free ?? Infinity);
  return {
    level,
    state: level !== "OK" && backupsFuller ? `${state}_BACKUPS` : state,
    measured: free,
    unit: "bytes",
  };
}

/** Bytes of the database and of what SQLite has yet to move into its file. */
export async function databaseSize(): Promise<{ readonly file: number; readonly wal: number | null }> {
  const { database } = environment();
  if (database.kind === "postgres") {
    const rows = await reader().$queryRaw<
      { size: bigint }[]
    >`SELECT pg_database_size(current_database()) AS size`;
    return { file: Number(rows[0]?.size ?? 0), wal: null };
  }
  const bytes = async (file: string) => (await stat(file).catch(() => null))?.size ?? 0;
  return { file: await bytes(database.file), wal: await bytes(`${database.file}-wal`) };
}

/** The database's clock minus this machine's, in milliseconds; null for SQLite, which has none of its own. */
export async function databaseSkewMs(): Promise<number | null> {
  if (environment().database.kind === "sqlite") return null;
  const asked = systemNow().getTime();
  const rows = await reader().$queryRaw<{ at: Date }[]>`SELECT clock_timestamp() AS at`;
  const told = rows[0]?.at.getTime();
  return told === undefined ? null : Math.round(told - (asked + systemNow().getTime()) / 2);
}
