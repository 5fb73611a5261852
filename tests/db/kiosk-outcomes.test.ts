import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/office/default-settings";
import { changeSettings } from "@/lib/office/settings";
import { reader } from "@/lib/platform/database";
import { ingestTickets } from "@/lib/queue/ingest";
import { declareOutage } from "@/lib/queue/outages";
import type { TicketPayload } from "@/lib/queue/schema";
import type { OfficeSettings } from "@/lib/office/schema";
import { checkBooking } from "@/lib/vouchers/check-booking";
import { KIOSK, scan } from "../support/kiosk";
import { newKey } from "../support/keys";
import { at, officeTime, useTestDatabase } from "../support/test-database";
import { booking, ticket, wib } from "../support/tickets";

useTestDatabase();

const given = (...changes: Partial<TicketPayload>[]) =>
  ingestTickets(
    changes.map((change, index) => ticket(1, { ticketId: `T-${index + 1}`, ...change })),
    { kind: "DEMO" },
  );
const settings = (changes: Partial<OfficeSettings>) =>
  changeSettings({ ...DEFAULT_SETTINGS, ...changes }, { kind: "SYSTEM" }, "test");
const outage = (from: string, until: string | null) =>
  declareOutage(
    { system: "SMART", reason: "Contoh", startedAt: at(from), endedAt: until === null ? null : at(until) },
    { kind: "SYSTEM" },
    "test",
  );
const glimpse = { queueNumber: "B-001", last4: "0001" };
const minutes = (count: number) => count * 60_000;

describe("where a booking stands at 10.30", () => {
  test("UNKNOWN_BOOKING without a ticket", async () => {
    await given({});
    expect(await scan(2)).toMatchObject({ outcome: "UNKNOWN_BOOKING" });
  });

  test("OTHER_DAY with tickets for yesterday and tomorrow only", async () => {
    await given({ serviceDate: "2026-11-23" }, { serviceDate: "2026-11-25" });
    expect(await scan(1)).toMatchObject({ outcome: "OTHER_DAY" });
  });

  test("today's ticket counts among those of several days", async () => {
    await given({ serviceDate: "2026-11-23" }, {}, { serviceDate: "2026-11-25" });
    expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE", slip: { number: "K-001" } });
  });

  test("NO_BIOMETRIC_TICKET without a number", async () => {
    await given({ biometricTicketAt: undefined });
    expect(await scan(1)).toMatchObject({ outcome: "NO_BIOMETRIC_TICKET", ticket: glimpse });
  });

  test("of two tickets today the one with the earlier number counts", async () => {
    await given({ biometricTicketAt: wib("09:00") }, { biometricTicketAt: wib("08:00") });
    expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE", waitedMinutes: 150 });
    expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE", fresh: false });
    expect(await reader().voucher.count()).toBe(1);
  });

  test("NOT_YET at exactly two hours, with the instant from which to ask again", async () => {
    await given({ biometricTicketAt: wib("08:30") });
    expect(await scan(1)).toMatchObject({
      outcome: "NOT_YET",
      ticket: glimpse,
      ticketAt: at("08:30").getTime(),
      waitedMs: minutes(120),
      thresholdMs: minutes(120),
      checkAgainFrom: at("10:30").getTime() + 1,
      afterClosing: false,
    });
    expect(await reader().printJob.count()).toBe(0);
  });

  test("ELIGIBLE one millisecond later", async () => {
    await given({ biometricTicketAt: "2026-11-24T08:29:59.999+07:00" });
    expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE", waitedMinutes: 120, ticket: glimpse });
  });

  test("SERVED_IN_TIME when service began within the promise", async () => {
    await given({ biometricStartedAt: wib("09:59") });
    expect(await scan(1)).toMatchObject({ outcome: "SERVED_IN_TIME", waitedMs: minutes(119) });
  });

  test("ELIGIBLE when it began only after it, with the wait until then", async () => {
    await given({ biometricStartedAt: wib("10:05") });
    expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE", waitedMinutes: 125 });
  });

  test("a start that the source puts in the future has not happened", async () => {
    await given({ biometricTicketAt: wib("09:00"), biometricStartedAt: wib("10:31") });
    expect(await scan(1)).toMatchObject({ outcome: "NOT_YET", waitedMs: minutes(90) });
  });

  test("OUTAGE at once, also under two hours", async () => {
    await given({ biometricTicketAt: wib("10:00") });
    await outage("10:10", null);
    expect(await scan(1)).toMatchObject({ outcome: "OUTAGE", waitedMs: minutes(30) });
    expect(await reader().voucher.count()).toBe(0);
  });

  test.each([
    ["ended as the number was issued", "07:00", "08:00"],
    ["began as the two hours were over", "10:00", null],
    ["is announced for later", "10:31", null],
    ["has no length", "09:00", "09:00"],
  ])("a disruption takes nothing away that %s", async (_what, from, until) => {
    await given({});
    await outage(from, until);
    expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE" });
  });

  test("a corrected disruption counts as corrected", async () => {
    await given({});
    const id = await outage("08:10", null);
    expect(await scan(1)).toMatchObject({ outcome: "OUTAGE" });
    const facts = { system: "SMART", reason: "Contoh", startedAt: at("07:00"), endedAt: at("08:00") };
    await declareOutage({ id, ...facts }, { kind: "SYSTEM" }, "test");
    expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE" });
  });

  test("a ticket dated months ago by its source is answered, not failed on", async () => {
    await given({ biometricTicketAt: wib("08:00", "2026-03-02") });
    expect(["ELIGIBLE", "SEE_OFFICER"]).toContain((await scan(1)).outcome);
  });
});

