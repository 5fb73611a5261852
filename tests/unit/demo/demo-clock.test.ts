import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { demoClock, demoInstant, workingDayBefore, workingDayFrom } from "@/lib/demo/demo-clock";
import { instantOf, localParts } from "@/lib/office/local-time";

const HOUR = 3_600_000;
/** From 10:30 to 16:00. */
const LOOP = 5.5 * HOUR;
const ZONE = "Asia/Jakarta";
const ANCHOR_MS = Date.parse("2026-11-24T20:00:00Z");

const isWorkingDay = (date: string) =>
  ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()) && date !== "2026-12-25";
const office = { anchorSystemMs: ANCHOR_MS, firstServiceDate: "2026-11-26", timeZone: ZONE, isWorkingDay };
const at = (date: string, time: string) => instantOf(date, time, ZONE);

describe("the demo clock", () => {
  it("begins at 10:30 of the first service date, whatever the system's hour is", () => {
    expect(demoInstant(office, ANCHOR_MS)).toBe(at("2026-11-26", "10:30"));
  });

  it("runs at real speed", () => {
    expect(demoInstant(office, ANCHOR_MS + 90_061)).toBe(at("2026-11-26", "10:30") + 90_061);
  });

  it("goes from the last millisecond before 16:00 to 10:30 of the next working day", () => {
    expect(demoInstant(office, ANCHOR_MS + LOOP - 1)).toBe(at("2026-11-26", "16:00") - 1);
    expect(demoInstant(office, ANCHOR_MS + LOOP)).toBe(at("2026-11-27", "10:30"));
  });

  it("leaves out the weekend and holidays", () => {
    expect(demoInstant(office, ANCHOR_MS + 2 * LOOP)).toBe(at("2026-11-30", "10:30"));
    const christmas = { ...office, firstServiceDate: "2026-12-24" };
    expect(demoInstant(christmas, ANCHOR_MS + LOOP)).toBe(at("2026-12-28", "10:30"));
  });

  it("opens on the next working day when the first date is none", () => {
    expect(demoInstant({ ...office, firstServiceDate: "2026-11-28" }, ANCHOR_MS)).toBe(
      at("2026-11-30", "10:30"),
    );
  });

  it("counts a system clock that was set back behind the anchor as the anchor", () => {
    expect(demoInstant(office, ANCHOR_MS - HOUR)).toBe(at("2026-11-26", "10:30"));
  });

  it("tells the same time after a restart as a clock that ran on, in whatever order it was asked", () => {
    const long = fc.array(fc.integer({ min: -LOOP, max: 30 * LOOP }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(long, (elapsed) => {
        const running = demoClock(office, office);
        for (const ms of elapsed) {
          expect(running(ANCHOR_MS + ms)).toBe(demoInstant(office, ANCHOR_MS + ms));
        }
      }),
    );
  });

  it("never goes back, is always between 10:30 and 16:00 of a working day, and uses each date for one loop", () => {
    const zones = fc.constantFrom(ZONE, "Asia/Jayapura", "Europe/Berlin", "Pacific/Chatham");
    const moments = fc.tuple(fc.nat(60 * LOOP), fc.nat(60 * LOOP));
    fc.assert(
      fc.property(zones, moments, (timeZone, [one, other]) => {
        const clock = demoClock(office, { timeZone, isWorkingDay });
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        const [first, second] = [clock(ANCHOR_MS + early), clock(ANCHOR_MS + late)];
        expect(second - first).toBeGreaterThanOrEqual(late - early);
        const { date, minutes } = localParts(second, timeZone);
        expect(isWorkingDay(date)).toBe(true);
        expect(minutes).toBeGreaterThanOrEqual(10 * 60 + 30);
        expect(minutes).toBeLessThan(16 * 60);
        const sameLoop = Math.floor(early / LOOP) === Math.floor(late / LOOP);
        expect(localParts(first, timeZone).date === date).toBe(sameLoop);
      }),
    );
  });
});

describe("working days around a date", () => {
  it("finds the next, which may be the date itself, and the one before, which may not", () => {
    expect(workingDayFrom("2026-11-27", isWorkingDay)).toBe("2026-11-27");
    expect(workingDayFrom("2026-11-28", isWorkingDay)).toBe("2026-11-30");
    expect(workingDayBefore("2026-11-27", isWorkingDay)).toBe("2026-11-26");
    expect(workingDayBefore("2026-11-30", isWorkingDay)).toBe("2026-11-27");
  });

  it("gives up on a calendar without working days", () => {
    expect(() => workingDayFrom("2026-11-27", () => false)).toThrow("2026-11-27");
    expect(() => workingDayBefore("2026-11-27", () => false)).toThrow("2026-11-27");
  });
});
