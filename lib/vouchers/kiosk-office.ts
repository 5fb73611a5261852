import "server-only";
import { createHash } from "node:crypto";
import { officeState } from "@/lib/office/calendar";
import { readPolicy } from "@/lib/office/policies";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";
import { disturbedSince } from "@/lib/queue/outage-queries";
import type { KioskOffice, KioskStanding } from "./types";

/** What the kiosk's screens need to know of the office at an instant; nothing of it is personal. */
async function readOffice(at: number): Promise<KioskOffice> {
  const db = reader();
  const settings = await readSettings(db);
  const policy = await readPolicy(db, officeState(at, settings).serviceDate);
  const { name, subtitle, timeZone, zoneLabel, hours, paperWidth, complaintRoom } = settings;
  const { directions, afterHours, plan = null } = complaintRoom;
  const { mode, publicUrl } = environment();
  return {
    name,
    subtitle,
    timeZone,
    zoneLabel,
    room: { name: complaintRoom.name, directions, afterHours, plan },
    hours,
    paperWidth,
    thresholdMs: policy.thresholdMs,
    legalBasis: policy.legalBasis,
    conditions: {
      types: policy.qualifyingTypes,
      channels: policy.qualifyingChannels,
      excludedReasons: policy.excludedReasons,
    },
    noticeAddress: `${new URL(publicUrl).host}/privasi`,
    demo: mode === "demo",
  };
}

/** A short mark of what a kiosk's page was made with: another one says that the page is out of date. */
const markOf = (office: KioskOffice) =>
  createHash("sha256").update(JSON.stringify(office)).digest("base64url").slice(0, 12);

/** The office as a kiosk's page is made with it, and how it stands. */
export async function kioskOffice(): Promise<{
  readonly office: KioskOffice;
  readonly serverNow: number;
  readonly standing: KioskStanding;
}> {
  const serverNow = now().getTime();
  const office = await readOffice(serverNow);
  return { office, serverNow, standing: await standingOf(office, serverNow) };
}

/** Whether the office serves at this instant, when it next opens, since when it is disturbed, and its page's mark. */
export async function kioskStanding(): Promise<KioskStanding> {
  const at = now().getTime();
  return standingOf(await readOffice(at), at);
}

async function standingOf(office: KioskOffice, at: number): Promise<KioskStanding> {
  const { open, opensAt } = officeState(at, await readSettings(reader()));
  return {
    closed: open ? null : { opensAt },
    disturbedSince: open ? await disturbedSince() : null,
    officeMark: markOf(office),
  };
}
