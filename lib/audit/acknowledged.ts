import "server-only";
import { reader, writeTransaction } from "@/lib/platform/database";
import { appendAudit } from "./append";

const SUBJECTS = { KIOSK: "kiosk", PRINTER: "printer", SLIP: "print-job" } as const;

/** "I see to it": an officer's word about a kiosk, a printer or a slip. Said twice, it is in the trail twice. */
export function acknowledgeDevice(
  accountId: string,
  about: { readonly kind: keyof typeof SUBJECTS; readonly id: string },
  requestId: string,
): Promise<void> {
  return writeTransaction((tx) =>
    appendAudit(tx, {
      actor: { kind: "OFFICER", id: accountId },
      action: "device-alert.acknowledged",
      subject: { kind: SUBJECTS[about.kind], id: about.id },
      requestId,
    }),
  );
}

/**
 * When somebody last said of each of these devices or slips that they see to it, epoch ms of the system's clock. The
 * trail itself is asked: an acknowledgement changes nothing else, and every tablet and process reads the same one.
 */
export async function acknowledgedSince(subjectIds: readonly string[]): Promise<Map<string, number>> {
  if (subjectIds.length === 0) return new Map();
  const rows = await reader().auditEvent.findMany({
    where: {
      subjectKind: { in: Object.values(SUBJECTS) },
      subjectId: { in: [...subjectIds] },
      action: "device-alert.acknowledged",
    },
    orderBy: { seq: "asc" },
    select: { subjectId: true, at: true },
  });
  return new Map(rows.map(({ subjectId, at }) => [subjectId ?? "", at.getTime()]));
}
