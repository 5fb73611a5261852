import "server-only";
import { addDays, instantOf, localParts, minutesOf } from "./local-time";
import type { OfficeSettings } from "./schema";

type CalendarSettings = Pick<OfficeSettings, "workingDays" | "holidays" | "specialServiceDays">;

/** Whether the office serves on a local date: working days, less holidays, plus special service days. */
export function isServiceDay(date: string, settings: CalendarSettings): boolean {
  if (settings.specialServiceDays.includes(date)) return true;
  if (settings.holidays.some((holiday) => holiday.date === date)) return false;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  return settings.workingDays.includes(weekday);
}

/** The first service day on or after a local date; null when none lies within a year. */
export function nextServiceDay(from: string, settings: CalendarSettings): string | null {
  for (let day = 0; day <= 366; day += 1) {
    const date = addDays(from, day);
    if (isServiceDay(date, settings)) return date;
  }
  return null;
}

/** What the calendar says of an instant (epoch ms): whether the kiosk serves, and when it next opens. */
export function officeState(
  instant: number,
  settings: OfficeSettings,
): { readonly serviceDate: string; readonly open: boolean; readonly opensAt: number | null } {
  const { date } = localParts(instant, settings.timeZone);
  if (isServiceDay(date, settings)) return { serviceDate: date, open: true, opensAt: null };
  const next = nextServiceDay(addDays(date, 1), settings);
  const opensAt = next === null ? null : instantOf(next, settings.hours.opens, settings.timeZone);
  return { serviceDate: date, open: false, opensAt };
}

/** Whether the complaint room still receives people at an instant of a service day (F.2.d). */
export function roomIsOpen(instant: number, settings: OfficeSettings): boolean {
  const { minutes } = localParts(instant, settings.timeZone);
  return minutes >= minutesOf(settings.hours.opens) && minutes < minutesOf(settings.complaintRoom.closes);
}
