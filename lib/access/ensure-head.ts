import "server-only";
import { appendAudit } from "@/lib/audit/append";
import { reader, writeTransaction } from "@/lib/platform/database";

const ACTIVE = [{ banned: false }, { banned: null }];

/**
 * An office from before there were heads has supervisors who looked after everything: the longest-serving of them, whom
 * the first link made, becomes its head, or nobody could manage devices and accounts. Any number of processes may call
 * it together; where there is a head it does nothing.
 * @returns whether this call made somebody head
 */
export async function ensureHead(requestId: string): Promise<boolean> {
  if (await reader().user.findFirst({ where: { role: "head", OR: ACTIVE }, select: { id: true } }))
    return false;
  const eldest = await reader().user.findFirst({
    where: { role: "supervisor", OR: ACTIVE },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  if (!eldest) return false;
  return writeTransaction(async (tx) => {
    const raised = await tx.user.updateMany({
      where: { id: eldest.id, role: "supervisor", OR: ACTIVE },
      data: { role: "head" },
    });
    if (raised.count === 0) return false;
    await appendAudit(tx, {
      actor: { kind: "SYSTEM" },
      action: "account.changed",
      subject: { kind: "account", id: eldest.id },
      data: { change: "role", from: "supervisor", role: "head" },
      requestId,
    });
    return true;
  });
}
