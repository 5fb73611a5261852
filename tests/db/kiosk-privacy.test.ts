import { describe, expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import { ingestTickets } from "@/lib/queue/ingest";
import type { TicketPayload } from "@/lib/queue/schema";
import { reprintAtKiosk } from "@/lib/vouchers/reprint";
import type { KioskAnswer } from "@/lib/vouchers/types";
import { withholdTicket, withholdVoucher } from "@/lib/vouchers/withhold";
import { KIOSK, scan } from "../support/kiosk";
import { newKey } from "../support/keys";
import { givenStaff } from "../support/staff";
import { officeTime, useTestDatabase } from "../support/test-database";
import { booking, ticket, wib } from "../support/tickets";

useTestDatabase();

const given = (number: number, changes: Partial<TicketPayload> = {}) =>
  ingestTickets([ticket(number, changes)], { kind: "DEMO" });

/** The bytes that reach the browser, apart from the id of the print job. */
const bytes = (answer: KioskAnswer) =>
  JSON.stringify("printJobId" in answer ? { ...answer, printJobId: "-" } : answer);

const CAUSES: [string, Partial<TicketPayload>][] = [
  ["another type", { applicationType: "OTHER" }],
  ["a type that nobody knows", { applicationType: undefined }],
  ["a damaged passport", { applicationType: "REPLACEMENT", replacementReason: "DAMAGED" }],
  ["a lost passport of a new application", { replacementReason: "LOST" }],
  ["no booking in advance", { bookingChannel: "WALK_IN" }],
  ["a channel that nobody knows", { bookingChannel: undefined }],
  ["not in SMART", { registeredInSmart: false }],
  ["nobody looked in SMART", { registeredInSmart: undefined }],
  ["under review", { underReview: true }],
  ["nobody knows of a review", { underReview: undefined }],
  [
    "under review, and all else too",
    { underReview: true, applicationType: "OTHER", registeredInSmart: false },
  ],
  ["a start before the number", { biometricStartedAt: wib("07:59") }],
  ["a start without a number", { biometricTicketAt: undefined, biometricStartedAt: wib("09:00") }],
  [
    "a longer wait and another queue",
    { underReview: true, biometricTicketAt: wib("07:01"), queueNumber: "C-77" },
  ],
  [
    "a long name and no queue number",
    { underReview: true, queueNumber: undefined, applicantName: "C".repeat(90) },
  ],
];

describe("every cause of SEE_OFFICER", () => {
  test("is one and the same answer, byte for byte, and so are withheld vouchers and tickets", async () => {
    const officer = await givenStaff();
    const seen: [string, string][] = [];
    for (const [index, [cause, changes]] of CAUSES.entries()) {
      await given(index + 1, changes);
      seen.push([cause, bytes(await scan(index + 1))]);
    }
    await given(50);
    await scan(50);
    const voucher = await reader().voucher.findFirstOrThrow();
    const held = { reason: "Contoh", key: newKey() };
    expect(await withholdVoucher(officer, { voucherId: voucher.id, ...held }, "t")).toMatchObject({
      ok: true,
    });
    seen.push(["a withheld voucher", bytes(await scan(50))], ["the same again", bytes(await scan(50))]);
    await given(51);
    const { id: ticketId } = await reader().ticket.findUniqueOrThrow({ where: { sourceTicketId: "T-51" } });
    const answer = await withholdTicket(officer, { ticketId, reason: "Contoh", key: newKey() }, "t");
    expect(answer.ok).toBe(true);
    seen.push(["a withheld ticket", bytes(await scan(51))]);
    const [first] = seen;
    expect(first?.[1]).toContain('"outcome":"SEE_OFFICER"');
    for (const [cause, answered] of seen) expect(answered, cause).toBe(first?.[1]);
  });

  test("waits for its time like everybody: under two hours a flag changes nothing", async () => {
    await given(1, { biometricTicketAt: wib("09:00"), underReview: true, applicationType: "OTHER" });
    await given(2, { biometricTicketAt: wib("09:00"), queueNumber: "B-001" });
    const [flagged, plain] = [bytes(await scan(1)), bytes(await scan(2))];
    expect(flagged.replace("0001", "####")).toBe(plain.replace("0002", "####"));
  });

  test("is kept as evidence, clause by clause, without who it was", async () => {
    await given(1, { underReview: true, bookingChannel: "WALK_IN" });
    await scan(1);
    const record = await reader().decisionRecord.findFirstOrThrow();
    expect(record).toMatchObject({ outcome: "SEE_OFFICER", source: "KIOSK", kioskId: "kiosk-1" });
    expect(JSON.parse(record.clauses)).toEqual({
      "F.2.a": "MET",
      "F.2.b": "MET",
      "F.2.c": "NOT_MET",
      "F.2.e": "MET",
      "F.2.f": "MET",
      "F.2.g": "NOT_MET",
    });
    expect(JSON.parse(record.facts)).toMatchObject({
      ticket: { bookingChannel: "WALK_IN", underReview: true },
    });
    expect(JSON.stringify(record)).not.toMatch(/9900|Contoh/);
  });

  test("refuses a reprint alike, whether there never was a voucher or it was withheld", async () => {
    await given(1, { underReview: true });
    await given(2);
    await scan(1);
    await scan(2);
    const { id: voucherId } = await reader().voucher.findFirstOrThrow();
    await withholdVoucher(await givenStaff(), { voucherId, reason: "Contoh", key: newKey() }, "t");
    const again = (number: number) => reprintAtKiosk(KIOSK, { payload: booking(number), key: newKey() });
    const [flagged, withheld, nobody] = [await again(1), await again(2), await again(3)];
    expect(flagged.ok).toBe(false);
    expect(withheld).toEqual(flagged);
    expect(nobody).toEqual(flagged);
  });
});

test("no answer to anybody holds a name, a booking number or a cause", async () => {
  const cases: Partial<TicketPayload>[] = [
    {},
    { biometricTicketAt: wib("09:30") },
    { biometricTicketAt: undefined },
    { biometricStartedAt: wib("09:00") },
    { serviceDate: "2026-11-25" },
    { underReview: true },
    { applicationType: "REPLACEMENT", replacementReason: "LOST" },
  ];
  const answers: KioskAnswer[] = [];
  for (const [index, changes] of cases.entries()) {
    await given(index + 1, changes);
    answers.push(await scan(index + 1));
  }
  answers.push(await scan(1), await scan(99));
  expect(new Set(answers.map(({ outcome }) => outcome)).size).toBe(7);
  const sent = JSON.stringify(answers);
  expect(sent).not.toMatch(/9900|Contoh Pemohon/);
  expect(sent).not.toMatch(/review|applicationType|REPLACEMENT|LOST|bookingChannel|smart|clause|WITHHELD/i);
});

test("the trail of a day at the kiosk holds opaque ids and codes only", async () => {
  await given(1);
  await given(2, { underReview: true });
  await scan(1);
  await scan(2);
  await scan(3);
  const rows = await reader().auditEvent.findMany({ where: { actorKind: "KIOSK" }, orderBy: { seq: "asc" } });
  expect(rows.map(({ action, data }) => [action, JSON.parse(data) as unknown])).toEqual([
    ["voucher.issued", {}],
    ["booking.checked", { outcome: "ELIGIBLE" }],
    ["booking.checked", { outcome: "SEE_OFFICER" }],
    ["booking.checked", { outcome: "UNKNOWN_BOOKING" }],
  ]);
  expect(JSON.stringify(await reader().auditEvent.findMany())).not.toMatch(/9900|Contoh/);
});

test("a ticket withheld by an officer stays so when a second ticket of the same booking turns up", async () => {
  await given(1, { biometricTicketAt: wib("08:00") });
  const { id: ticketId } = await reader().ticket.findFirstOrThrow();
  await withholdTicket(await givenStaff(), { ticketId, reason: "Contoh", key: newKey() }, "t");
  await given(1, { ticketId: "T-1b", biometricTicketAt: wib("07:30") });
  officeTime("10:40");
  expect(await scan(1)).toMatchObject({ outcome: "SEE_OFFICER" });
});
