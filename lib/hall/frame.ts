import "server-only";
import { openCalls } from "@/lib/access/officer-calls";
import type { SignedInAccount } from "@/lib/access/types";
import { readSettings } from "@/lib/office/settings";
import { reader } from "@/lib/platform/database";
import { deviceAlerts } from "@/lib/printing/device-alerts";
import { openAlertCount } from "@/lib/queue/alerts";
import { openVoucherCount } from "@/lib/vouchers/queries";
import { oncePerChange } from "./once-per-change";

/** Calls grow old and the date turns without anybody writing it. */
const OLDEST_MS = 5_000;
/** Devices fall silent and printers run dry without a word in the trail; this only gathers tablets woken together. */
const OLDEST_DEVICES_MS = 300;

async function readFrame(account: SignedInAccount) {
  const [settings, calls, openCount, alertCount] = await Promise.all([
    readSettings(reader()),
    openCalls(),
    openVoucherCount({ account }),
    openAlertCount({ account }),
  ]);
  return { settings, calls, openCount, alertCount };
}

/** Whoever asks last vouches for the read: none of it differs between accounts. */
const asking: { account: SignedInAccount | null } = { account: null };
const shared = oncePerChange(() => {
  if (!asking.account) throw new Error("The frame is read for nobody");
  return readFrame(asking.account);
}, OLDEST_MS);
const devices = oncePerChange(deviceAlerts, OLDEST_DEVICES_MS);

/** What stands around every signed-in page, the same for everybody: read once a change, however many tablets ask. */
export async function staffFrame({ account }: { readonly account: SignedInAccount }) {
  asking.account = account;
  const [frame, alerts] = await Promise.all([shared(), devices()]);
  return { ...frame, alerts };
}
