import "server-only";
import { appendAudit } from "@/lib/audit/append";
import { systemNow } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/database";
import type { Prisma } from "@/lib/platform/generated/sqlite/client";

/** "idle": nobody touched the tablet for too long; "expired": the working day is over. */
export type SessionEnd = "idle" | "expired";

/** Ends the sessions that still match, each with its audit row, and says how many. Call it first in its transaction. */
export async function endSessions(
  tx: Tx,
  where: Prisma.SessionWhereInput,
  why: SessionEnd,
  requestId: string,
): Promise<number> {
  // Written first, so that of two processes one finds them; the deletion itself would not tell whose they were.
  const ended = await tx.session.updateManyAndReturn({
    where,
    data: { updatedAt: systemNow() },
    select: { id: true, userId: true },
  });
  if (ended.length === 0) return 0;
  await tx.session.deleteMany({ where: { id: { in: ended.map(({ id }) => id) } } });
  for (const { userId } of ended) {
    await appendAudit(tx, {
      actor: { kind: "SYSTEM" },
      action: "account.session-ended",
      subject: { kind: "account", id: userId },
      data: { why },
      requestId,
    });
  }
  return ended.length;
}
