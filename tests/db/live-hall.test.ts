import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/office/default-settings";
import { changeSettings } from "@/lib/office/settings";
import { acknowledgeAlerts } from "@/lib/hall/acknowledge-alerts";
import { staffFrame } from "@/lib/hall/frame";
import { liveHall } from "@/lib/hall/live-hall";
import { reader } from "@/lib/platform/database";
import { enterTicket } from "@/lib/queue/hand-entry";
import { ingestTickets } from "@/lib/queue/ingest";
import { scan } from "../support/kiosk";
import { newKey } from "../support/keys";
import { givenStaff } from "../support/staff";
import { at, officeTime, useTestDatabase } from "../support/test-database";
import { ticket, wib } from "../support/tickets";
import { auditOf } from "./tablet-given";

useTestDatabase();

const MINUTE = 60_000;
const deliver = (...tickets: Parameters<typeof ticket>[]) =>
  ingestTickets(
    tickets.map((one) => ticket(...one)),
    { kind: "DEMO" },
  );
const idOf = async (number: number) =>
  (await reader().ticket.findUniqueOrThrow({ where: { sourceTicketId: `T-${number}` } })).id;

describe("the live hall", () => {
  test("shows who waits for biometrics by time left, without those served, unnumbered or of another day", async () => {
    const officer = await givenStaff();
    await deliver(
      [1, { biometricTicketAt: wib("09:10") }],
      [2, { biometricTicketAt: wib("08:20") }],
      [3, { biometricTicketAt: wib("09:00"), calledAt: wib("10:29") }],
      [4, { biometricTicketAt: wib("08:40"), biometricStartedAt: wib("09:20") }],
      [5, { biometricTicketAt: undefined }],
      [6, { serviceDate: "2026-11-23", biometricTicketAt: wib("09:00", "2026-11-23") }],
      [7, { biometricTicketAt: wib("08:00"), biometricStartedAt: wib("10:15") }],
    );
    const hall = await liveHall(officer);
    expect(hall.lines.map(({ queueNumber }) => queueNumber)).toEqual(["B-002", "B-003", "B-001"]);
    expect(hall).toMatchObject({
      now: at("10:30").getTime(),
      serviceDate: "2026-11-24",
      alertLevels: [90, 105, 115],
      // Waiting for 130 minutes, and served after 135.
      pastWithoutVoucher: 2,
      openCounters: 1,
    });
    expect(hall.lines[0]).toMatchObject({ chance: null, promiseEndsAt: at("10:20").getTime() + 1 });
    expect(hall.lines[1]).toMatchObject({ calledAt: at("10:29").getTime() });
    expect(hall.lines[1]?.chance).toBeGreaterThanOrEqual(0);
    // At risk when each wait ended: 40 of five, then 135 of the last one; half is reached at the latter.
    expect(hall.median).toEqual({ ms: 135 * MINUTE, atLeast: false });
    expect(await scan(2)).toMatchObject({ outcome: "ELIGIBLE" });
    const after = await liveHall(officer);
    expect(after.lines[0]?.voucher).toMatchObject({ number: "K-001", state: "ISSUED" });
    expect(after.pastWithoutVoucher).toBe(1);
  });

  test("is the same to the byte whatever the review flag says, and holds no name or booking", async () => {
    const officer = await givenStaff();
    const seen = [];
    for (const [minute, underReview] of [true, false, null].entries()) {
      await deliver([1, { underReview: underReview ?? undefined, updatedAt: wib(`10:0${minute}`) }]);
      seen.push(JSON.stringify({ ...(await liveHall(officer)), feed: null }));
    }
    expect(new Set(seen).size).toBe(1);
    expect(seen[0]).not.toMatch(/Contoh|9900000|underReview/);
  });

  test("has a frame of counts around it that follows every change", async () => {
    const officer = await givenStaff();
    await deliver([1]);
    const asked = await Promise.all(Array.from({ length: 10 }, () => staffFrame(officer)));
    expect(new Set(asked.map(({ settings }) => settings)).size).toBe(1);
    expect(asked[0]).toMatchObject({ openCount: 0, alertCount: 0 });
    await scan(1);
    expect(await staffFrame(officer)).toMatchObject({ openCount: 1, alertCount: 0 });
    await deliver([1, { applicationType: "OTHER", updatedAt: wib("10:31") }]);
    expect(await staffFrame(officer)).toMatchObject({ openCount: 1, alertCount: 1 });
  });

  test("is read once for ten tablets, and anew after every change", async () => {
    const officer = await givenStaff();
    await deliver([1]);
    const ask = () => Promise.all(Array.from({ length: 10 }, () => liveHall(officer)));
    const [first, second] = [await ask(), await ask()];
    expect(new Set([...first, ...second].map(({ lines }) => lines)).size).toBe(1);
    expect(first[0]?.toldAt).toBe(at("10:30").getTime());
    // Who asks of an unchanged hall later is told what time it has become.
    officeTime("10:31");
    const [later] = await ask();
    expect([later?.now, later?.toldAt]).toEqual([at("10:30").getTime(), at("10:31").getTime()]);
    expect(later?.lines).toBe(first[0]?.lines);
    await deliver([2]);
    const after = await ask();
    expect(new Set(after.map(({ lines }) => lines)).size).toBe(1);
    expect(after[0]?.lines).toHaveLength(2);
  });

  test("says when the queue system falls silent in opening hours, and not what it cannot know", async () => {
    const officer = await givenStaff();
    const queueNumber = "B-9";
    const byHand = {
      bookingScan: undefined,
      applicationType: "NEW",
      bookingChannel: "WALK_IN",
      registeredInSmart: true,
    } as const;
    await enterTicket(officer, { ...byHand, queueNumber, withNumber: true, key: newKey() }, "test");
    expect((await liveHall(officer)).feed).toEqual({ kind: "NONE" });
    await deliver([1]);
    const { feed, now } = await liveHall(officer);
    if (feed.kind !== "HEARD") throw new Error("the feed was not heard");
    expect(Math.abs(feed.lastAt - now)).toBeLessThan(MINUTE);
    expect(feed.silentFrom).toBe(feed.lastAt + 10 * MINUTE);
    const hall = { alertBefore: [60], feedSilentMinutes: 3 };
    await changeSettings({ ...DEFAULT_SETTINGS, hall }, { kind: "SYSTEM" }, "test");
    const changed = await liveHall(officer);
    expect(changed.alertLevels).toEqual([60]);
    expect(changed.feed).toMatchObject({ silentFrom: expect.any(Number) as number });
    officeTime("18:00");
    await deliver([2, { biometricTicketAt: wib("15:00"), updatedAt: wib("15:00") }]);
    expect((await liveHall(officer)).feed).toMatchObject({ kind: "HEARD", silentFrom: null });
  });
});

