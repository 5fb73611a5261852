import "server-only";
import { appendAudit } from "@/lib/audit/append";
import type { Actor } from "@/lib/audit/types";
import { now } from "@/lib/platform/clock";
import { writeTransaction, type Tx } from "@/lib/platform/database";
import type { Outage, OutageEvent } from "@/lib/platform/generated/sqlite/client";
import { rowsOf, sql } from "@/lib/platform/statements";
import type { OutageFacts } from "@/lib/rules/types";
import type { OutageEventKind } from "./types";

/** A ticket is of the day around an instant; what had ended two days before cannot touch it. */
const LOOK_BACK_MS = 2 * 86_400_000;

const since = (around: Date) => new Date(around.getTime() - LOOK_BACK_MS);

/** The disruptions that may touch a service day around an instant, as the rules want them. */
export async function readOutages(tx: Pick<Tx, "$queryRaw">, around: Date): Promise<OutageFacts[]> {
  const rows = await rowsOf<Pick<Outage, "startedAt" | "endedAt">>(
    tx,
    sql`
    SELECT "startedAt", "endedAt" FROM "outages" WHERE "endedAt" IS NULL OR "endedAt" > ${since(around)}
    ORDER BY "startedAt", "id"`,
  );
  return rows.map(({ startedAt, endedAt }) => ({
    startedAt: startedAt.getTime(),
    endedAt: endedAt?.getTime() ?? null,
  }));
}

/** The rows behind {@link readOutages}, the earliest first. */
export function outagesAround(tx: Pick<Tx, "outage">, around: Date): Promise<Outage[]> {
  return tx.outage.findMany({
    where: { OR: [{ endedAt: null }, { endedAt: { gt: since(around) } }] },
    orderBy: [{ startedAt: "asc" }, { id: "asc" }],
  });
}

/** What is said of a disruption; instants, `endedAt` null is still going on. */
export interface OutageStatement {
  readonly system: string;
  readonly reason: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

/** How a statement changes what was said before; null when it says the same. Withdrawn is one of no length. */
function eventKind(before: OutageStatement | null, after: OutageStatement): OutageEventKind | null {
  if (!before) return "DECLARED";
  const [from, until] = [after.startedAt.getTime(), after.endedAt?.getTime() ?? null];
  const sameWords = before.system === after.system && before.reason === after.reason;
  const sameStart = before.startedAt.getTime() === from;
  if (sameWords && sameStart && (before.endedAt?.getTime() ?? null) === until) return null;
  if (until !== null && until <= from) return "WITHDRAWN";
  return sameWords && sameStart && before.endedAt === null ? "ENDED" : "CORRECTED";
}

/** Writes what a disruption is now, with its history row and its audit row; `before` is the row as locked. */
export async function stateOutage(
  tx: Tx,
  before: Outage | null,
  outage: OutageStatement & {
    readonly id?: string;
    readonly note?: string | null;
    /** The history row's own id, by which a repeated request is known. */
    readonly eventId?: string;
  },
  { actor, requestId }: { readonly actor: Actor; readonly requestId: string },
): Promise<string> {
  const { id: wantedId, eventId, note = null, ...facts } = outage;
  const kind = eventKind(before, facts);
  if (before && kind === null) return before.id;
  const byId = actor.kind === "SYSTEM" ? null : actor.id;
  const { id } = before
    ? await tx.outage.update({ where: { id: before.id }, data: facts })
    : await tx.outage.create({
        data: { ...(wantedId ? { id: wantedId } : {}), ...facts, declaredById: byId },
      });
  const newest = await newestEvent(tx, id);
  await tx.outageEvent.create({
    data: {
      ...facts,
      ...(eventId ? { id: eventId } : {}),
      outageId: id,
      // One row of history is always later than the one before it, so that their order is their own.
      at: new Date(Math.max(now().getTime(), (newest?.at.getTime() ?? 0) + 1)),
      kind: kind ?? "DECLARED",
      byId,
      note,
    },
  });
  const action = before ? "outage.changed" : "outage.declared";
  await appendAudit(tx, {
    actor,
    action,
    subject: { kind: "outage", id },
    data: { kind: kind ?? "DECLARED" },
    requestId,
  });
  return id;
}

/** The last that was said of a disruption; null for none. */
export function newestEvent(tx: Tx, outageId: string): Promise<OutageEvent | null> {
  return tx.outageEvent.findFirst({ where: { outageId }, orderBy: [{ at: "desc" }, { id: "desc" }] });
}

/** A disruption's row, locked for this transaction; null when there is none under that id. */
export async function lockOutage(tx: Tx, id: string): Promise<Outage | null> {
  // A write that changes nothing: it takes the lock, and keeps SQLite write-first.
  const [row] = await tx.outage.updateManyAndReturn({ where: { id }, data: { id } });
  return row ?? null;
}

/**
 * Declares a disruption (F.2.f), or corrects one declared before under the same id; it counts from the next check on.
 * Asks nobody's right: officers come through `changeOutage`.
 */
export async function declareOutage(
  outage: OutageStatement & { readonly id?: string },
  actor: Actor,
  requestId: string,
): Promise<string> {
  return writeTransaction(async (tx) => {
    const before = outage.id ? await lockOutage(tx, outage.id) : null;
    return stateOutage(tx, before, outage, { actor, requestId });
  });
}
