import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isServiceDay, nextServiceDay, officeState, roomIsOpen } from "@/lib/office/calendar";
import { DEFAULT_SETTINGS } from "@/lib/office/default-settings";
import { addDays } from "@/lib/office/local-time";
import { officeSettingsSchema, type OfficeSettings } from "@/lib/office/schema";

const settings = (changes: Partial<OfficeSettings> = {}): OfficeSettings => ({
  ...DEFAULT_SETTINGS,
  ...changes,
});
const at = (text: string) => Date.parse(text);
const TUESDAY = "2026-11-24";

test("the first settings are sound", () => {
  expect(officeSettingsSchema.parse(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
});

describe("a service day", () => {
  test("is Monday to Friday", () => {
    const week = Array.from({ length: 7 }, (_, day) => addDays("2026-11-23", day));
    expect(week.map((date) => isServiceDay(date, settings()))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  test("on Sunday too where the office says so", () => {
    expect(isServiceDay("2026-11-29", settings({ workingDays: [7] }))).toBe(true);
    expect(isServiceDay("2026-11-30", settings({ workingDays: [7] }))).toBe(false);
  });

  test("is no holiday, unless the head declares it a special service day", () => {
    const holidays = [{ date: TUESDAY, name: "Contoh" }];
    expect(isServiceDay(TUESDAY, settings({ holidays }))).toBe(false);
    expect(isServiceDay(TUESDAY, settings({ holidays, specialServiceDays: [TUESDAY] }))).toBe(true);
    expect(isServiceDay("2026-11-28", settings({ specialServiceDays: ["2026-11-28"] }))).toBe(true);
  });
});

describe("the next service day", () => {
  test("is the day itself, or the first after weekends and holidays", () => {
    expect(nextServiceDay(TUESDAY, settings())).toBe(TUESDAY);
    expect(nextServiceDay("2026-11-28", settings())).toBe("2026-11-30");
    const holidays = ["2026-11-30", "2026-12-01"].map((date) => ({ date, name: "Contoh" }));
    expect(nextServiceDay("2026-11-28", settings({ holidays }))).toBe("2026-12-02");
    expect(nextServiceDay("2026-12-25", settings())).toBe("2026-12-28");
  });

  test("is none where every day of a year is a holiday", () => {
    const holidays = Array.from({ length: 367 }, (_, day) => ({
      date: addDays(TUESDAY, day),
      name: "Contoh",
    }));
    expect(nextServiceDay(TUESDAY, settings({ holidays }))).toBeNull();
    expect(nextServiceDay(TUESDAY, settings({ holidays: holidays.slice(0, 366) }))).toBe(
      addDays(TUESDAY, 366),
    );
  });

  test("is always a service day with none skipped before it", () => {
    const dates = fc.integer({ min: 0, max: 60 }).map((day) => addDays(TUESDAY, day));
    const calendars = fc.record({
      workingDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      holidays: fc.array(
        dates.map((date) => ({ date, name: "Contoh" })),
        { maxLength: 40 },
      ),
      specialServiceDays: fc.array(dates, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(dates, calendars, (from, calendar) => {
        const next = nextServiceDay(from, calendar);
        expect(next).not.toBeNull();
        for (let date = from; date < (next ?? ""); date = addDays(date, 1))
          expect(isServiceDay(date, calendar)).toBe(false);
        expect(isServiceDay(next ?? "", calendar)).toBe(true);
      }),
    );
  });
});

describe("the state of the office", () => {
  test("follows the local day: Friday 23.59 is open, Saturday 00.00 is closed until Monday 07.00", () => {
    expect(officeState(at("2026-11-27T23:59:59.999+07:00"), settings())).toEqual({
      serviceDate: "2026-11-27",
      open: true,
      opensAt: null,
    });
    expect(officeState(at("2026-11-28T00:00:00+07:00"), settings())).toEqual({
      serviceDate: "2026-11-28",
      open: false,
      opensAt: at("2026-11-30T07:00:00+07:00"),
    });
  });

  test("Monday 06.30 WIB is Monday, though Sunday in UTC", () => {
    expect(officeState(at("2026-11-29T23:30:00Z"), settings())).toMatchObject({
      serviceDate: "2026-11-30",
      open: true,
    });
  });

  test("opens at the office's own hour in its own zone", () => {
    const east = settings({ timeZone: "Asia/Jayapura", hours: { opens: "08:30", closes: "15:00" } });
    expect(officeState(at("2026-11-28T12:00:00+09:00"), east).opensAt).toBe(at("2026-11-30T08:30:00+09:00"));
  });
});

test("the complaint room receives from opening until the minute it closes", () => {
  const open = (time: string, changes: Partial<OfficeSettings> = {}) =>
    roomIsOpen(at(`${TUESDAY}T${time}+07:00`), settings(changes));
  expect([open("06:59:59.999"), open("07:00:00"), open("15:59:59.999"), open("16:00:00")]).toEqual([
    ...[false, true, true, false],
  ]);
  const early = { complaintRoom: { ...DEFAULT_SETTINGS.complaintRoom, closes: "12:00" } };
  expect([open("11:59:59", early), open("12:00:00", early)]).toEqual([true, false]);
});
