import "server-only";
import { appendAudit } from "@/lib/audit/append";
import { reader, writeTransaction, type Tx } from "@/lib/platform/database";

const ACTIVE = [{ banned: false }, { banned: null }];

/**
 * An office from before there were heads has supervisors who looked after everything: the longest-serving of them, whom
 * the first link made, becomes its head, or nobody could manage devices and accounts. Any number of processes may call
 * it together; where there is a head it does nothing.
 * @returns whether this call made somebody head
 */
export async function ensureHead(requestId: string): Promise<boolean> {
  const headed = (tx: Pick<Tx, "user">) =>
    tx.user.findFirst({ where: { role: "head", OR: ACTIVE }, select: { id: true } });
  if (await headed(reader())) return false;
  return writeTransaction(async (tx) => {
    // Takes hold of every supervisor: whoever comes second waits here and then sees the head that the first one made.
    await tx.user.updateMany({ where: { role: "supervisor", OR: ACTIVE }, data: { role: "supervisor" } });
    if (await headed(tx)) return false;
    const eldest = await tx.user.findFirst({
      where: { role: "supervisor", OR: ACTIVE },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: { id: true },
    });
    if (!eldest) return false;
    await tx.user.update({ where: { id: eldest.id }, data: { role: "head" } });
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
