import "server-only";
import { appendAudit } from "@/lib/audit/append";
import type { Actor } from "@/lib/audit/types";
import { now } from "@/lib/platform/clock";
import { writeTransaction, type Tx } from "@/lib/platform/database";
import type { ActionResult } from "@/lib/platform/types";

/** How many slips of a voucher a kiosk prints unaided: the first and one more. Further ones are for staff. */
export const UNAIDED_COPIES = 2;

/**
 * Queues a slip in the transaction that asks for it. The voucher's row must be locked by the caller: the copy's number
 * is counted, and the database refuses the same copy twice.
 */
export async function queuePrintJob(
  tx: Tx,
  job:
    | {
        readonly kind: "VOUCHER";
        readonly voucherId: string;
        readonly kioskId?: string;
        readonly byId?: string;
      }
    | { readonly kind: "DIRECTION"; readonly kioskId: string },
): Promise<{ readonly id: string; readonly copy: number }> {
  const copies =
    job.kind === "VOUCHER" ? await tx.printJob.count({ where: { voucherId: job.voucherId } }) : 0;
  const created = await tx.printJob.create({ data: { ...job, copy: copies + 1, createdAt: now() } });
  return { id: created.id, copy: created.copy };
}

/**
 * Records what became of a slip that a browser printed. A browser cannot know, so the job is UNCONFIRMED until the
 * applicant said whether it came out; what was said last within the session counts.
 */
export async function settlePrintJob(
  owner: { readonly kioskId: string } | { readonly byId: string },
  job: { readonly printJobId: string; readonly state: "UNCONFIRMED" | "CONFIRMED" | "FAILED" },
  requestId: string,
): Promise<ActionResult<null>> {
  const actor: Actor =
    "kioskId" in owner ? { kind: "KIOSK", id: owner.kioskId } : { kind: "OFFICER", id: owner.byId };
  return writeTransaction(async (tx) => {
    const { count } = await tx.printJob.updateMany({
      where: { id: job.printJobId, ...owner, state: { notIn: ["CONFIRMED"] } },
      data: { state: job.state, settledAt: now() },
    });
    if (count === 0) return { ok: false, code: "UNKNOWN_JOB" };
    const subject = { kind: "print-job", id: job.printJobId };
    await appendAudit(tx, { actor, action: "print.settled", subject, data: { state: job.state }, requestId });
    return { ok: true, value: null };
  });
}
