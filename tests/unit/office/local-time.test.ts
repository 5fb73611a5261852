import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, instantOf, localParts, minutesOf } from "@/lib/office/local-time";

const ZONES = [
  ...["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "UTC", "Asia/Kathmandu", "Australia/Lord_Howe"],
  ...["America/New_York", "Europe/London", "Pacific/Chatham", "Pacific/Kiritimati", "America/St_Johns"],
  ...["Pacific/Apia", "America/Sao_Paulo", "Africa/Casablanca", "Asia/Tehran"],
];
const zone = fc.constantFrom(...ZONES);
const instant = fc
  .integer({ min: Date.UTC(2005, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 })
  .map((minute) => minute * 60_000);
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
const shown = (at: number, timeZone: string) => {
  const { date, minutes } = localParts(at, timeZone);
  return `${date} ${clock(minutes)}`;
};

describe("the office's local time", () => {
  test("is what the zone's clocks show", () => {
    expect(localParts(Date.parse("2026-11-23T23:59:59.999Z"), "Asia/Jakarta")).toEqual({
      date: "2026-11-24",
      minutes: 6 * 60 + 59,
    });
    expect(localParts(Date.parse("2026-11-24T17:00:00Z"), "Asia/Jakarta").date).toBe("2026-11-25");
    expect(localParts(Date.parse("2026-11-24T15:00:00Z"), "Asia/Jayapura")).toEqual({
      date: "2026-11-25",
      minutes: 0,
    });
    expect(localParts(Date.parse("2026-11-24T00:00:00Z"), "Asia/Kathmandu").minutes).toBe(5 * 60 + 45);
  });

  test("leads back to an instant that shows it, and to the first one where the clocks went back", () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) => {
        const { date, minutes } = localParts(at, timeZone);
        const back = instantOf(date, clock(minutes), timeZone);
        expect(shown(back, timeZone)).toBe(`${date} ${clock(minutes)}`);
        expect(back).toBeLessThanOrEqual(at);
        expect(at - back).toBeLessThanOrEqual(24 * 3_600_000);
      }),
      { numRuns: 2000 },
    );
  });

  test("of any date and time is either shown exactly, or lies in a gap of the clocks", () => {
    const days = fc.integer({ min: 0, max: 36 * 365 });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1439 }), zone, (day, minutes, timeZone) => {
        const date = addDays("2005-01-01", day);
        const at = instantOf(date, clock(minutes), timeZone);
        const wanted = `${date} ${clock(minutes)}`;
        if (shown(at, timeZone) === wanted) return;
        // A gap: the clocks jumped over the wanted time within the hours before the instant.
        expect(shown(at, timeZone) > wanted).toBe(true);
        expect(shown(at - 24 * 3_600_000, timeZone) < wanted).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["2026-03-08", "02:30", "America/New_York", "2026-03-08T07:30:00Z"],
    ["2026-11-01", "01:30", "America/New_York", "2026-11-01T05:30:00Z"],
    ["2026-03-29", "01:00", "Europe/London", "2026-03-29T01:00:00Z"],
    ["2026-10-25", "01:00", "Europe/London", "2026-10-25T00:00:00Z"],
    ["2026-10-04", "02:15", "Australia/Lord_Howe", "2026-10-03T15:45:00Z"],
    ["2011-12-30", "10:00", "Pacific/Apia", "2011-12-30T20:00:00Z"],
    ["2026-11-24", "07:00", "Asia/Jakarta", "2026-11-24T00:00:00Z"],
    ["2026-11-24", "06:30", "Asia/Jakarta", "2026-11-23T23:30:00Z"],
  ])("%s %s in %s is %s", (date, time, timeZone, expected) => {
    expect(new Date(instantOf(date, time, timeZone)).toISOString()).toBe(new Date(expected).toISOString());
  });
});

test("days and minutes are counted on the calendar alone", () => {
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
  expect([minutesOf("00:00"), minutesOf("07:05"), minutesOf("23:59")]).toEqual([0, 425, 1439]);
});
