import "server-only";
import type { SignedInAccount } from "@/lib/access/types";
import { appendAudit } from "@/lib/audit/append";
import { readPolicy } from "@/lib/office/policies";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { writeTransaction } from "@/lib/platform/database";
import type { ActionResult } from "@/lib/platform/types";
import { localDate } from "@/lib/rules/local-date";
import { alertLevels } from "./alert-levels";
import type { AcknowledgeAlertsInput } from "./schema";

/**
 * "Seen", by name: these alerts fall silent on every tablet. The first to say so stands; saying it again changes
 * nothing. Alerts that cannot be (another day's, or not risen) are left out; with none left it refuses with
 * ALERT_NOT_RISEN.
 */
export async function acknowledgeAlerts(
  { account }: { readonly account: SignedInAccount },
  { alerts }: AcknowledgeAlertsInput,
  requestId: string,
): Promise<ActionResult<null>> {
  const at = now();
  // One lock order for everybody, as in ingest.
  const ids = [...new Set(alerts.map(({ ticketId }) => ticketId))].sort();
  return writeTransaction(async (tx): Promise<ActionResult<null>> => {
    let standing = 0;
    for (const ticketId of ids) {
      // A write that changes nothing: it takes the row's lock, and keeps SQLite write-first.
      const [ticket] = await tx.ticket.updateManyAndReturn({
        where: { id: ticketId },
        data: { checks: { increment: 0 } },
      });
      if (!ticket) continue;
      const { timeZone, hall } = await readSettings(tx);
      if (ticket.serviceDate !== localDate(at.getTime(), timeZone)) continue;
      const { thresholdMs } = await readPolicy(tx, ticket.serviceDate);
      const levels = alertLevels(thresholdMs, hall.alertBefore);
      for (const { level } of alerts.filter((one) => one.ticketId === ticketId)) {
        const risesAt = (ticket.biometricTicketAt?.getTime() ?? Infinity) + level * 60_000;
        if (!levels.includes(level) || risesAt > at.getTime()) continue;
        standing += 1;
        if (await tx.hallAcknowledgement.findUnique({ where: { ticketId_level: { ticketId, level } } }))
          continue;
        await tx.hallAcknowledgement.create({ data: { ticketId, level, byId: account.id, at } });
        await appendAudit(tx, {
          actor: { kind: "OFFICER", id: account.id },
          action: "hall.alert-acknowledged",
          subject: { kind: "ticket", id: ticketId },
          data: { level },
          requestId,
        });
      }
    }
    return standing > 0 ? { ok: true, value: null } : { ok: false, code: "ALERT_NOT_RISEN" };
  });
}
