import "server-only";
import { chainTroubles, lastVerification } from "@/lib/audit/verifications";
import { lastBackupAt, lastBackupFailure } from "@/lib/office/backups/last-backup";
import { lastRetentionAt } from "@/lib/office/retention";
import { systemNow } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";
import type { Finding } from "./types";

const HOUR_MS = 3_600_000;
/** The server verifies once a day; a night without power is no trouble yet. */
const VERIFIED_OLD_MS = 48 * HOUR_MS;
const BACKUP_OLD_MS = 36 * HOUR_MS;
const BACKUP_LOST_MS = 72 * HOUR_MS;
const RETENTION_LATE_MS = 48 * HOUR_MS;
const RETENTION_LOST_MS = 96 * HOUR_MS;

/** When the office began, epoch ms of the system's clock: what a new one has not done yet is not late. */
async function openedAt(): Promise<number> {
  const first = await reader().auditEvent.findFirst({ orderBy: { seq: "asc" }, select: { at: true } });
  return first?.at.getTime() ?? systemNow().getTime();
}

/** Whether the record is sound, as the last verification found it; measured: how many rows it looked at. */
export async function auditCheck(): Promise<Finding> {
  const [last, troubles, opened] = await Promise.all([lastVerification(), chainTroubles(), openedAt()]);
  const since = last?.at ?? opened;
  const found = (level: Finding["level"], state: string): Finding => ({
    level,
    state,
    measured: last?.rows ?? null,
    unit: "rows",
    since,
  });
  if (last?.finding) return found("BAD", "BROKEN");
  if (systemNow().getTime() - since > VERIFIED_OLD_MS) return found("WARN", "UNVERIFIED");
  if (troubles.includes("AUDIT_HEAD_OLD")) return found("WARN", "HEAD_OLD");
  return found("OK", last ? "SOUND" : "NEW");
}

/** How old the newest backup is, in milliseconds, and whether the last try failed. */
export async function backupCheck(): Promise<Finding> {
  const { backups, mode } = environment();
  const nothing = { measured: null, unit: "ms" } as const;
  if (!backups && mode === "demo") return { level: "OK", state: "DEMO", ...nothing };
  if (!backups) return { level: "WARN", state: "NOT_SET_UP", ...nothing };
  const [taken, failedAt, opened] = await Promise.all([lastBackupAt(), lastBackupFailure(), openedAt()]);
  const since = taken ?? opened;
  const age = systemNow().getTime() - since;
  const level = age > BACKUP_LOST_MS ? "BAD" : age > BACKUP_OLD_MS ? "WARN" : "OK";
  const failing = failedAt !== null && failedAt > (taken ?? 0);
  const well = taken === null ? "NEW" : "TAKEN";
  const trouble = taken === null ? "NEVER_MADE" : level === "OK" ? "FAILING" : "OLD";
  const state = level !== "OK" || failing ? trouble : well;
  return {
    level: level === "OK" && failing ? "WARN" : level,
    state,
    measured: taken === null ? null : age,
    unit: "ms",
    since,
    failedAt,
  };
}

/** How long ago old personal data were last removed, in milliseconds. */
export async function retentionCheck(): Promise<Finding> {
  const [last, opened] = await Promise.all([lastRetentionAt(), openedAt()]);
  const since = last ?? opened;
  const age = systemNow().getTime() - since;
  const level = age > RETENTION_LOST_MS ? "BAD" : age > RETENTION_LATE_MS ? "WARN" : "OK";
  const state = level !== "OK" ? "LATE" : last === null ? "NEW" : "DONE";
  return { level, state, measured: last === null ? null : age, unit: "ms", since };
}