test("what cannot be read is no check: nothing is looked up or kept", async () => {
  const read = (payload: string) => checkBooking(KIOSK, { payload, key: newKey() });
  expect(await read("tidak ada nomor")).toMatchObject({ value: { outcome: "UNREADABLE" } });
  expect(await read(`${booking(1)} / ${booking(2)}`)).toMatchObject({ value: { outcome: "AMBIGUOUS" } });
  expect(await reader().decisionRecord.count()).toBe(0);
  expect(await reader().requestKey.count()).toBe(0);
});

describe("the office's calendar", () => {
  test("a holiday is closed, and a special service day of the head's opens it", async () => {
    await given({});
    await settings({ holidays: [{ date: "2026-11-24", name: "Contoh" }] });
    expect(await scan(1)).toMatchObject({ outcome: "CLOSED", opensAt: at("07:00", "2026-11-25").getTime() });
    await settings({
      holidays: [{ date: "2026-11-24", name: "Contoh" }],
      specialServiceDays: ["2026-11-24"],
    });
    expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE" });
  });

  test("a special service day on a Saturday serves as any other", async () => {
    await settings({ specialServiceDays: ["2026-11-28"] });
    officeTime("10:30", "2026-11-28");
    await given({ serviceDate: "2026-11-28", biometricTicketAt: wib("08:00", "2026-11-28") });
    expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE", slip: { serviceDate: "2026-11-28" } });
  });

  test("before 07.00 WIB it is already today, though still yesterday in UTC", async () => {
    officeTime("06:30");
    expect(at("06:30").toISOString()).toContain("2026-11-23");
    await given({ biometricTicketAt: wib("03:00") }, { serviceDate: "2026-11-23", bookingCode: booking(2) });
    expect(await scan(1)).toMatchObject({
      outcome: "ELIGIBLE",
      room: "CLOSED",
      slip: { serviceDate: "2026-11-24", number: "K-001" },
    });
    expect(await scan(2)).toMatchObject({ outcome: "OTHER_DAY" });
    expect(await reader().voucher.findMany()).toMatchObject([{ serviceDate: "2026-11-24" }]);
  });

  test("two hours that pass after the complaint room has closed are said so", async () => {
    officeTime("14:30");
    await given({ biometricTicketAt: wib("14:00") });
    expect(await scan(1)).toMatchObject({ outcome: "NOT_YET", afterClosing: true, room: "OPEN" });
    officeTime("16:00");
    expect(await scan(1)).toMatchObject({ outcome: "NOT_YET", room: "CLOSED" });
  });

  test("each service date has its own series from 1", async () => {
    await given({});
    await scan(1);
    officeTime("10:30", "2026-11-25");
    const next = { serviceDate: "2026-11-25", biometricTicketAt: wib("08:00", "2026-11-25") };
    await ingestTickets([ticket(2, next), ticket(3, next)], { kind: "DEMO" });
    const numbers = [await scan(2), await scan(3)].map((answer) => "slip" in answer && answer.slip);
    expect(numbers).toMatchObject([
      { number: "K-001", serviceDate: "2026-11-25" },
      { number: "K-002", serviceDate: "2026-11-25" },
    ]);
  });
});

test("a disruption declared after issue takes nothing back at the kiosk", async () => {
  await given({});
  await scan(1);
  await outage("08:30", "09:30");
  expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE", fresh: false, printJobId: null });
});
