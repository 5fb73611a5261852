import "server-only";
import { accountName } from "@/lib/access/accounts";
import { can } from "@/lib/access/rights";
import { appendAudit } from "@/lib/audit/append";
import { recordAskedLook } from "@/lib/audit/looks";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import type { Ticket } from "@/lib/platform/generated/sqlite/client";
import type { ActionResult } from "@/lib/platform/types";
import { oncePerKey } from "./request-keys";
import { effectiveReview } from "./review-facts";
import type { StaffContext } from "./staff-call";
import type { ReviewFlagView } from "./types";

const NOT_ALLOWED = { ok: false, code: "NOT_ALLOWED" } as const;
const UNKNOWN_TICKET = { ok: false, code: "UNKNOWN_TICKET" } as const;

async function flagView(ticket: Ticket): Promise<ReviewFlagView> {
  const flag = effectiveReview(ticket);
  const newest = await reader().reviewDecision.findFirst({
    where: { ticketId: ticket.id },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  return {
    flag: flag === null ? "NOT_KNOWN" : flag ? "UNDER_REVIEW" : "CLEAR",
    decision: newest && {
      flag: newest.underReview ? "UNDER_REVIEW" : "CLEAR",
      at: newest.at.getTime(),
      byName: (await accountName(newest.byId)) ?? "–",
      reason: newest.reason,
    },
  };
}

/** The review flag itself (F.2.g), for supervisors. Every single look writes its audit row. Refusals: NOT_ALLOWED, UNKNOWN_TICKET. */
export async function lookAtReviewFlag(
  { account }: StaffContext,
  ticketId: string,
  requestId: string,
): Promise<ActionResult<ReviewFlagView>> {
  if (!can(account.role, "review-flag.see")) return NOT_ALLOWED;
  const ticket = await reader().ticket.findUnique({ where: { id: ticketId } });
  if (!ticket) return UNKNOWN_TICKET;
  await recordAskedLook(account.id, { kind: "review-flag", id: ticketId }, requestId);
  return { ok: true, value: await flagView(ticket) };
}

/**
 * A supervisor raises or clears the review flag, with a written reason (F.2.g). The source's own word stays beside it,
 * so no delivery undoes this and this undoes no delivery. The audit row tells that it was decided, not what.
 * Refusals: NOT_ALLOWED, REASON_MISSING, UNKNOWN_TICKET.
 */
export async function decideReviewFlag(
  { account }: StaffContext,
  input: {
    readonly ticketId: string;
    readonly underReview: boolean;
    readonly reason: string;
    readonly key: string;
  },
  requestId: string,
): Promise<ActionResult<ReviewFlagView>> {
  const { ticketId, underReview, reason } = input;
  if (!can(account.role, "review-flag.set")) return NOT_ALLOWED;
  if (!reason) return { ok: false, code: "REASON_MISSING" };
  const done = await oncePerKey<boolean>(input.key, `${account.id}:${ticketId}:review`, async (tx) => {
    const data = { checks: { increment: 0 } };
    const [ticket] = await tx.ticket.updateManyAndReturn({ where: { id: ticketId }, data });
    if (!ticket) return false;
    const word = { reviewByHand: underReview, reviewFeedSaid: ticket.underReview };
    await tx.ticket.update({ where: { id: ticketId }, data: word });
    await tx.reviewDecision.create({ data: { ticketId, underReview, reason, byId: account.id, at: now() } });
    await appendAudit(tx, {
      actor: { kind: "OFFICER", id: account.id },
      action: "review-flag.decided",
      subject: { kind: "review-flag", id: ticketId },
      requestId,
    });
    return true;
  });
  if (!done) return UNKNOWN_TICKET;
  return {
    ok: true,
    value: await flagView(await reader().ticket.findUniqueOrThrow({ where: { id: ticketId } })),
  };
}
