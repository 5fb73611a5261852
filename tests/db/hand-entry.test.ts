import { beforeEach, describe, expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import { advanceTicket, enterTicket } from "@/lib/queue/hand-entry";
import {
  enterTicketInput,
  type AdvanceTicketInput,
  type EnterTicketInput,
} from "@/lib/queue/hand-entry-schema";
import { ingestTickets } from "@/lib/queue/ingest";
import { ticketsOfToday } from "@/lib/queue/queries";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { scan } from "../support/kiosk";
import { newKey } from "../support/keys";
import { givenStaff } from "../support/staff";
import { at, officeTime, useTestDatabase } from "../support/test-database";
import { booking, ticket, wib } from "../support/tickets";

useTestDatabase();

let officer: StaffContext;
beforeEach(async () => {
  officer = await givenStaff();
  officeTime("08:00");
});

const entry = (changes: Partial<Record<keyof EnterTicketInput, unknown>> = {}): EnterTicketInput =>
  enterTicketInput.parse({
    queueNumber: "b-001",
    bookingScan: booking(1),
    applicationType: "NEW",
    bookingChannel: "M_PASPOR",
    registeredInSmart: true,
    withNumber: false,
    key: newKey(),
    ...changes,
  });
const enter = (changes: Parameters<typeof entry>[0] = {}) => enterTicket(officer, entry(changes), "test");
async function entered(changes: Parameters<typeof entry>[0] = {}): Promise<string> {
  const answer = await enter(changes);
  if (!answer.ok) throw new Error(answer.code);
  return answer.value.ticketId;
}
const advance = (ticketId: string, to: AdvanceTicketInput["to"], queueNumber?: string) =>
  advanceTicket(officer, { ticketId, to, queueNumber }, "test");
const row = (id: string) => reader().ticket.findUniqueOrThrow({ where: { id } });

test("an applicant entered by hand lives the whole day, and gets the voucher after two hours", async () => {
  const id = await entered();
  expect(await row(id)).toMatchObject({ serviceDate: "2026-11-24", queueNumber: "B-001", source: "hand" });
  expect(await scan(1)).toMatchObject({ outcome: "NO_BIOMETRIC_TICKET" });
  officeTime("08:05");
  expect(await advance(id, "NUMBER")).toEqual({ ok: true, value: { ticketId: id } });
  officeTime("10:05");
  expect(await scan(1)).toMatchObject({ outcome: "NOT_YET", checkAgainFrom: at("10:05").getTime() + 1 });
  officeTime("10:05:00.001");
  expect(await scan(1)).toMatchObject({
    outcome: "ELIGIBLE",
    slip: { number: "K-001", queueNumber: "B-001" },
  });
  officeTime("10:20");
  await advance(id, "CALL");
  officeTime("10:22");
  await advance(id, "SERVE");
  officeTime("10:40");
  await advance(id, "COMPLETE");
  expect(await row(id)).toMatchObject({
    biometricTicketAt: at("08:05"),
    calledAt: at("10:20"),
    biometricStartedAt: at("10:22"),
    completedAt: at("10:40"),
  });
  expect(await reader().alert.count()).toBe(0);
  expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE", fresh: false });
});

test("served within two hours, the promise was kept", async () => {
  const id = await entered({ withNumber: true });
  officeTime("10:00");
  await advance(id, "SERVE");
  officeTime("12:00");
  expect(await scan(1)).toMatchObject({ outcome: "SERVED_IN_TIME" });
});

describe("entering", () => {
  test("twice under one key enters nobody twice, also both at once", async () => {
    const same = entry();
    const answers = await Promise.all([1, 2, 3].map(() => enterTicket(officer, same, "test")));
    expect(await reader().ticket.count()).toBe(1);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await enterTicket(officer, same, "test")).toEqual(answers[0]);
    expect(await reader().auditEvent.count({ where: { action: "ticket.entered" } })).toBe(1);
  });

  test.each([
    ["BOOKING_UNREADABLE", { bookingScan: "tidak ada", queueNumber: "B-2" }],
    ["BOOKING_AMBIGUOUS", { bookingScan: `${booking(2)} ${booking(3)}`, queueNumber: "B-2" }],
    ["BOOKING_HAS_TICKET", { queueNumber: "B-2" }],
    ["QUEUE_NUMBER_TAKEN", { bookingScan: booking(2), queueNumber: " b - 001 " }],
  ])("is refused with %s", async (code, changes) => {
    await entered();
    expect(await enter(changes)).toEqual({ ok: false, code });
    expect(await reader().ticket.count()).toBe(1);
  });

  test("by two officers at once, one queue number and one booking are given once", async () => {
    const numbers = [1, 2, 3, 4, 5, 6];
    const sameNumber = await Promise.all(numbers.map((number) => enter({ bookingScan: booking(number) })));
    expect(sameNumber.filter(({ ok }) => ok)).toHaveLength(1);
    const sameBooking = await Promise.all(
      numbers.map((number) => enter({ bookingScan: booking(50), queueNumber: `C-${number}` })),
    );
    expect(sameBooking.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await reader().ticket.count()).toBe(2);
  });

  test("a walk-in without a booking is possible; another day's booking stands in nobody's way", async () => {
    await ingestTickets([ticket(1, { serviceDate: "2026-11-23" })], { kind: "DEMO" });
    await entered();
    const walkIn = await entered({ bookingScan: " ", queueNumber: "B-9", bookingChannel: "WALK_IN" });
    expect(await row(walkIn)).toMatchObject({ bookingCode: null, bookingLast4: null });
  });

  test("outside SMART nobody has looked for a flag", async () => {
    expect(await row(await entered({ registeredInSmart: false }))).toMatchObject({ underReview: null });
  });

  test("needs a queue number with a number, and a reason with a replacement", () => {
    const bad = [{ queueNumber: " ", withNumber: true }, { applicationType: "REPLACEMENT" }, { key: "x" }];
    for (const changes of bad) expect(() => entry(changes)).toThrow();
  });
});

