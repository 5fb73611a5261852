import "server-only";
import { systemNow } from "@/lib/platform/clock";
import { reader, writeTransaction } from "@/lib/platform/database";
import { currentRequestId } from "@/lib/platform/request";
import { appendAudit } from "./append";

/** Within this time a page that refreshes itself is one look, not many. */
const SAME_LOOK_MS = 10 * 60_000;

/** Looks are told apart from changes: they must not wake the live pages. */
export const LOOK_ACTIONS = [
  "voucher.viewed",
  "ticket.viewed",
  "receipt.viewed",
  "signature.viewed",
  "report.viewed",
  "report.downloaded",
] as const;

/** Records that an account looked at a person's record (UU 27/2022); repeated looks within ten minutes are one. */
export async function recordLook(
  accountId: string,
  action: (typeof LOOK_ACTIONS)[number],
  subject: { readonly kind: string; readonly id: string },
): Promise<void> {
  const since = new Date(systemNow().getTime() - SAME_LOOK_MS);
  const recent = await reader().auditEvent.findFirst({
    where: {
      subjectKind: subject.kind,
      subjectId: subject.id,
      action,
      actorId: accountId,
      at: { gte: since },
    },
  });
  if (recent) return;
  const actor = { kind: "OFFICER", id: accountId } as const;
  await writeTransaction((tx) => appendAudit(tx, { actor, action, subject, requestId: currentRequestId() }));
}

/**
 * Records a look at something of a ticket that is shown only to whoever asks for it, before it is shown: the review flag
 * (F.2.g) or the applicant's name. Each is a row; none is taken for a repetition.
 */
export async function recordAskedLook(
  accountId: string,
  subject: { readonly kind: "review-flag" | "applicant-name"; readonly id: string },
  requestId: string,
): Promise<void> {
  const actor = { kind: "OFFICER", id: accountId } as const;
  await writeTransaction((tx) => appendAudit(tx, { actor, action: "ticket.viewed", subject, requestId }));
}
