import "server-only";
import { systemNow } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";

/** A day, and the hours in which somebody may have switched the machine off. */
const OLD_MS = 36 * 3_600_000;

export const BACKUPS = { kind: "backups", id: "office" } as const;

/** When the last backup was taken, epoch ms; null before the first. */
export async function lastBackupAt(): Promise<number | null> {
  const row = await reader().auditEvent.findFirst({
    where: { subjectKind: BACKUPS.kind, action: "backup.taken" },
    orderBy: { seq: "desc" },
    select: { at: true },
  });
  return row?.at.getTime() ?? null;
}

/** When a backup last could not be made, epoch ms; null where none ever failed. */
export async function lastBackupFailure(): Promise<number | null> {
  const row = await reader().auditEvent.findFirst({
    where: { subjectKind: BACKUPS.kind, action: "backup.failed" },
    orderBy: { seq: "desc" },
    select: { at: true },
  });
  return row?.at.getTime() ?? null;
}

/** Whether an office that keeps backups has gone without a new one for too long. */
export async function backupTroubles(): Promise<"BACKUP_OLD"[]> {
  if (!environment().backups) return [];
  const first = await reader().auditEvent.findFirst({ orderBy: { seq: "asc" }, select: { at: true } });
  const since = (await lastBackupAt()) ?? first?.at.getTime() ?? systemNow().getTime();
  return systemNow().getTime() - since > OLD_MS ? ["BACKUP_OLD"] : [];
}