describe("the next stage", () => {
  test("done twice does nothing more, and keeps the first instant", async () => {
    const id = await entered({ withNumber: true });
    officeTime("08:30");
    await advance(id, "CALL");
    const before = await row(id);
    const trail = await reader().auditEvent.count();
    officeTime("08:40");
    await advance(id, "CALL");
    await advance(id, "NUMBER");
    expect(await row(id)).toMatchObject({ calledAt: before.calledAt, biometricTicketAt: at("08:00") });
    expect(await reader().auditEvent.count()).toBe(trail);
  });

  test("comes in its order", async () => {
    const id = await entered({ queueNumber: undefined });
    expect(await advance(id, "NUMBER")).toEqual({ ok: false, code: "QUEUE_NUMBER_NEEDED" });
    expect(await advance(id, "CALL")).toEqual({ ok: false, code: "NO_NUMBER_YET" });
    expect(await advance(id, "SERVE")).toEqual({ ok: false, code: "NO_NUMBER_YET" });
    expect(await advance(id, "COMPLETE")).toEqual({ ok: false, code: "NOT_SERVED_YET" });
    await entered({ bookingScan: booking(2), queueNumber: "B-002" });
    expect(await advance(id, "NUMBER", "B-002")).toEqual({ ok: false, code: "QUEUE_NUMBER_TAKEN" });
    expect(await advance(id, "NUMBER", "B-003")).toMatchObject({ ok: true });
    expect(await row(id)).toMatchObject({ queueNumber: "B-003", biometricTicketAt: at("08:00") });
  });

  test("gives one queue number once, also to two applicants at once", async () => {
    const ids = [];
    for (const number of [1, 2, 3, 4])
      ids.push(await entered({ bookingScan: booking(number), queueNumber: undefined }));
    const answers = await Promise.all(ids.map((id) => advance(id, "NUMBER", "B-010")));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await reader().ticket.count({ where: { queueNumber: "B-010" } })).toBe(1);
  });

  test("is for today's tickets that are known", async () => {
    expect(await advance("00000000-0000-4000-8000-000000000000", "CALL")).toMatchObject({
      code: "UNKNOWN_TICKET",
    });
    const id = await entered({ withNumber: true });
    officeTime("08:00", "2026-11-25");
    expect(await advance(id, "CALL")).toEqual({ ok: false, code: "OTHER_DAY" });
  });

  test("stands against a feed whose clock is ahead", async () => {
    await ingestTickets([ticket(1, { updatedAt: wib("09:00") })], { kind: "FEED", feedTokenId: "f" });
    const { id } = await reader().ticket.findFirstOrThrow();
    expect(await advance(id, "SERVE")).toMatchObject({ ok: true });
    expect(await row(id)).toMatchObject({ biometricStartedAt: at("08:00"), source: "hand" });
  });
});

test("the page of today's tickets: the longest waiting first, the served last, no names", async () => {
  await ingestTickets(
    [
      ticket(1, { biometricTicketAt: wib("07:30") }),
      ticket(2, { biometricTicketAt: wib("07:10") }),
      ticket(3, { biometricTicketAt: undefined }),
      ticket(4, {
        biometricTicketAt: wib("07:00"),
        calledAt: wib("07:20"),
        biometricStartedAt: wib("07:21"),
        completedAt: wib("07:40"),
      }),
      ticket(5, { serviceDate: "2026-11-25" }),
    ],
    { kind: "DEMO" },
  );
  const lines = await ticketsOfToday(officer);
  expect(lines.map(({ last4, stage, waitedMs }) => [last4, stage, waitedMs])).toEqual([
    ["0002", "WAITING", 50 * 60_000],
    ["0001", "WAITING", 30 * 60_000],
    ["0003", "ARRIVED", null],
    ["0004", "DONE", 21 * 60_000],
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/Contoh|9900/);
  expect(await ticketsOfToday(officer, { search: " b-00 " })).toHaveLength(4);
  expect(await ticketsOfToday(officer, { search: "0002" })).toHaveLength(1);
});
