"use server";

import { rightGuard } from "@/lib/access/guards";
import { addPolicy, previewPolicy } from "@/lib/office/add-policy";
import { policyDraftInput } from "@/lib/office/policy-schema";
import type { PolicyPreview } from "@/lib/office/types";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";

const guard = rightGuard("policy.manage");

const preview = action({
  name: "staff.preview-policy",
  guard,
  schema: policyDraftInput,
  run: ({ input }) => previewPolicy(input),
});

/** What a further version of the rules would decide of invented applicants. */
export async function previewPolicyAction(raw: unknown): Promise<ActionResult<PolicyPreview>> {
  return preview(raw);
}

const add = action({
  name: "staff.add-policy",
  guard,
  schema: policyDraftInput,
  run: ({ context, input, requestId }) =>
    addPolicy(input, { kind: "OFFICER", id: context.account.id }, requestId),
});

/** Adds a further version of the rules, in force from its own date. */
export async function addPolicyAction(raw: unknown): Promise<ActionResult<{ version: number }>> {
  return add(raw);
}
