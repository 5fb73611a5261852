import "server-only";
import { officeState } from "@/lib/office/calendar";
import { readPolicy } from "@/lib/office/policies";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";
import type { KioskOffice } from "./types";

/** What the kiosk's screens need to know of the office at this instant; nothing of it is personal. */
export async function kioskOffice(): Promise<{
  readonly office: KioskOffice;
  readonly serverNow: number;
  readonly closed: { readonly opensAt: number | null } | null;
}> {
  const db = reader();
  const settings = await readSettings(db);
  const serverNow = now().getTime();
  const { serviceDate, open, opensAt } = officeState(serverNow, settings);
  const { thresholdMs, legalBasis } = await readPolicy(db, serviceDate);
  const { name, subtitle, timeZone, zoneLabel, hours, paperWidth } = settings;
  const { directions, afterHours } = settings.complaintRoom;
  const room = { name: settings.complaintRoom.name, directions, afterHours };
  const demo = environment().mode === "demo";
  return {
    office: { name, subtitle, timeZone, zoneLabel, room, hours, paperWidth, thresholdMs, legalBasis, demo },
    serverNow,
    closed: open ? null : { opensAt },
  };
}
