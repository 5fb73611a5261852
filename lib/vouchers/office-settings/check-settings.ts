import "server-only";
import { readLogoUrl } from "@/lib/office/logo";
import { addDays, minutesOf } from "@/lib/office/local-time";
import type { OfficeSettings } from "@/lib/office/schema";
import type { FieldProblems } from "@/lib/office/settings-problems";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { validatePattern } from "@/lib/queue/booking-patterns";
import { localDate } from "@/lib/rules/local-date";

/** Letters that a regular queue used so recently are its own. */
const PREFIX_DAYS = 31;

/** What no form can know: whether settings fit the hall as it is. `before` are those in force. */
export async function checkSettings(before: OfficeSettings, after: OfficeSettings): Promise<FieldProblems> {
  const problems: Record<string, string> = {};
  after.bookingPatterns.forEach((pattern, index) => {
    const check = validatePattern(pattern);
    if (!check.ok) problems[`bookingPatterns.${index}`] = check.reason;
  });
  const { logo } = after.letterhead;
  const read = logo === undefined ? null : readLogoUrl(logo);
  if (read && !read.ok) problems["letterhead.logo"] = read.code;
  if (minutesOf(after.complaintRoom.closes) <= minutesOf(after.hours.opens))
    problems["complaintRoom.closes"] = "CLOSES_BEFORE_OPENS";
  if (new Set(after.counters).size < after.counters.length) problems["counters"] = "SAME_TWICE";
  const { timeZone, voucherPrefix } = after;
  if (voucherPrefix !== before.voucherPrefix && (await queueUses(voucherPrefix, before.timeZone)))
    problems.voucherPrefix = "PREFIX_TAKEN";
  if (timeZone !== before.timeZone && (await dayHasBegun([before.timeZone, timeZone])))
    problems.timeZone = "TIME_ZONE_TODAY";
  return problems;
}

/** Whether regular queue numbers of these weeks, or announced ones, begin with exactly these letters. */
async function queueUses(prefix: string, timeZone: string): Promise<boolean> {
  const since = addDays(localDate(now().getTime(), timeZone), -PREFIX_DAYS);
  const rows = await reader().ticket.findMany({
    where: { serviceDate: { gte: since }, queueNumber: { startsWith: prefix } },
    select: { queueNumber: true },
    distinct: ["queueNumber"],
  });
  return rows.some(({ queueNumber }) => /^[A-Z]*/i.exec(queueNumber ?? "")?.[0].toUpperCase() === prefix);
}

/** Whether a number was issued or a voucher exists on the present date in one of the zones: that date stays as it is. */
async function dayHasBegun(zones: readonly string[]): Promise<boolean> {
  const at = now().getTime();
  const serviceDate = { in: zones.map((zone) => localDate(at, zone)) };
  const db = reader();
  const numbered = { serviceDate, biometricTicketAt: { not: null } };
  return (
    (await db.ticket.findFirst({ where: numbered, select: { id: true } })) !== null ||
    (await db.voucher.findFirst({ where: { serviceDate }, select: { id: true } })) !== null
  );
}

/** How many tickets hold a name or a booking number that would be older than so many days. */
export async function olderThan(days: number, timeZone: string): Promise<number> {
  const before = addDays(localDate(now().getTime(), timeZone), -days);
  return reader().ticket.count({
    where: {
      serviceDate: { lt: before },
      OR: [{ applicantName: { not: null } }, { bookingCode: { not: null } }],
    },
  });
}
