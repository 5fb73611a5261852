import "server-only";
import { appendAudit } from "@/lib/audit/append";
import type { Actor } from "@/lib/audit/types";
import { writeTransaction, type Tx } from "@/lib/platform/database";
import type { OutageFacts } from "@/lib/rules/types";

/** A ticket is of the day around an instant; what had ended two days before cannot touch it. */
const LOOK_BACK_MS = 2 * 86_400_000;

/** The disruptions that may touch a service day around an instant, as the rules want them. */
export async function readOutages(tx: Pick<Tx, "outage">, around: Date): Promise<OutageFacts[]> {
  const rows = await tx.outage.findMany({
    where: { OR: [{ endedAt: null }, { endedAt: { gt: new Date(around.getTime() - LOOK_BACK_MS) } }] },
    orderBy: { startedAt: "asc" },
  });
  return rows.map(({ startedAt, endedAt }) => ({
    startedAt: startedAt.getTime(),
    endedAt: endedAt?.getTime() ?? null,
  }));
}

/**
 * Declares a disruption (F.2.f), or corrects one declared before under the same id; it counts from the next check on.
 * @param outage `startedAt` and `endedAt` are instants; `endedAt` null is still going on.
 */
export async function declareOutage(
  outage: {
    readonly id?: string;
    readonly system: string;
    readonly reason: string;
    readonly startedAt: Date;
    readonly endedAt: Date | null;
  },
  actor: Actor,
  requestId: string,
): Promise<string> {
  const { id, ...facts } = outage;
  const declaredById = actor.kind === "SYSTEM" ? null : actor.id;
  return writeTransaction(async (tx) => {
    const known = id ? await tx.outage.updateManyAndReturn({ where: { id }, data: facts }) : [];
    const row =
      known[0] ?? (await tx.outage.create({ data: { ...(id ? { id } : {}), ...facts, declaredById } }));
    const action = known[0] ? "outage.changed" : "outage.declared";
    await appendAudit(tx, { actor, action, subject: { kind: "outage", id: row.id }, requestId });
    return row.id;
  });
}
