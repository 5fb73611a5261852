"use server";

import { rightGuard } from "@/lib/access/guards";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";
import { lookAtName } from "@/lib/register/case/applicant-name";
import { lookAtReviewHistory } from "@/lib/register/case/review-history";
import type { ApplicantName, ReviewHistory } from "@/lib/register/case/types";
import { findCases } from "@/lib/register/find-cases";
import { caseInput, findCasesInput } from "@/lib/register/schema";
import type { RegisterPage } from "@/lib/register/types";

const find = action({
  name: "staff.find-cases",
  guard: rightGuard("register.see"),
  schema: findCasesInput,
  run: async ({ context, input: { query, ...period } }) => ({
    ok: true,
    value: await findCases(context, { query, period }),
  }),
});

const name = action({
  name: "staff.look-at-name",
  guard: rightGuard("register.name"),
  schema: caseInput,
  run: ({ context, input, requestId }) => lookAtName(context, input.ticketId, requestId),
});

const review = action({
  name: "staff.look-at-review-history",
  guard: rightGuard("review-flag.see"),
  schema: caseInput,
  run: ({ context, input, requestId }) => lookAtReviewHistory(context, input.ticketId, requestId),
});

/** Cases of a period by voucher number, queue number or last four digits; without names. */
export async function findCasesAction(raw: unknown): Promise<ActionResult<RegisterPage>> {
  return find(raw);
}

/** The applicant's name in a case; each look is audited. */
export async function lookAtNameAction(raw: unknown): Promise<ActionResult<ApplicantName>> {
  return name(raw);
}

/** Everything on record of the review flag (F.2.g), for supervisors only; each look is audited. */
export async function lookAtReviewHistoryAction(raw: unknown): Promise<ActionResult<ReviewHistory>> {
  return review(raw);
}
