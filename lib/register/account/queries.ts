import "server-only";
import { accountNames } from "@/lib/access/accounts";
import { recordLook } from "@/lib/audit/looks";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import type { Period } from "@/lib/register/types";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { accountFigures } from "./account-figures";
import { readAccount } from "./read-account";
import type { AccountFigures, ReportRow } from "./types";

const LISTED = 60;

/**
 * The account of a period as it stands now, for those who hold `account.see`. It counts the review flag (F.2.g): each
 * look is recorded.
 */
export async function viewAccount({ account }: StaffContext, period: Period): Promise<AccountFigures> {
  await recordLook(account.id, "report.viewed", { kind: "report", id: `${period.from}..${period.to}` });
  const settings = await readSettings(reader());
  return accountFigures(await readAccount(period, now().getTime(), settings));
}

/** The number of the newest report that was issued of exactly this period; null when there is none. */
export async function latestReportOf(_context: StaffContext, { from, to }: Period): Promise<string | null> {
  const row = await reader().accountReport.findFirst({
    where: { periodFrom: from, periodTo: to },
    orderBy: [{ issuedAt: "desc" }, { seq: "desc" }],
    select: { number: true },
  });
  return row?.number ?? null;
}

/** The issued reports, the newest first. */
export async function listReports(_context: StaffContext): Promise<ReportRow[]> {
  const rows = await reader().accountReport.findMany({
    orderBy: [{ issuedAt: "desc" }, { seq: "desc" }],
    take: LISTED,
    select: { id: true, number: true, periodFrom: true, periodTo: true, issuedAt: true, issuedById: true },
  });
  const names = await accountNames([...new Set(rows.map(({ issuedById }) => issuedById))]);
  return rows.map(({ id, number, periodFrom, periodTo, issuedAt, issuedById }) => ({
    id,
    number,
    period: { from: periodFrom, to: periodTo },
    issuedAt: issuedAt.getTime(),
    issuedBy: names.get(issuedById) ?? "–",
  }));
}
