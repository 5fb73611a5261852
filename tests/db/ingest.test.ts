import { describe, expect, test } from "vitest";
import { changeSettings } from "@/lib/office/settings";
import { DEFAULT_SETTINGS } from "@/lib/office/default-settings";
import { reader } from "@/lib/platform/database";
import { ingestTickets } from "@/lib/queue/ingest";
import type { TicketPayload } from "@/lib/queue/schema";
import { officeTime, useTestDatabase } from "../support/test-database";
import { ticket, wib } from "../support/tickets";

useTestDatabase();

const FEED = { kind: "FEED", feedTokenId: "feed-1" } as const;
const deliver = (...tickets: unknown[]) => ingestTickets(tickets, FEED, "delivery");
const results = async (...tickets: unknown[]) =>
  (await deliver(...tickets)).map(({ ticketId, result }) => [ticketId, result]);
const stored = (number = 1) =>
  reader().ticket.findUniqueOrThrow({ where: { sourceTicketId: `T-${number}` } });
const deliveries = () =>
  reader().auditEvent.findMany({ where: { action: "tickets.ingested" }, orderBy: { seq: "asc" } });

describe("an item is answered by itself", () => {
  test("CREATED, UPDATED, UNCHANGED and STALE", async () => {
    expect(await results(ticket(1))).toEqual([["T-1", "CREATED"]]);
    expect(await results(ticket(1))).toEqual([["T-1", "UNCHANGED"]]);
    const called = ticket(1, { calledAt: wib("10:05"), updatedAt: wib("10:05") });
    expect(await results(called)).toEqual([["T-1", "UPDATED"]]);
    expect(await results(ticket(1))).toEqual([["T-1", "STALE"]]);
    expect(await stored()).toMatchObject({ calledAt: new Date(wib("10:05")) });
  });

  test("a newer instant with the same facts is UNCHANGED, and still makes what lies between stale", async () => {
    await deliver(ticket(1));
    expect(await results(ticket(1, { updatedAt: wib("10:20") }))).toEqual([["T-1", "UNCHANGED"]]);
    const between = ticket(1, { applicationType: "OTHER", updatedAt: wib("10:10") });
    expect(await results(between)).toEqual([["T-1", "STALE"]]);
    expect(await stored()).toMatchObject({ applicationType: "NEW" });
  });

  test("of two with the same instant one and the same stands, in whichever order and however often", async () => {
    const [one, other] = [ticket(1, { applicationType: "NEW" }), ticket(1, { applicationType: "OTHER" })];
    expect(await results(one, other, one, other)).toEqual([
      ["T-1", "CREATED"],
      ["T-1", "UPDATED"],
      ["T-1", "STALE"],
      ["T-1", "UNCHANGED"],
    ]);
    const [swapped, rival] = [
      { ...other, ticketId: "T-2" },
      { ...one, ticketId: "T-2" },
    ];
    expect(await results(swapped, rival, swapped)).toEqual([
      ["T-2", "CREATED"],
      ["T-2", "STALE"],
      ["T-2", "UNCHANGED"],
    ]);
    expect(await stored()).toMatchObject({ applicationType: "OTHER" });
    expect(await stored(2)).toMatchObject({ applicationType: "OTHER" });
  });

  test("of two with the same instant the one that tells more stands", async () => {
    const served = ticket(1, { applicationType: "NEW", biometricStartedAt: wib("09:59") });
    expect(await results(served, ticket(1, { applicationType: "OTHER" }))).toEqual([
      ["T-1", "CREATED"],
      ["T-1", "STALE"],
    ]);
  });

  test("answers come in the order of the items, also where one ticket comes twice", async () => {
    const later = ticket(3, { queueNumber: "B-9", updatedAt: wib("10:01") });
    expect(await results(ticket(3), ticket(1), later, ticket(2))).toEqual([
      ["T-3", "CREATED"],
      ["T-1", "CREATED"],
      ["T-3", "UPDATED"],
      ["T-2", "CREATED"],
    ]);
  });
});

describe("a bad item is refused and named, and does not sink the batch", () => {
  const bad: [string, unknown, string][] = [
    ["no object", "T-9", "(item)"],
    ["nothing", null, "(item)"],
    ["no ticket id", { ...ticket(9), ticketId: undefined }, "ticketId"],
    ["an unknown field", { ...ticket(9), passportNumber: "X0000000" }, "passportNumber"],
    ["an unknown type", { ...ticket(9), applicationType: "DIPLOMATIC" }, "applicationType"],
    [
      "an instant without a zone",
      { ...ticket(9), biometricTicketAt: "2026-11-24T08:00:00" },
      "biometricTicketAt",
    ],
    ["a day that the month does not have", { ...ticket(9), serviceDate: "2026-02-30" }, "serviceDate"],
    ["an instant before anybody kept time", { ...ticket(9), calledAt: "0000-01-01T00:00:00Z" }, "calledAt"],
    ["an instant out of the calendar", { ...ticket(9), updatedAt: "9999-12-31T23:59:59-12:00" }, "updatedAt"],
    ["a zero byte in the ticket's id", { ...ticket(9), ticketId: "T\u00009" }, "ticketId"],
    ["a zero byte in a name", { ...ticket(9), applicantName: "Contoh\u0000Pemohon" }, "applicantName"],
    ["half of a character", { ...ticket(9), queueNumber: "B-\ud83d" }, "queueNumber"],
  ];
  test.each(bad)("%s", async (_what, item, field) => {
    const answers = await deliver(ticket(1), item, ticket(2));
    expect(answers).toMatchObject([
      { result: "CREATED" },
      { result: "REFUSED", field, reason: expect.stringMatching(/^[A-Z_]+$/) as string },
      { result: "CREATED" },
    ]);
    expect(await reader().ticket.count()).toBe(2);
  });
});

