import "server-only";
import { systemNow } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/database";
import type { Actor, AuditAction } from "./types";

/**
 * Writes one audit row in the transaction of the change it tells of; call it last.
 * The row's instant is the system's, also in the demo. `data` holds opaque ids and codes, never names or numbers of people.
 */
export async function appendAudit(
  tx: Tx,
  event: {
    readonly actor: Actor;
    readonly action: AuditAction;
    readonly subject: { readonly kind: string; readonly id: string | null };
    readonly data?: Readonly<Record<string, string | number | boolean | null>>;
    readonly requestId: string;
  },
): Promise<void> {
  await tx.auditEvent.create({
    data: {
      at: systemNow(),
      actorKind: event.actor.kind,
      actorId: event.actor.kind === "SYSTEM" ? null : event.actor.id,
      action: event.action,
      subjectKind: event.subject.kind,
      subjectId: event.subject.id,
      data: JSON.stringify(event.data ?? {}),
      requestId: event.requestId,
    },
  });
}
