import { reader } from "@/lib/platform/database";
import { sourceId, type Belief, type Passage, type Place } from "./belief";
import type { Outcome } from "./steps";

/** What the database holds of a simulated day. */
export type Book = Awaited<ReturnType<typeof readBook>>;
export type VoucherRow = Book["vouchers"][number];

export const allIds = (place: Place) =>
  place.day.people.flatMap(({ tickets }, person) =>
    tickets.map((_, ticket) => sourceId(place, person, ticket)),
  );

/** Reads the day's rows, by nothing of the product but the door. */
export async function readBook(place: Place) {
  const ofDay = { sourceTicketId: { in: allIds(place) } };
  const db = reader();
  const vouchers = await db.voucher.findMany({
    where: { ticket: ofDay },
    orderBy: [{ serviceDate: "asc" }, { seq: "asc" }],
    include: {
      ticket: { select: { sourceTicketId: true } },
      ...{ steps: true, events: true, souvenirs: true, promises: true },
      decisions: { select: { source: true, outcome: true } },
      printJobs: { select: { kind: true } },
      receipts: { include: { signature: true }, orderBy: { seq: "asc" } },
    },
  });
  const tickets = await db.ticket.findMany({
    where: ofDay,
    // A row that was written lies elsewhere in PostgreSQL's file, and would be told in another order.
    orderBy: { sourceTicketId: "asc" },
    include: { rulings: { orderBy: [{ at: "asc" }, { id: "asc" }] } },
  });
  const outages = await db.outage.findMany({ where: { system: { startsWith: `Sistem ${place.mark} ` } } });
  return { vouchers, tickets, outages };
}

/** Belief after a moment: what was delivered and committed; where acts met, whichever of them the books say came last. */
export function believe(
  place: Place,
  before: Belief,
  outcomes: readonly Outcome[],
  { tickets: rows, outages }: Book,
): Belief {
  const tickets = new Map(before.tickets);
  for (const { act, commits } of outcomes) {
    if (act.do !== "deliver" || commits === 0) continue;
    for (const { person, ticket, version } of act.items) {
      const told = place.day.people[person]?.tickets[ticket]?.[version];
      const id = sourceId(place, person, ticket);
      const known = tickets.get(id) ?? { byHand: null, sourceSaid: null };
      const newer = !("version" in known) || (told?.updatedAt ?? 0) > known.version.updatedAt;
      if (told && newer) tickets.set(id, { ...known, version: told });
    }
  }
  for (const { act, commits } of outcomes) {
    if (act.do !== "flag" || commits === 0) continue;
    const id = sourceId(place, act.person, act.ticket);
    const [row, known] = [rows.find(({ sourceTicketId }) => sourceTicketId === id), tickets.get(id)];
    if (row && known) tickets.set(id, { ...known, byHand: row.reviewByHand, sourceSaid: row.reviewFeedSaid });
  }
  const withheld = rows.filter(({ rulings }) => rulings.at(-1)?.kind === "WITHHELD");
  return {
    tickets,
    disruptions: outages.map(({ startedAt, endedAt }) => ({
      from: startedAt.getTime(),
      to: endedAt?.getTime() ?? null,
    })),
    withheld: new Set(withheld.map(({ sourceTicketId }) => sourceTicketId)),
  };
}

/** Where the books say other than what was delivered, declared and decided. */
export function* disbelieve({ place, before, after }: Passage, book: Book, outcomes: readonly Outcome[]) {
  const seen = new Map(book.tickets.map((row) => [row.sourceTicketId, row]));
  if (seen.size !== after.tickets.size) yield "tickets came or went that nobody delivered";
  const iso = (at: number | null) => (at === null ? null : new Date(place.midnight + at).toISOString());
  for (const [id, { version, byHand, sourceSaid }] of after.tickets) {
    const row = seen.get(id);
    const stored = row && [
      row.biometricTicketAt?.toISOString() ?? null,
      row.biometricStartedAt?.toISOString() ?? null,
      row.underReview,
      row.applicationType,
      row.reviewByHand,
      row.reviewFeedSaid,
    ];
    const told = [
      iso(version.ticketAt),
      iso(version.startedAt),
      version.review,
      version.type,
      byHand,
      sourceSaid,
    ];
    if (JSON.stringify(stored) !== JSON.stringify(told))
      yield `ticket ${id} is ${JSON.stringify(stored)}, told was ${JSON.stringify(told)}`;
  }
  const declared = outcomes.filter(({ act }) => act.do === "outage");
  for (const { act, answers } of declared) {
    const ok = answers.some((answer) => (answer as { ok: boolean }).ok);
    const stated = JSON.stringify(before.disruptions) !== JSON.stringify(after.disruptions);
    const already =
      act.do === "outage" &&
      after.disruptions.some(
        ({ from, to }) =>
          from === place.midnight + act.from &&
          (to === null ? act.to === null : to === place.midnight + (act.to ?? -1)),
      );
    if (declared.length === 1 && ok && !stated && !already) yield "an outage was declared and is not there";
  }
  if (declared.length === 0 && JSON.stringify(before.disruptions) !== JSON.stringify(after.disruptions))
    yield "an outage came that nobody declared";
  for (const { act, answers } of outcomes) {
    if (act.do !== "flag" || outcomes.filter(({ act: other }) => other.do === "flag").length > 1) continue;
    const told = after.tickets.get(sourceId(place, act.person, act.ticket));
    if (answers.some((answer) => (answer as { ok: boolean }).ok) && told?.byHand !== act.raised)
      yield "a decision about the flag is not there";
  }
}
