import "server-only";
import { systemNow } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";
import type { KioskRow, SilentKiosk } from "./types";

/** Kiosks beat every ten seconds; one that is not heard of for this long is off, stuck or without a network. */
export const SILENT_AFTER_MS = 60_000;
/** In the demo every browser that looked at the kiosk was one: those that left are no alarm for long. */
const DEMO_ALARM_MS = 10 * 60_000;

/** The kiosks that are enrolled or invited, the oldest first. */
export async function listKiosks(): Promise<KioskRow[]> {
  const now = systemNow();
  const kiosks = await reader().kiosk.findMany({
    where: { revokedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return kiosks.map((kiosk) => {
    const enrolled = kiosk.credentialHash !== null;
    const invited = kiosk.enrolExpiresAt !== null && kiosk.enrolExpiresAt > now;
    const lastSeenAt = kiosk.lastSeenAt?.getTime() ?? null;
    return {
      id: kiosk.id,
      name: kiosk.name,
      state: enrolled ? "ENROLLED" : invited ? "INVITED" : "EXPIRED",
      lastSeenAt,
      createdAt: kiosk.createdAt.getTime(),
      silent: enrolled && lastSeenAt !== null && now.getTime() - lastSeenAt > SILENT_AFTER_MS,
      replacing: enrolled && invited,
      printerId: kiosk.printerId,
      build: kiosk.build,
      screen: kiosk.screen,
      camera: kiosk.cameraState,
      clockSkewMs: kiosk.clockSkewMs,
      reloadAskedAt: kiosk.reloadAskedAt?.getTime() ?? null,
    };
  });
}

/** Enrolled kiosks that were there once and are not heard of for over a minute, the longest silent first. */
export async function silentKiosks(): Promise<SilentKiosk[]> {
  const now = systemNow().getTime();
  const demo = environment().mode === "demo";
  const kiosks = await reader().kiosk.findMany({
    where: {
      revokedAt: null,
      credentialHash: { not: null },
      lastSeenAt: {
        lt: new Date(now - SILENT_AFTER_MS),
        ...(demo ? { gt: new Date(now - DEMO_ALARM_MS) } : {}),
      },
    },
    orderBy: { lastSeenAt: "asc" },
  });
  return kiosks.map(({ id, name, lastSeenAt }) => ({ id, name, since: lastSeenAt?.getTime() ?? 0 }));
}
