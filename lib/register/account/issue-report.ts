import "server-only";
import { can } from "@/lib/access/rights";
import { appendAudit } from "@/lib/audit/append";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import type { ActionResult } from "@/lib/platform/types";
import type { Period } from "@/lib/register/types";
import { localDate } from "@/lib/rules/local-date";
import { lapseVouchers } from "@/lib/vouchers/lapse-vouchers";
import { oncePerKey } from "@/lib/vouchers/request-keys";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { accountFigures } from "./account-figures";
import { reportNumber } from "./document-number";
import { readAccount } from "./read-account";
import { reportOffice, sealed } from "./snapshot";

/**
 * Issues the report of a period that is over: it takes the next number of the year, and its figures and letterhead are
 * kept as they are now, under a SHA-256. The same period may be issued again, under a further number: what was issued
 * stays. Refusals: NOT_ALLOWED, PERIOD_NOT_OVER.
 */
export async function issueReport(
  { account }: StaffContext,
  { period, key }: { readonly period: Period; readonly key: string },
  requestId: string,
): Promise<ActionResult<{ readonly id: string; readonly number: string }>> {
  if (!can(account.role, "account.issue")) return { ok: false, code: "NOT_ALLOWED" };
  const settings = await readSettings(reader());
  const issuedAt = now();
  const today = localDate(issuedAt.getTime(), settings.timeZone);
  if (period.to >= today) return { ok: false, code: "PERIOD_NOT_OVER" };
  // Yesterday's vouchers lapse when somebody asks; a report must not freeze them as open.
  await lapseVouchers(requestId);
  const figures = accountFigures(await readAccount(period, issuedAt.getTime(), settings));
  const { document, sha256 } = sealed(figures, reportOffice(settings));
  const year = Number(today.slice(0, 4));
  const scope = `${account.id}:report:${period.from}:${period.to}`;
  return oncePerKey(key, scope, async (tx) => {
    const { lastNumber: seq } = await tx.reportCounter.upsert({
      where: { year },
      create: { year, lastNumber: 1 },
      update: { lastNumber: { increment: 1 } },
    });
    const number = reportNumber(settings.documentNumbers.report, seq, today);
    const { id } = await tx.accountReport.create({
      data: {
        ...{ number, year, seq, periodFrom: period.from, periodTo: period.to },
        ...{ issuedAt, issuedById: account.id, document, sha256 },
      },
      select: { id: true },
    });
    await appendAudit(tx, {
      actor: { kind: "OFFICER", id: account.id },
      action: "report.issued",
      subject: { kind: "report", id },
      data: { number, from: period.from, to: period.to, sha256 },
      requestId,
    });
    return { ok: true, value: { id, number } };
  });
}
