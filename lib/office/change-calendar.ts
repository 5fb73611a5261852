import "server-only";
import type { Actor } from "@/lib/audit/types";
import { reader } from "@/lib/platform/database";
import type { ActionResult } from "@/lib/platform/types";
import { officeSettingsSchema } from "./schema";
import { readSettings } from "./settings";
import type { OfficeCalendar } from "./types";
import { writeSettings } from "./write-settings";

/** The calendar in force, with the version that a change must name as its ground. */
export async function readCalendar(): Promise<OfficeCalendar> {
  const db = reader();
  const [settings, newest] = await Promise.all([
    readSettings(db),
    db.settingVersion.findFirstOrThrow({ orderBy: { version: "desc" }, select: { version: true } }),
  ]);
  const { workingDays, hours, complaintRoom, holidays, specialServiceDays } = settings;
  return {
    version: newest.version,
    workingDays,
    hours,
    roomCloses: complaintRoom.closes,
    holidays,
    specialServiceDays,
  };
}

/**
 * Makes a new version of the settings with another calendar; kiosks follow within seconds. What else the settings say
 * stays. Refusals: CHANGED_MEANWHILE when the settings are no longer those that were shown.
 */
export async function changeCalendar(
  input: OfficeCalendar,
  actor: Actor,
  requestId: string,
): Promise<ActionResult<{ version: number }>> {
  const newest = await reader().settingVersion.findFirstOrThrow({ orderBy: { version: "desc" } });
  if (newest.version !== input.version) return { ok: false, code: "CHANGED_MEANWHILE" };
  const { workingDays, hours, roomCloses, holidays, specialServiceDays } = input;
  const before = officeSettingsSchema.parse(JSON.parse(newest.data));
  const byDate = <T>(items: readonly T[], date: (item: T) => string) =>
    [...new Map(items.map((item) => [date(item), item])).values()].sort((one, other) =>
      date(one).localeCompare(date(other)),
    );
  const after = officeSettingsSchema.parse({
    ...before,
    workingDays: [...new Set(workingDays)].sort(),
    hours,
    complaintRoom: { ...before.complaintRoom, closes: roomCloses },
    holidays: byDate(holidays, ({ date }) => date),
    specialServiceDays: byDate(specialServiceDays, (date) => date),
  });
  return writeSettings(newest.version, after, { actor, requestId }, { part: "calendar" });
}