describe("an alert", () => {
  const seen = async (by: Awaited<ReturnType<typeof givenStaff>>, number: number, level: number) =>
    acknowledgeAlerts(by, { alerts: [{ ticketId: await idOf(number), level }] }, "test");

  test("is seen by name once, the first to say so standing, with its audit row", async () => {
    const [one, other] = [
      await givenStaff("officer", "Petugas Satu"),
      await givenStaff("officer", "Petugas Dua"),
    ];
    await deliver([1, { biometricTicketAt: wib("08:40") }]);
    const answers = await Promise.all([seen(one, 1, 90), seen(one, 1, 90), seen(one, 1, 105)]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await seen(other, 1, 105)).toMatchObject({ ok: true });
    const [line] = (await liveHall(one)).lines;
    expect(line?.acknowledged.map(({ level, byName }) => [level, byName])).toEqual([
      [90, "Petugas Satu"],
      [105, "Petugas Satu"],
    ]);
    expect(await auditOf(await idOf(1))).toEqual(["hall.alert-acknowledged", "hall.alert-acknowledged"]);
  });

  test("that has not risen, is of no level or of another day cannot be seen", async () => {
    const officer = await givenStaff();
    await deliver([1, { biometricTicketAt: wib("09:00") }], [2, { biometricTicketAt: wib("08:00") }]);
    expect(await seen(officer, 1, 105)).toMatchObject({ code: "ALERT_NOT_RISEN" });
    expect(await seen(officer, 2, 91)).toMatchObject({ code: "ALERT_NOT_RISEN" });
    officeTime("10:30", "2026-11-25");
    expect(await seen(officer, 2, 90)).toMatchObject({ code: "ALERT_NOT_RISEN" });
    expect(await reader().hallAcknowledgement.count()).toBe(0);
  });
});