describe("the service date that a source leaves out", () => {
  const undated = (changes: Partial<TicketPayload>) => ticket(1, { serviceDate: undefined, ...changes });

  test.each([
    ["00:30", "2026-11-23"],
    ["06:30", "2026-11-23"],
    ["07:00", "2026-11-24"],
    ["23:59", "2026-11-24"],
  ])("a number of %s WIB is of that local day, while it is %s in UTC", async (time, utcDate) => {
    const at = new Date(wib(time));
    expect(at.toISOString().slice(0, 10)).toBe(utcDate);
    await deliver(undated({ biometricTicketAt: at.toISOString() }));
    expect(await stored()).toMatchObject({ serviceDate: "2026-11-24" });
  });

  test("is the local day of the version for somebody without a number, before 07.00 too", async () => {
    await deliver(undated({ biometricTicketAt: undefined, updatedAt: wib("06:30", "2026-11-25") }));
    expect(await stored()).toMatchObject({ serviceDate: "2026-11-25" });
  });

  test("stays when a later delivery knows no more of it, also one that comes a day late", async () => {
    await deliver(undated({ biometricTicketAt: undefined }));
    officeTime("08:00", "2026-11-25");
    await deliver(undated({ biometricTicketAt: undefined, queueNumber: "B-7", updatedAt: wib("10:30") }));
    expect(await stored()).toMatchObject({ serviceDate: "2026-11-24", queueNumber: "B-7" });
  });

  test("follows the office's own zone", async () => {
    const jayapura = { ...DEFAULT_SETTINGS, timeZone: "Asia/Jayapura", zoneLabel: "WIT" };
    await changeSettings(jayapura, { kind: "SYSTEM" }, "test");
    await deliver(undated({ biometricTicketAt: "2026-11-24T15:30:00Z" }));
    expect(await stored()).toMatchObject({ serviceDate: "2026-11-25" });
  });
});

describe("the audit trail of deliveries", () => {
  test("has a row for each that changed something, with counts and no people in it", async () => {
    await deliver(ticket(1), ticket(2));
    await deliver(ticket(1, { calledAt: wib("10:05"), updatedAt: wib("10:05") }), ticket(2));
    const rows = await deliveries();
    expect(rows.map(({ data }) => JSON.parse(data) as unknown)).toEqual([
      { created: 2, updated: 0, source: "FEED" },
      { created: 0, updated: 1, source: "FEED" },
    ]);
    expect(rows).toMatchObject([
      { actorKind: "FEED", actorId: "feed-1", requestId: "delivery" },
      { actorKind: "FEED", actorId: "feed-1" },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/9900|Contoh/);
  });

  test("has none for a repeat, a stale or a refused delivery", async () => {
    await deliver(ticket(1));
    await deliver(ticket(1));
    await deliver(ticket(1, { applicationType: "OTHER", updatedAt: wib("09:00") }));
    await deliver({ ticketId: "T-1" });
    expect(await deliveries()).toHaveLength(1);
  });
});

test("two deliveries of the same new tickets at once make each ticket once", async () => {
  const batch = Array.from({ length: 12 }, (_, index) => ticket(index + 1));
  const [one, other] = await Promise.all([deliver(...batch), deliver(...[...batch].reverse())]);
  expect(await reader().ticket.count()).toBe(12);
  const all = [...one, ...other].map(({ result }) => result).sort();
  expect(all).toEqual([
    ...Array.from({ length: 12 }, () => "CREATED"),
    ...Array.from({ length: 12 }, () => "UNCHANGED"),
  ]);
  const created = (await deliveries()).map(({ data }) => (JSON.parse(data) as { created: number }).created);
  expect(created.reduce((sum, count) => sum + count, 0)).toBe(12);
});

test("a booking in any writing is one booking, and a walk-in has an applicant of their own", async () => {
  await deliver(
    ticket(1, { bookingCode: "9900 0000 0000 0001" }),
    ticket(2, { bookingCode: "9900-0000-0000-0001" }),
    ticket(3, { bookingCode: undefined }),
    ticket(4, { bookingCode: undefined }),
  );
  const [first, second, third, fourth] = [await stored(1), await stored(2), await stored(3), await stored(4)];
  expect(second.applicantRef).toBe(first.applicantRef);
  expect([first.bookingLast4, third.bookingLast4]).toEqual(["0001", null]);
  expect(new Set([first, third, fourth].map(({ applicantRef }) => applicantRef)).size).toBe(3);
  expect(first.applicantRef).not.toContain("9900");
});
