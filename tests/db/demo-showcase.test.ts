import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { refreshShowcase } from "@/lib/demo/refresh-showcase";
import { simulateDay } from "@/lib/demo/simulate-day";
import type { ShowcaseCase, ShowcaseItem } from "@/lib/demo/types";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { ingestTickets } from "@/lib/queue/ingest";
import { declareOutage } from "@/lib/queue/outages";
import { checkBooking } from "@/lib/vouchers/check-booking";
import type { KioskAnswer } from "@/lib/vouchers/types";
import { officeTime, TUESDAY, useTestDatabase } from "../support/test-database";

useTestDatabase();

/** The showcase alone, with the day's disruption but without the hall's other applicants. */
async function openShowcase(serviceDate = TUESDAY): Promise<void> {
  const { system, reason, startedAt, endedAt } = simulateDay({
    seed: 3,
    serviceDate,
    timeZone: "Asia/Jakarta",
  }).outage;
  const facts = { system, reason, startedAt: new Date(startedAt), endedAt: new Date(endedAt) };
  await declareOutage(facts, { kind: "SYSTEM" }, "test");
}

const MONDAY_AFTER = "2026-11-30";

async function scan(payload: string | null | undefined): Promise<KioskAnswer> {
  if (!payload) throw new Error("there is nothing to scan");
  const call = { kiosk: { id: "kiosk-of-the-test" }, requestId: randomUUID() };
  const answer = await checkBooking(call, { payload, key: randomUUID() });
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}

const item = (items: readonly ShowcaseItem[], id: ShowcaseCase) => items.find((one) => one.id === id);
const wanted = async (id: ShowcaseCase) => item(await refreshShowcase(), id);

describe("the showcase at the kiosk", () => {
  test.each([
    ["10:30", TUESDAY],
    ["15:59", TUESDAY],
    ["10:30", MONDAY_AFTER],
  ])("reaches every outcome at %s on %s, through ingest", async (time, date) => {
    officeTime(time, date);
    await openShowcase(date);
    const items = await refreshShowcase();
    const reachable = items.filter(({ payload }) => payload !== null);
    expect(reachable.length).toBeGreaterThanOrEqual(15);
    for (const { id, payload, outcome } of reachable) {
      expect({ id, outcome: (await scan(payload)).outcome }).toEqual({ id, outcome });
    }
  });

  test("reaches every outcome at each hour of one day that goes on", async () => {
    await openShowcase();
    for (const time of ["10:30", "11:30", "12:30", "13:30", "14:30", "15:30"]) {
      officeTime(time);
      for (const { id, payload, outcome } of await refreshShowcase()) {
        if (payload)
          expect({ time, id, outcome: (await scan(payload)).outcome }).toEqual({ time, id, outcome });
      }
    }
    expect(await reader().alert.count()).toBe(0);
  });

  test("replaces an eligible person who was used, while the number shown before keeps its voucher", async () => {
    await openShowcase();
    const shown = await wanted("eligible");
    const first = await scan(shown?.payload);
    const next = await wanted("eligible");
    expect(next?.bookingCode).not.toBe(shown?.bookingCode);
    const second = await scan(next?.payload);
    officeTime("11:20");
    await refreshShowcase();
    const again = await scan(shown?.payload);
    expect([first, second, again]).toMatchObject([
      { outcome: "ELIGIBLE", fresh: true, slip: { number: "K-001" } },
      { outcome: "ELIGIBLE", fresh: true, slip: { number: "K-002" } },
      { outcome: "ELIGIBLE", fresh: false, slip: { number: "K-001" } },
    ]);
    expect(await reader().alert.count()).toBe(0);
  });

  test("keeps one number waiting in time, however long a page that shows it stays open", async () => {
    const shown = await wanted("not-yet");
    for (const time of ["11:00", "12:40", "14:10", "15:55"]) {
      officeTime(time);
      await refreshShowcase();
      expect((await scan(shown?.payload)).outcome).toBe("NOT_YET");
    }
  });

  test("offers a voucher, and the same person again, once there is one", async () => {
    await openShowcase();
    expect(await wanted("voucher")).toMatchObject({ payload: null });
    expect(await wanted("eligible-again")).toMatchObject({ payload: null });
    const shown = await wanted("eligible");
    await scan(shown?.payload);
    expect((await wanted("voucher"))?.payload).toMatch(/^JNJ1[0-9A-Z]{32}$/);
    expect(await wanted("eligible-again")).toMatchObject({ bookingCode: shown?.bookingCode });
    expect(await wanted("already-received")).toMatchObject({ payload: null });
  });

  test("leaves alone what an officer entered by hand, and shows a fresh person instead", async () => {
    await openShowcase();
    const before = await wanted("no-number");
    const row = await reader().ticket.findFirstOrThrow({
      where: { bookingCode: before?.bookingCode ?? "" },
      select: { sourceTicketId: true, bookingCode: true, serviceDate: true },
    });
    const { sourceTicketId, ...facts } = row;
    const numberAt = now().toISOString();
    const entry = { ticketId: sourceTicketId, ...facts, biometricTicketAt: numberAt, updatedAt: numberAt };
    await ingestTickets([entry], { kind: "HAND", accountId: "officer-of-the-test" });
    officeTime("12:00");
    const after = await wanted("no-number");
    expect(after?.bookingCode).not.toBe(before?.bookingCode);
    expect((await scan(after?.payload)).outcome).toBe("NO_BIOMETRIC_TICKET");
    const kept = await reader().ticket.findUniqueOrThrow({ where: { sourceTicketId } });
    expect(kept).toMatchObject({ source: "hand", biometricTicketAt: new Date(numberAt) });
  });
});
