import "server-only";
import { accountNames } from "@/lib/access/accounts";
import { can } from "@/lib/access/rights";
import type { SignedInAccount } from "@/lib/access/types";
import { recordAskedLook } from "@/lib/audit/looks";
import { reader } from "@/lib/platform/database";
import type { ActionResult } from "@/lib/platform/types";
import type { Clause, ClauseResult } from "@/lib/rules/types";
import { effectiveReview } from "@/lib/vouchers/review-facts";
import type { ReviewFlag } from "@/lib/vouchers/types";
import { MOST_DECISIONS } from "./gather";
import type { ReviewHistory } from "./types";

const FOUND: Readonly<Partial<Record<ClauseResult, ReviewFlag>>> = {
  MET: "CLEAR",
  NOT_MET: "UNDER_REVIEW",
  UNKNOWN: "NOT_KNOWN",
};

const flagOf = (known: boolean | null): ReviewFlag =>
  known === null ? "NOT_KNOWN" : known ? "UNDER_REVIEW" : "CLEAR";

/**
 * Everything on record of a ticket's review flag (F.2.g), for supervisors: how it stands, who decided what about it and
 * why, and what each evaluation found of clause g. Every single look writes its audit row first. The row says that
 * somebody looked, not what they saw. Refusals: NOT_ALLOWED, UNKNOWN_TICKET.
 */
export async function lookAtReviewHistory(
  { account }: { readonly account: SignedInAccount },
  ticketId: string,
  requestId: string,
): Promise<ActionResult<ReviewHistory>> {
  if (!can(account.role, "review-flag.see")) return { ok: false, code: "NOT_ALLOWED" };
  const ticket = await reader().ticket.findUnique({
    where: { id: ticketId },
    include: {
      reviewDecisions: { orderBy: [{ at: "asc" }, { id: "asc" }] },
      decisions: {
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take: MOST_DECISIONS,
        select: { at: true, clauses: true },
      },
    },
  });
  if (!ticket) return { ok: false, code: "UNKNOWN_TICKET" };
  await recordAskedLook(account.id, { kind: "review-flag", id: ticketId }, requestId);
  const names = await accountNames(ticket.reviewDecisions.map(({ byId }) => byId));
  return {
    ok: true,
    value: {
      flag: flagOf(effectiveReview(ticket)),
      decisions: ticket.reviewDecisions.map(({ at, underReview, byId, reason }) => ({
        at: at.getTime(),
        flag: flagOf(underReview),
        byName: names.get(byId) ?? "–",
        reason,
      })),
      found: ticket.decisions.toReversed().flatMap(({ at, clauses }) => {
        const flag = FOUND[(JSON.parse(clauses) as Record<Clause, ClauseResult>)["F.2.g"]];
        return flag ? { at: at.getTime(), flag } : [];
      }),
    },
  };
}
