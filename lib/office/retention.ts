import "server-only";
import { now, systemNow } from "@/lib/platform/clock";
import { reader, type Reader } from "@/lib/platform/database";
import { localDate } from "@/lib/rules/local-date";
import { addDays } from "./local-time";
import { SHORTEST_RETENTION_DAYS, type OfficeSettings } from "./schema";

/** A day that was skipped is no trouble yet: an office may be without power for a night. */
const LATE_MS = 48 * 3_600_000;

export type RetentionTrouble = "RETENTION_LATE";

/**
 * The first service date (the office's local date) whose personal data are kept at an instant: everything before it is
 * older than the set number of days.
 */
export function keptFrom(
  { timeZone, retention }: Pick<OfficeSettings, "timeZone" | "retention">,
  at: Date,
): string {
  return addDays(localDate(at.getTime(), timeZone), -retention.days);
}

/**
 * The first service date with which personal data may be taken in: `keptFrom`, or what a removal has reached already, so
 * that a longer retention brings nothing back. The shortest retention bounds it: a removal under a clock that ran years
 * ahead must not leave today's applicants without their bookings.
 */
export async function takenFrom(
  tx: Pick<Reader, "retentionRun">,
  settings: Pick<OfficeSettings, "timeZone" | "retention">,
): Promise<string> {
  const at = now();
  const kept = keptFrom(settings, at);
  const furthest = await tx.retentionRun.findFirst({ orderBy: { upTo: "desc" }, select: { upTo: true } });
  if (!furthest || furthest.upTo <= kept) return kept;
  const latest = addDays(localDate(at.getTime(), settings.timeZone), -SHORTEST_RETENTION_DAYS);
  return furthest.upTo < latest ? furthest.upTo : latest;
}

/** When the last removal was finished, epoch ms of the system's clock; null before the first. */
export async function lastRetentionAt(): Promise<number | null> {
  const last = await reader().retentionRun.findFirst({
    where: { finishedAt: { not: null } },
    orderBy: { finishedAt: "desc" },
    select: { finishedAt: true },
  });
  return last?.finishedAt?.getTime() ?? null;
}

/** Whether the daily removal has not been finished for two days, or in a new office since it was opened. */
export async function retentionTroubles(): Promise<RetentionTrouble[]> {
  const [last, first] = await Promise.all([
    lastRetentionAt(),
    reader().auditEvent.findFirst({ orderBy: { seq: "asc" }, select: { at: true } }),
  ]);
  const since = last ?? first?.at.getTime() ?? systemNow().getTime();
  return systemNow().getTime() - since > LATE_MS ? ["RETENTION_LATE"] : [];
}
