"use server";

import { rightGuard } from "@/lib/access/guards";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";
import { issueReport } from "@/lib/register/account/issue-report";
import { issueReportInput } from "@/lib/register/account/schema";

const issue = action({
  name: "staff.issue-report",
  guard: rightGuard("account.issue"),
  schema: issueReportInput,
  run: ({ context, input, requestId }) => issueReport(context, input, requestId),
});

/** Issues the report of a period that is over, under the next number. */
export async function issueReportAction(raw: unknown): Promise<ActionResult<{ id: string; number: string }>> {
  return issue(raw);
}
