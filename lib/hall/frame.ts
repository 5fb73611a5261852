import "server-only";
import { openCalls } from "@/lib/access/officer-calls";
import { can } from "@/lib/access/rights";
import type { SignedInAccount } from "@/lib/access/types";
import { readSettings } from "@/lib/office/settings";
import { reader } from "@/lib/platform/database";
import { alertsOf, deviceAlerts } from "@/lib/printing/device-alerts";
import { openAlertCount } from "@/lib/queue/alerts";
import { openVoucherCount } from "@/lib/vouchers/queries";
import { souvenirsRunningLow } from "@/lib/vouchers/souvenirs/queries";
import { oncePerChange } from "./once-per-change";

/** Calls grow old and the date turns without anybody writing it. */
const OLDEST_MS = 5_000;
/** Devices fall silent and printers run dry without a word in the trail; this only gathers tablets woken together. */
const OLDEST_DEVICES_MS = 300;

async function readFrame() {
  const [settings, calls, openCount, alertCount, souvenirs] = await Promise.all([
    readSettings(reader()),
    openCalls(),
    openVoucherCount(),
    openAlertCount(),
    souvenirsRunningLow(),
  ]);
  return { settings, calls, openCount, alertCount, souvenirs };
}

const shared = oncePerChange(readFrame, OLDEST_MS);
const devices = oncePerChange(deviceAlerts, OLDEST_DEVICES_MS);

/**
 * What stands around every signed-in page: read once a change, however many tablets ask. Who does not work with people's
 * records learns nothing of them here either: no call, no count, no slip.
 */
export async function staffFrame({ account }: { readonly account: SignedInAccount }) {
  const [frame, alerts] = await Promise.all([shared(), devices()]);
  const theirs = { ...frame, alerts: alertsOf(account, alerts) };
  return can(account.role, "records.see") ? theirs : { ...theirs, calls: [], openCount: 0, alertCount: 0 };
}
