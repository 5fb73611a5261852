import "server-only";
import { silentKiosks } from "@/lib/access/kiosk-list";
import type { DeviceAlert } from "@/lib/access/types";
import { acknowledgedSince } from "@/lib/audit/acknowledged";
import { storageLostAt } from "@/lib/platform/storage";

interface Found extends DeviceAlert {
  /** What an acknowledgement must be younger than, epoch ms of the system's clock; null: any counts. */
  readonly since: number | null;
}

async function kioskAlerts(): Promise<Found[]> {
  const kiosks = await silentKiosks();
  return kiosks.map(({ id, name, since }) => ({ kind: "KIOSK", id, name, state: "none", since }));
}

/**
 * What needs a hand in the hall and nobody has said yet that they see to it. An acknowledgement counts for this one
 * silence or state: a device that falls ill again is told again.
 */
export async function deviceAlerts(): Promise<DeviceAlert[]> {
  const storage: DeviceAlert[] =
    storageLostAt() === null ? [] : [{ kind: "STORAGE", id: "storage", name: "", state: "none" }];
  const found = await kioskAlerts();
  const seen = await acknowledgedSince(found.map(({ id }) => id));
  const open = found.filter(({ id, since }) => {
    const at = seen.get(id);
    return at === undefined || (since !== null && at < since);
  });
  const alerts = open.map(({ since: _since, ...alert }): DeviceAlert => alert);
  return [...storage, ...alerts];
}
