import "server-only";
import { appendAudit } from "@/lib/audit/append";
import type { Actor } from "@/lib/audit/types";
import { writeTransaction } from "@/lib/platform/database";
import { isDuplicate } from "@/lib/platform/faults";
import type { ActionResult } from "@/lib/platform/types";
import type { OfficeSettings } from "./schema";

/**
 * Writes the version that follows `shown`, with its audit row. The version's primary key settles a race: whoever comes
 * second is refused with CHANGED_MEANWHILE, and nothing of theirs is written.
 * @param told what the audit row says of the change: codes and numbers, no values
 */
export async function writeSettings(
  shown: number,
  settings: OfficeSettings,
  by: { readonly actor: Actor; readonly requestId: string },
  told: Readonly<Record<string, string | number>>,
): Promise<ActionResult<{ readonly version: number }>> {
  const version = shown + 1;
  const createdById = by.actor.kind === "SYSTEM" ? null : by.actor.id;
  try {
    await writeTransaction(async (tx) => {
      await tx.settingVersion.create({ data: { version, data: JSON.stringify(settings), createdById } });
      await appendAudit(tx, {
        actor: by.actor,
        action: "settings.changed",
        subject: { kind: "settings", id: String(version) },
        data: told,
        requestId: by.requestId,
      });
    });
  } catch (fault) {
    if (isDuplicate(fault)) return { ok: false, code: "CHANGED_MEANWHILE" };
    throw fault;
  }
  return { ok: true, value: { version } };
}
