import { beforeEach, describe, expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import { ingestTickets } from "@/lib/queue/ingest";
import type { TicketPayload } from "@/lib/queue/schema";
import { scan } from "../support/kiosk";
import { officeTime, useTestDatabase } from "../support/test-database";
import { booking, ticket, wib } from "../support/tickets";

useTestDatabase();

const correct = async (changes: Partial<TicketPayload>, updatedAt = wib("10:40")) =>
  (await ingestTickets([ticket(1, { updatedAt, ...changes })], { kind: "FEED", feedTokenId: "f" }, "r"))[0];

const alerts = () => reader().alert.findMany({ orderBy: { at: "asc" } });
const facts = (row: { data: string } | undefined) => JSON.parse(row?.data ?? "[]") as unknown;

describe("a correction that contradicts an issued voucher", () => {
  beforeEach(async () => {
    await ingestTickets([ticket(1)], { kind: "DEMO" });
    expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE" });
    officeTime("10:45");
  });

  const grounds: [string, Partial<TicketPayload>, unknown][] = [
    [
      "another time of the number",
      { biometricTicketAt: wib("09:50") },
      { field: "biometricTicketAt", before: "2026-11-24T01:00:00.000Z", after: "2026-11-24T02:50:00.000Z" },
    ],
    [
      "another type",
      { applicationType: "OTHER" },
      { field: "applicationType", before: "NEW", after: "OTHER" },
    ],
    [
      "an excluded reason",
      { replacementReason: "LOST" },
      { field: "replacementReason", before: null, after: "LOST" },
    ],
    [
      "another channel",
      { bookingChannel: "WALK_IN" },
      { field: "bookingChannel", before: "M_PASPOR", after: "WALK_IN" },
    ],
    [
      "no longer in SMART",
      { registeredInSmart: false },
      { field: "registeredInSmart", before: true, after: false },
    ],
    [
      "another service date",
      { serviceDate: "2026-11-25" },
      { field: "serviceDate", before: "2026-11-24", after: "2026-11-25" },
    ],
    [
      "somebody else's booking",
      { bookingCode: booking(77) },
      { field: "bookingCode", before: null, after: null },
    ],
    [
      "served within the promise after all",
      { biometricStartedAt: wib("09:30") },
      { field: "biometricStartedAt", before: null, after: "2026-11-24T02:30:00.000Z" },
    ],
  ];
  test.each(grounds)("is taken, and officers are told: %s", async (_what, changes, told) => {
    const before = await reader().voucher.findMany({ include: { steps: true, events: true } });
    expect(await correct(changes)).toMatchObject({ result: "UPDATED" });
    const found = await alerts();
    expect(found).toMatchObject([{ kind: "TICKET_CONTRADICTS_VOUCHER", resolvedAt: null }]);
    expect(facts(found[0])).toEqual([told]);
    expect(found[0]?.data).not.toMatch(/9900|Contoh/);
    expect(await reader().voucher.findMany({ include: { steps: true, events: true } })).toEqual(before);
    const raised = await reader().auditEvent.findMany({ where: { action: "alert.raised" } });
    expect(raised).toMatchObject([{ subjectId: found[0]?.id, actorKind: "FEED", requestId: "r" }]);
    expect(raised[0]?.data).not.toMatch(/9900|Contoh/);
  });

  test.each<[string, Partial<TicketPayload>]>([
    [
      "a call and a start of service after the promise was broken",
      { calledAt: wib("10:40"), biometricStartedAt: wib("10:41") },
    ],
    ["a start one millisecond beyond the promise", { biometricStartedAt: "2026-11-24T10:00:00.001+07:00" }],
    ["another queue number or name", { queueNumber: "B-099", applicantName: "Contoh Lain" }],
  ])("is none: %s", async (_what, changes) => {
    expect(await correct(changes)).toMatchObject({ result: "UPDATED" });
    expect(await alerts()).toEqual([]);
  });

  test("is none: a review flag, which neither alerts nor answers may give away", async () => {
    const trail = () => reader().auditEvent.count({ where: { action: "tickets.ingested" } });
    const before = await trail();
    expect(await correct({ underReview: true })).toMatchObject({ result: "UNCHANGED" });
    expect(await reader().ticket.findFirstOrThrow()).toMatchObject({ underReview: true });
    expect(await trail()).toBe(before + 1);
    expect(await alerts()).toEqual([]);
  });

  test("a start exactly at two hours was within the promise, and contradicts", async () => {
    await correct({ biometricStartedAt: wib("10:00") });
    expect(await alerts()).toHaveLength(1);
  });

  test("alerts once, however often the same correction comes", async () => {
    await correct({ applicationType: "OTHER" });
    await correct({ applicationType: "OTHER" });
    await correct({ applicationType: "OTHER" }, wib("10:50"));
    expect(await alerts()).toHaveLength(1);
  });

  test("takes nothing back at the kiosk: the holder still sees the same voucher", async () => {
    await correct({ serviceDate: "2026-11-25", applicationType: "OTHER", biometricTicketAt: wib("10:30") });
    expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE", fresh: false, slip: { number: "K-001" } });
  });
});

test("a correction of a ticket without a voucher alerts nobody", async () => {
  await ingestTickets([ticket(1)], { kind: "DEMO" });
  await correct({ applicationType: "OTHER" });
  expect(await alerts()).toEqual([]);
});
