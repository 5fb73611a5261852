import "server-only";
import { officeState } from "@/lib/office/calendar";
import { readPolicy } from "@/lib/office/policies";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";
import { disturbedSince } from "@/lib/queue/outage-queries";
import type { KioskOffice, KioskStanding } from "./types";

/** What the kiosk's screens need to know of the office at this instant; nothing of it is personal. */
export async function kioskOffice(): Promise<{
  readonly office: KioskOffice;
  readonly serverNow: number;
  readonly standing: KioskStanding;
}> {
  const db = reader();
  const settings = await readSettings(db);
  const serverNow = now().getTime();
  const { serviceDate } = officeState(serverNow, settings);
  const { thresholdMs, legalBasis } = await readPolicy(db, serviceDate);
  const { name, subtitle, timeZone, zoneLabel, hours, paperWidth } = settings;
  const { directions, afterHours, plan = null } = settings.complaintRoom;
  const room = { name: settings.complaintRoom.name, directions, afterHours, plan };
  const demo = environment().mode === "demo";
  return {
    office: { name, subtitle, timeZone, zoneLabel, room, hours, paperWidth, thresholdMs, legalBasis, demo },
    serverNow,
    standing: await kioskStanding(),
  };
}

/** Whether the office serves at this instant, when it next opens, and since when it is disturbed. */
export async function kioskStanding(): Promise<KioskStanding> {
  const { open, opensAt } = officeState(now().getTime(), await readSettings(reader()));
  return { closed: open ? null : { opensAt }, disturbedSince: open ? await disturbedSince() : null };
}
