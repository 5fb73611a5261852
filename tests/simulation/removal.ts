import { setOfficeClock } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { removePersonalData } from "@/lib/register/retention/remove-personal-data";
import { ingestTickets } from "@/lib/queue/ingest";
import type { Place } from "./belief";
import { allIds, readBook, type Book } from "./book";
import { withFault } from "./faults";
import { dateAt, HOUR } from "./oracle";
import { lastVersions } from "./steps";

/**
 * With the office's 90 days, everything of a day and of the two after it is too old by then: a correction may move a
 * ticket of tomorrow's by one more day.
 */
const OVER = 93 * 24 * HOUR;
/** And this is the first date that is not. */
const KEPT = 3 * 24 * HOUR;

/** What may tell who an applicant is, and what a row's own housekeeping changes. */
const REMOVED = new Set(["bookingCode", "bookingLast4", "applicantName", "sealed", "removedAt", "updatedAt"]);

const without = (book: Book) =>
  JSON.stringify(book, (key, value: unknown) => (REMOVED.has(key) ? undefined : value));

function* personsIn({ tickets, vouchers }: Book): Generator<string> {
  for (const { sourceTicketId, bookingCode, bookingLast4, applicantName } of tickets)
    if (bookingCode ?? bookingLast4 ?? applicantName) yield `ticket ${sourceTicketId} tells who it was`;
  for (const { number, bookingLast4, receipts } of vouchers) {
    if (bookingLast4) yield `voucher ${number} tells who it was`;
    if (receipts.some(({ signature }) => signature?.sealed))
      yield `voucher ${number} has its signature still`;
  }
}

/**
 * Lets the time of a day's personal data go by: the removal breaks, is taken up again, and the queue system delivers
 * everything once more. Nobody may be told by what is left, nothing else may be gone, and nothing may come back.
 */
export async function removeAndJudge(place: Place): Promise<string[]> {
  const before = await readBook(place);
  setOfficeClock(() => place.midnight + OVER);
  const runs = async () =>
    (await reader().retentionRun.findMany({ select: { id: true } })).map(({ id }) => id);
  const earlier = await runs();
  // Also of days before, where one of them was given up.
  const due = (
    await reader().ticket.findMany({ where: { serviceDate: { lt: dateAt(place.midnight + KEPT) } } })
  ).filter(
    ({ bookingCode, bookingLast4, applicantName }) => bookingCode ?? bookingLast4 ?? applicantName,
  ).length;
  // A lease of no length: whoever comes next need not wait for the one that broke.
  const remove = () => removePersonalData(true, { limit: 2, leaseMs: 0 });
  await withFault(place.day.removal, remove);
  const { end } = await remove();
  const violations = end === "DONE" ? [] : [`the removal ended ${end}`];
  const after = await readBook(place);
  violations.push(...personsIn(after));
  if (without(after) !== without(before)) violations.push("the removal changed more than personal data");

  const own = (await runs()).filter((id) => !earlier.includes(id));
  const rows = await reader().auditEvent.findMany({
    where: { subjectId: { in: own }, action: "retention.removed" },
    select: { data: true },
  });
  const told = rows
    .map(({ data }) => JSON.parse(data) as { what: string; count: number })
    .reduce((sum, { what, count }) => sum + (what === "tickets" ? count : 0), 0);
  if (told !== due) violations.push(`${due} tickets told who they were, the trail says ${told}`);

  const known = new Set(before.tickets.map(({ sourceTicketId }) => sourceTicketId));
  const again = lastVersions(place).filter(({ ticketId }) => known.has(ticketId));
  if (again.length > 0) await ingestTickets(again, { kind: "FEED", feedTokenId: "simulated" }, "again");
  const redelivered = await readBook(place);
  violations.push(...Array.from(personsIn(redelivered), (violation) => `again, ${violation}`));
  if (redelivered.tickets.length !== before.tickets.length || allIds(place).length < before.tickets.length)
    violations.push("a delivery made tickets anew");
  return violations;
}
