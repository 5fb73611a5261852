import "server-only";
import { reader } from "@/lib/platform/database";

/**
 * When somebody last said of each of these devices or slips that they see to it, epoch ms of the system's clock. The
 * trail itself is asked: an acknowledgement changes nothing else, and every tablet and process reads the same one.
 */
export async function acknowledgedSince(subjectIds: readonly string[]): Promise<Map<string, number>> {
  if (subjectIds.length === 0) return new Map();
  const rows = await reader().auditEvent.findMany({
    where: {
      subjectKind: { in: ["kiosk", "printer", "print-job"] },
      subjectId: { in: [...subjectIds] },
      action: "device-alert.acknowledged",
    },
    orderBy: { seq: "asc" },
    select: { subjectId: true, at: true },
  });
  return new Map(rows.map(({ subjectId, at }) => [subjectId ?? "", at.getTime()]));
}
