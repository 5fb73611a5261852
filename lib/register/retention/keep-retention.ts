import "server-only";
import { localParts } from "@/lib/office/local-time";
import { readSettings } from "@/lib/office/settings";
import { now, systemNow } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { log } from "@/lib/platform/log";
import { removePersonalData } from "./remove-personal-data";

/**
 * Whether the office's date has none of the server's own removals yet, or one was left unfinished and nobody holds it.
 * A change of the setting waits for the next date: a night to notice that 9 was typed for 90.
 */
export async function retentionDue(): Promise<boolean> {
  const { timeZone } = await readSettings(reader());
  const { date } = localParts(now().getTime(), timeZone);
  const [todays, left] = await Promise.all([
    reader().retentionRun.findFirst({ where: { day: date, byHand: false }, select: { id: true } }),
    reader().retentionRun.findFirst({
      where: { held: { not: null }, OR: [{ leaseUntil: null }, { leaseUntil: { lte: systemNow() } }] },
      select: { id: true },
    }),
  ]);
  return !todays || left !== null;
}

// Next may load this module more than once in a process.
const holder = globalThis as typeof globalThis & { __janjiRetaining?: boolean };

/** Removes what has become too old, once a day. Call as often as you like; it never throws. */
export async function keepRetention(): Promise<void> {
  if (holder.__janjiRetaining) return;
  holder.__janjiRetaining = true;
  try {
    if (await retentionDue()) await removePersonalData(false);
  } catch (fault) {
    log.error(
      { kind: fault instanceof Error ? fault.name : typeof fault },
      "personal data that are too old could not be removed; trying again",
    );
  } finally {
    holder.__janjiRetaining = false;
  }
}
