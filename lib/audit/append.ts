import "server-only";
import { beforeCommit } from "@/lib/platform/database";
import type { PlainTx } from "@/lib/platform/plain-transactions";
import { continueChain, type NewAuditRow } from "./chain";
import type { Actor, AuditAction } from "./types";

/** As a database stores it: half of a surrogate pair has no UTF-8, and a hash over it would never be found again. */
const storable = (text: string) => Buffer.from(text, "utf8").toString("utf8");

const waiting = new WeakMap<PlainTx, NewAuditRow[]>();

/**
 * Writes one audit row in the transaction of the change it tells of. Wherever it is called, the row is written as the
 * transaction's last act: only then is the chain's end locked. Its instant is the system's, also in the demo.
 * `data` holds opaque ids and codes, never names or numbers of people.
 */
export async function appendAudit(
  tx: PlainTx,
  event: {
    readonly actor: Actor;
    readonly action: AuditAction;
    readonly subject: { readonly kind: string; readonly id: string | null };
    readonly data?: Readonly<Record<string, string | number | boolean | null>>;
    readonly requestId: string;
  },
): Promise<void> {
  const rows = waiting.get(tx) ?? [];
  rows.push({
    actorKind: event.actor.kind,
    actorId: event.actor.kind === "SYSTEM" ? null : storable(event.actor.id),
    action: event.action,
    subjectKind: event.subject.kind,
    subjectId: event.subject.id === null ? null : storable(event.subject.id),
    data: JSON.stringify(event.data ?? {}),
    requestId: storable(event.requestId),
  });
  if (rows.length > 1) return;
  waiting.set(tx, rows);
  beforeCommit(tx, () => continueChain(tx, rows));
}
