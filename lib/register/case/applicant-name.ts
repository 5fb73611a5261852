import "server-only";
import { can } from "@/lib/access/rights";
import type { SignedInAccount } from "@/lib/access/types";
import { recordAskedLook } from "@/lib/audit/looks";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import type { ActionResult } from "@/lib/platform/types";
import { localDate } from "@/lib/rules/local-date";
import { personalDataErased } from "./erased";
import type { ApplicantName } from "./types";

/**
 * The applicant's name in a case, asked for by a tap. Every single look writes its audit row before the name is told.
 * Refusals: NOT_ALLOWED, UNKNOWN_TICKET.
 */
export async function lookAtName(
  { account }: { readonly account: SignedInAccount },
  ticketId: string,
  requestId: string,
): Promise<ActionResult<ApplicantName>> {
  if (!can(account.role, "register.name")) return { ok: false, code: "NOT_ALLOWED" };
  const select = { applicantName: true, bookingCode: true, bookingLast4: true, serviceDate: true } as const;
  const ticket = await reader().ticket.findUnique({ where: { id: ticketId }, select });
  if (!ticket) return { ok: false, code: "UNKNOWN_TICKET" };
  await recordAskedLook(account.id, { kind: "applicant-name", id: ticketId }, requestId);
  const settings = await readSettings(reader());
  const erased = personalDataErased(ticket, settings, localDate(now().getTime(), settings.timeZone));
  return { ok: true, value: { name: ticket.applicantName, erased } };
}
