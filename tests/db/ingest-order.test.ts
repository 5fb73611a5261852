import fc from "fast-check";
import { expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import { ingestTickets } from "@/lib/queue/ingest";
import type { TicketPayload } from "@/lib/queue/schema";
import { APPLICATION_TYPES, BOOKING_CHANNELS, REPLACEMENT_REASONS } from "@/lib/rules/types";
import { at, TUESDAY, useTestDatabase } from "../support/test-database";
import { booking } from "../support/tickets";

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
  serviceDate: fc.constantFrom(TUESDAY, "2026-11-25"),
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

/** Up to three tickets of up to four versions each, whose instants differ. */
const histories = fc.array(fc.array(facts, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 });

const deliveredSomehow = histories.chain((tickets) => {
  const items = tickets.flatMap((versions, ticket) =>
    versions.map((_, version) => [ticket, version] as const),
  );
  const doubled = [...items, ...items];
  return fc.record({
    tickets: fc.constant(tickets),
    order: fc.shuffledSubarray(doubled, { minLength: doubled.length, maxLength: doubled.length }),
    pieces: fc.integer({ min: 1, max: 4 }),
  });
});

test("any order of deliveries, each of them twice, ends in the newest version of every ticket", async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(deliveredSomehow, async ({ tickets, order, pieces }) => {
      run += 1;
      const id = (ticket: number) => `R${run}-${ticket}`;
      const versionAt = (version: number) => new Date(at("09:00").getTime() + version * 60_000);
      const payloads = order.map(([ticket, version]): TicketPayload => {
        const own = tickets[ticket]?.[version];
        return { ...own, ticketId: id(ticket), updatedAt: versionAt(version).toISOString() };
      });
      const size = Math.ceil(payloads.length / pieces);
      for (let start = 0; start < payloads.length; start += size)
        await ingestTickets(payloads.slice(start, start + size), { kind: "DEMO" });

      for (const [ticket, versions] of tickets.entries()) {
        const newest = versions.at(-1);
        const row = await reader().ticket.findUniqueOrThrow({ where: { sourceTicketId: id(ticket) } });
        const told = { ...row, sourceUpdatedAt: row.sourceUpdatedAt.toISOString() };
        expect(JSON.parse(JSON.stringify(told))).toMatchObject({
          ...newest,
          bookingLast4: newest?.bookingCode?.slice(-4) ?? null,
          sourceUpdatedAt: versionAt(versions.length - 1).toISOString(),
        });
      }
      expect(await reader().ticket.count({ where: { sourceTicketId: { startsWith: `R${run}-` } } })).toBe(
        tickets.length,
      );
    }),
    { numRuns: 30 },
  );
});
