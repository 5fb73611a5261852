import fc from "fast-check";
import { expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import { ingestTickets } from "@/lib/queue/ingest";
import type { TicketPayload } from "@/lib/queue/schema";
import { APPLICATION_TYPES, BOOKING_CHANNELS, REPLACEMENT_REASONS } from "@/lib/rules/types";
import { at, TUESDAY, useTestDatabase } from "../support/test-database";
import { booking, ticket } from "../support/tickets";

useTestDatabase();

const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: null });
const instants = fc.option(
  fc
    .integer({ min: 0, max: 6 * 3_600_000 })
    .map((after) => new Date(at("07:00").getTime() + after).toISOString()),
  { nil: null },
);

const facts = fc.record({
  bookingCode: fc.option(fc.nat(5).map(booking), { nil: null }),
  queueNumber: maybe(["B-001", "B-002", "C-7"]),
  serviceDate: maybe([TUESDAY, "2026-11-25"]),
  biometricTicketAt: instants,
  calledAt: instants,
  biometricStartedAt: instants,
  completedAt: instants,
  applicationType: maybe(APPLICATION_TYPES),
  replacementReason: maybe(REPLACEMENT_REASONS),
  bookingChannel: maybe(BOOKING_CHANNELS),
  registeredInSmart: maybe([true, false]),
  underReview: maybe([true, false]),
  applicantName: maybe(["Contoh Satu", "Contoh Dua"]),
});

/** Up to three tickets of up to four versions each; now and then two of them carry one instant. */
const histories = fc.array(
  fc.array(fc.record({ facts, sameInstant: fc.boolean() }), { minLength: 1, maxLength: 4 }),
  { minLength: 1, maxLength: 3 },
);

const deliveredSomehow = histories.chain((tickets) => {
  const items = tickets.flatMap((versions, ticket) =>
    versions.map((_, version) => [ticket, version] as const),
  );
  const doubled = [...items, ...items];
  return fc.record({
    tickets: fc.constant(tickets),
    clean: fc.constant(items),
    order: fc.shuffledSubarray(doubled, { minLength: doubled.length, maxLength: doubled.length }),
    pieces: fc.integer({ min: 1, max: 4 }),
    /** After how many items a row that nobody can take stands among them. */
    corruptedEvery: fc.integer({ min: 1, max: 5 }),
  });
});

const CORRUPTED = [
  null,
  "T-9",
  { ticketId: "T-9" },
  { ticketId: "T-9", updatedAt: "10:00" },
  { ticketId: "T-9", updatedAt: "2026-11-24T10:00:00+07:00", queueNumber: "B\u0000" },
];

async function stateOf(prefix: string) {
  const rows = await reader().ticket.findMany({
    where: { sourceTicketId: { startsWith: prefix } },
    orderBy: { sourceTicketId: "asc" },
    omit: { id: true, createdAt: true, updatedAt: true },
  });
  return rows.map(({ sourceTicketId, applicantRef, bookingCode, ...row }) => ({
    ...row,
    bookingCode,
    sourceTicketId: sourceTicketId.slice(prefix.length),
    // Somebody without a booking is known by the ticket's own id, which differs between the two runs on purpose.
    applicantRef: bookingCode === null ? null : applicantRef,
  }));
}

test("no answer to a made-up version tells how the review flag stands", async () => {
  const made: Partial<TicketPayload>[] = [
    {},
    { queueNumber: "A-001" },
    { queueNumber: "Z-999" },
    { queueNumber: undefined },
    { applicationType: undefined },
    { completedAt: "2026-11-24T09:30:00+07:00" },
  ];
  const flags = [true, false, undefined];
  const instants = ["09:00", "10:00", "11:00"].map((time) => `2026-11-24T${time}:00+07:00`);
  const tried = flags.flatMap((underReview) =>
    flags.flatMap((guess) =>
      made.flatMap((changes, place) =>
        instants.map((updatedAt) => ({
          stored: { queueNumber: "M-500", underReview },
          sent: { queueNumber: "M-500", underReview: guess, updatedAt, ...changes },
          question: `${place} ${updatedAt} ${String(guess)}`,
        })),
      ),
    ),
  );
  await ingestTickets(
    tried.map(({ stored }, number) => ticket(number, stored)),
    { kind: "DEMO" },
  );
  const told = await ingestTickets(
    tried.map(({ sent }, number) => ticket(number, sent)),
    { kind: "FEED", feedTokenId: "f" },
  );
  const answers = new Map<string, string[]>();
  for (const [number, { question }] of tried.entries())
    answers.set(question, [...(answers.get(question) ?? []), told[number]?.result ?? ""]);
  expect(new Set(told.map(({ result }) => result))).toEqual(new Set(["STALE", "UNCHANGED", "UPDATED"]));
  for (const [question, results] of answers) expect(new Set(results).size, question).toBe(1);
});

test("shuffled, doubled, in odd batches and among corrupted rows, a feed ends as the clean one does", async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(deliveredSomehow, async ({ tickets, clean, order, pieces, corruptedEvery }) => {
      run += 1;
      const payload = (prefix: string, [ticket, version]: readonly [number, number]): TicketPayload => {
        const versions = tickets[ticket] ?? [];
        const step = versions.slice(1, version + 1).filter(({ sameInstant }) => !sameInstant).length;
        const updatedAt = new Date(at("09:00").getTime() + step * 60_000).toISOString();
        return { ...versions[version]?.facts, ticketId: `${prefix}${ticket}`, updatedAt };
      };
      const [straight, somehow] = [`C${run}-`, `S${run}-`];
      await ingestTickets(
        clean.map((item) => payload(straight, item)),
        { kind: "DEMO" },
      );
      const rows = order.flatMap((item, place): unknown[] => {
        const own = payload(somehow, item);
        return place % corruptedEvery === 0 ? [CORRUPTED[place % CORRUPTED.length], own] : [own];
      });
      const size = Math.ceil(rows.length / pieces);
      for (let start = 0; start < rows.length; start += size)
        await ingestTickets(rows.slice(start, start + size), { kind: "DEMO" });
      expect(await stateOf(somehow)).toEqual(await stateOf(straight));
      expect(await stateOf(straight)).toHaveLength(tickets.length);
    }),
    { numRuns: 30 },
  );
});
