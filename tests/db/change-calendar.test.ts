import { expect, test } from "vitest";
import { changeCalendar, readCalendar } from "@/lib/office/change-calendar";
import { DEFAULT_SETTINGS } from "@/lib/office/default-settings";
import { nationalHolidays } from "@/lib/office/national-holidays";
import { readSettings } from "@/lib/office/settings";
import { reader } from "@/lib/platform/database";
import { disturbedSince } from "@/lib/queue/outage-queries";
import { kioskStanding } from "@/lib/vouchers/kiosk-office";
import { at, useTestDatabase } from "../support/test-database";

useTestDatabase();

const BY = { kind: "OFFICER", id: "supervisor-1" } as const;

test("a holiday closes the kiosks with the next opening, a special service day opens them, all else stays", async () => {
  const first = await readCalendar();
  const closed = { ...first, holidays: [{ date: "2026-11-24", name: "Contoh libur" }] };
  expect(await changeCalendar(closed, BY, "test")).toEqual({ ok: true, value: { version: 2 } });
  const opensAt = at("07:00", "2026-11-25").getTime();
  expect(await kioskStanding()).toMatchObject({ closed: { opensAt }, disturbedSince: null });

  const hours = { opens: "08:00", closes: "15:00" };
  const open = { ...closed, version: 2, hours, roomCloses: "14:30", specialServiceDays: ["2026-11-24"] };
  expect(await changeCalendar(open, BY, "test")).toMatchObject({ ok: true });
  expect(await kioskStanding()).toMatchObject({ closed: null, disturbedSince: await disturbedSince() });
  const { name, souvenirs, hours: stored, complaintRoom } = await readSettings(reader());
  expect({ name, souvenirs }).toEqual({ name: DEFAULT_SETTINGS.name, souvenirs: DEFAULT_SETTINGS.souvenirs });
  expect([stored, complaintRoom.closes]).toEqual([hours, "14:30"]);
});

test("a change on the ground of older settings is refused, and of two at once one stands", async () => {
  const first = await readCalendar();
  const answers = await Promise.all([
    changeCalendar({ ...first, workingDays: [1, 2, 3, 4] }, BY, "test"),
    changeCalendar({ ...first, workingDays: [1, 2, 3, 4, 5, 6] }, BY, "test"),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: "CHANGED_MEANWHILE" });
  expect(await changeCalendar(first, BY, "test")).toMatchObject({ code: "CHANGED_MEANWHILE" });
  expect((await readCalendar()).version).toBe(2);
});

test("the holidays on file are sound, each of its own year, and a guess is never called decreed", () => {
  const years = nationalHolidays();
  expect(years.map(({ year }) => year)).toEqual(expect.arrayContaining(["2026", "2027"]));
  for (const { year, holidays } of years) {
    expect(holidays.every(({ date }) => date.startsWith(year))).toBe(true);
    expect(new Set(holidays.map(({ date }) => date)).size).toBe(holidays.length);
  }
  const [decreed, next] = years;
  expect(decreed?.holidays).toHaveLength(17 + 8);
  expect(decreed?.holidays.every(({ status }) => status === "DECREED")).toBe(true);
  expect(next?.holidays.some(({ status }) => status === "DECREED")).toBe(false);
});
