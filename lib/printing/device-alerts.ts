import "server-only";
import { silentKiosks } from "@/lib/access/kiosk-list";
import { can } from "@/lib/access/rights";
import type { DeviceAlert, SignedInAccount } from "@/lib/access/types";
import { acknowledgedSince } from "@/lib/audit/acknowledged";
import { now } from "@/lib/platform/clock";
import { storageLostAt } from "@/lib/platform/storage";
import { printersInNeed, printTroubles } from "./queries";

interface Found extends DeviceAlert {
  /** What an acknowledgement must be younger than, epoch ms of the system's clock; null when every one counts. */
  readonly since: number | null;
}

/** A kiosk asks "did the slip come out?" for about as long before it forgets. */
const ASKED_FOR_MS = 60_000;

async function kioskAlerts(): Promise<Found[]> {
  const kiosks = await silentKiosks();
  return kiosks.map(({ id, name, since }) => ({ kind: "KIOSK", id, name, state: "none", since }));
}

async function printerAlerts(): Promise<Found[]> {
  const printers = await printersInNeed();
  return printers.map(({ id, name, state, stateAt }) => ({
    kind: "PRINTER",
    id,
    name,
    state,
    since: stateAt,
  }));
}

/** A slip that a person is still being asked about is no alert yet; one that did not come out is one at once. */
async function slipAlerts(): Promise<Found[]> {
  const asked = now().getTime() - ASKED_FOR_MS;
  const troubles = await printTroubles();
  return troubles
    .filter(({ state, at }) => state === "FAILED" || at < asked)
    .map(({ printJobId, voucherId, number, state }) => ({
      kind: "SLIP",
      id: printJobId,
      name: number,
      state,
      voucherId,
      since: null,
    }));
}

/**
 * What needs a hand in the hall and nobody has said yet that they see to it. An acknowledgement counts for this one
 * silence or state: a device that falls ill again is told again. Slips come first, a person waits for them; then
 * printers, then kiosks that fell silent, of which a screen may name only the first few.
 */
export async function deviceAlerts(): Promise<DeviceAlert[]> {
  const storage: DeviceAlert[] =
    storageLostAt() === null ? [] : [{ kind: "STORAGE", id: "storage", name: "", state: "none" }];
  const found = (await Promise.all([slipAlerts(), printerAlerts(), kioskAlerts()])).flat();
  const seen = await acknowledgedSince(found.map(({ id }) => id));
  const open = found.filter(({ id, since }) => {
    const at = seen.get(id);
    return at === undefined || (since !== null && at < since);
  });
  const alerts = open.map(({ since: _since, ...alert }): DeviceAlert => alert);
  return [...storage, ...alerts];
}

/** Those of the alerts that an account may know: a slip belongs to a person's voucher, a device to nobody. */
export function alertsOf(account: SignedInAccount, alerts: readonly DeviceAlert[]): readonly DeviceAlert[] {
  return can(account.role, "records.see") ? alerts : alerts.filter(({ kind }) => kind !== "SLIP");
}

/** What needs a hand in the hall, as far as an account may know. */
export async function alertsFor(account: SignedInAccount): Promise<readonly DeviceAlert[]> {
  return alertsOf(account, await deviceAlerts());
}
