import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DEMO_SIGN_INS } from "@/lib/access/demo-sign-ins";
import { deliveriesUpTo } from "@/lib/demo/deliveries";
import { DEMO_ANCHOR_KEY, demoAnchor } from "@/lib/demo/demo-anchor";
import { demoFeed } from "@/lib/demo/demo-feed";
import { closeDemoOffice, openDemoOffice } from "@/lib/demo/open-demo-office";
import { refreshShowcase } from "@/lib/demo/refresh-showcase";
import { simulateDay } from "@/lib/demo/simulate-day";
import { TICKET_CASES } from "@/lib/demo/types";
import { localParts } from "@/lib/office/local-time";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { forgetEnvironment } from "@/lib/platform/environment";
import { at, officeTime, TUESDAY, useTestDatabase } from "../support/test-database";

useTestDatabase();

const WEDNESDAY = "2026-11-25";
const hallTickets = (date: string) => ({
  serviceDate: date,
  NOT: { sourceTicketId: { startsWith: "demo-showcase" } },
});

beforeEach(() => {
  process.env.JANJI_DEMO_DATE = TUESDAY;
  forgetEnvironment();
});

afterEach(() => {
  process.env.JANJI_MODE = "demo";
  delete process.env.JANJI_DEMO_DATE;
  forgetEnvironment();
  closeDemoOffice();
});

/** Everything that must be there once, whoever opened the office and how often. */
async function expectOneConsistentDay(): Promise<void> {
  const db = reader();
  const anchors = await db.installationFact.findMany({ where: { key: DEMO_ANCHOR_KEY } });
  expect(anchors).toHaveLength(1);
  expect(JSON.parse(anchors[0]?.value ?? "null")).toMatchObject({ firstServiceDate: TUESDAY });
  expect(await db.outage.findMany()).toMatchObject([{ id: `demo-outage-${TUESDAY}` }]);
  expect((await db.user.findMany({ orderBy: { username: "asc" } })).map(({ username }) => username)).toEqual(
    DEMO_SIGN_INS.map(({ username }) => username).sort(),
  );
  const day = simulateDay({ seed: 3, serviceDate: TUESDAY, timeZone: "Asia/Jakarta" });
  const stored = await db.ticket.findMany({ where: hallTickets(TUESDAY) });
  const ids = new Set(stored.map(({ sourceTicketId }) => sourceTicketId));
  const soFar = deliveriesUpTo(day, at("10:30").getTime());
  expect(soFar.filter(({ ticketId }) => !ids.has(ticketId))).toEqual([]);
  const known = new Set(day.applicants.map(({ facts }) => facts.ticketId));
  expect([...ids].filter((id) => !known.has(id))).toEqual([]);
  expect(await db.ticket.count({ where: { sourceTicketId: { startsWith: "demo-showcase" } } })).toBe(
    TICKET_CASES.length,
  );
}

describe("opening the demo office", () => {
  test("begins at 10.30 of the demo's date with the day so far, its outage and its two people", async () => {
    await openDemoOffice();
    const { date, minutes } = localParts(now().getTime(), "Asia/Jakarta");
    expect(date).toBe(TUESDAY);
    expect(minutes).toBeGreaterThanOrEqual(10 * 60 + 30);
    await expectOneConsistentDay();
  });

  test("again, or twice at once, changes nothing", async () => {
    await openDemoOffice();
    await Promise.all([openDemoOffice(), openDemoOffice()]);
    await expectOneConsistentDay();
  });

  test("by two processes at once ends in one consistent state", async () => {
    const env = { ...process.env, NODE_OPTIONS: "", VITEST: "" };
    const open = () =>
      promisify(execFile)(
        process.execPath,
        ["--conditions=react-server", "--import", "tsx", "tests/db/demo-office-process.ts"],
        { env },
      );
    await Promise.all([open(), open()]);
    await expectOneConsistentDay();
  }, 180_000);

  test("goes on where the first process anchored it, also when the demo's date is set anew", async () => {
    const calendar = { timeZone: "Asia/Jakarta", isWorkingDay: () => true };
    const first = await demoAnchor(calendar);
    process.env.JANJI_DEMO_DATE = "2027-03-01";
    forgetEnvironment();
    expect(await demoAnchor(calendar)).toEqual(first);
  });
});

describe("the demo's feed", () => {
  test("delivers what happens as the clock goes on, each change once", async () => {
    const day = simulateDay({ seed: 3, serviceDate: TUESDAY, timeZone: "Asia/Jakarta" });
    const feed = demoFeed();
    for (const time of ["10:30", "10:31", "11:40"]) {
      officeTime(time);
      await feed.deliver();
      const stored = await reader().ticket.findMany({ where: hallTickets(TUESDAY) });
      const expected = deliveriesUpTo(day, at(time).getTime());
      const seen = new Map(stored.map((row) => [row.sourceTicketId, row]));
      expect(stored).toHaveLength(expected.length);
      for (const ticket of expected) {
        const row = seen.get(ticket.ticketId);
        expect(row?.queueNumber).toBe(ticket.queueNumber);
        expect(row?.biometricStartedAt?.toISOString() ?? null).toBe(ticket.biometricStartedAt);
        expect(row?.completedAt?.toISOString() ?? null).toBe(ticket.completedAt);
      }
    }
    const before = await reader().auditEvent.count();
    await feed.deliver();
    expect(await reader().auditEvent.count()).toBe(before);
  });

  test("opens the next service date with fresh numbers and deletes nothing of the one before", async () => {
    const feed = demoFeed();
    await feed.deliver();
    const tuesday = await reader().ticket.count({ where: hallTickets(TUESDAY) });
    officeTime("10:30", WEDNESDAY);
    await feed.deliver();
    expect(await reader().ticket.count({ where: hallTickets(TUESDAY) })).toBe(tuesday);
    expect(await reader().ticket.count({ where: hallTickets(WEDNESDAY) })).toBeGreaterThan(60);
    expect((await reader().outage.findMany({ orderBy: { id: "asc" } })).map(({ id }) => id)).toEqual([
      `demo-outage-${TUESDAY}`,
      `demo-outage-${WEDNESDAY}`,
    ]);
  });
});

describe("a real office", () => {
  test("has none of it", async () => {
    delete process.env.JANJI_DEMO_DATE;
    process.env.JANJI_MODE = "real";
    process.env.JANJI_PUBLIC_URL = "https://janji.example";
    forgetEnvironment();
    const calendar = { timeZone: "Asia/Jakarta", isWorkingDay: () => true };
    await expect(openDemoOffice()).rejects.toThrow("demo office");
    await expect(refreshShowcase()).rejects.toThrow("demo office");
    await expect(demoAnchor(calendar)).rejects.toThrow("demo office");
    expect(() => demoFeed()).toThrow("demo office");
    expect(() => closeDemoOffice()).toThrow("demo office");
    expect(await reader().ticket.count()).toBe(0);
    expect(await reader().user.count()).toBe(0);
  });
});
