import "server-only";
import { appendAudit } from "@/lib/audit/append";
import { systemNow } from "@/lib/platform/clock";
import { reader, writeTransaction } from "@/lib/platform/database";
import { BusyError, StorageError } from "@/lib/platform/faults";
import type { ActionResult } from "@/lib/platform/types";
import type { PulseInput } from "./schema";
import type { By } from "./types";

/** How often a beat that tells nothing new is written down. */
const WRITE_EVERY_MS = 20_000;
/** A clock that wanders by less than this is the network's delay. */
const SKEW_NOISE_MS = 2_000;

/**
 * Notes that a kiosk is alive and what it told of itself: at once when something of it is new, else every 20 seconds. A
 * reload that staff asked for is done once the kiosk's page is newer than the asking. A database that cannot take the
 * note is no reason to turn a kiosk away.
 * @returns when a reload was asked for that is still to be done: epoch ms of the system's clock, else null.
 */
export async function noteHeartbeat(id: string, told: PulseInput): Promise<number | null> {
  const kiosk = await reader().kiosk.findUnique({ where: { id } });
  if (!kiosk) return null;
  const now = systemNow();
  const asked = kiosk.reloadAskedAt?.getTime() ?? null;
  const done = asked !== null && told.loadedAt >= asked;
  const skewMoved =
    told.skewMs !== null &&
    (kiosk.clockSkewMs === null || Math.abs(kiosk.clockSkewMs - told.skewMs) > SKEW_NOISE_MS);
  const news =
    done ||
    skewMoved ||
    kiosk.build !== told.build ||
    kiosk.screen !== told.screen ||
    kiosk.cameraState !== told.camera;
  const due = now.getTime() - (kiosk.lastSeenAt?.getTime() ?? 0) >= WRITE_EVERY_MS;
  if (news || due) {
    const data = {
      lastSeenAt: now,
      build: told.build,
      screen: told.screen,
      cameraState: told.camera,
      ...(told.skewMs === null ? {} : { clockSkewMs: told.skewMs }),
      ...(done ? { reloadAskedAt: null } : {}),
    };
    try {
      await writeTransaction((tx) => tx.kiosk.updateMany({ where: { id, revokedAt: null }, data }));
    } catch (fault) {
      if (!(fault instanceof BusyError || fault instanceof StorageError)) throw fault;
    }
  }
  return done ? null : asked;
}

/** Asks a kiosk to load itself anew; it does when nobody is before it. Refuses with NOT_FOUND. */
export async function askReload(id: string, by: By): Promise<ActionResult<null>> {
  return writeTransaction(async (tx) => {
    const asked = await tx.kiosk.updateMany({
      where: { id, revokedAt: null, credentialHash: { not: null } },
      data: { reloadAskedAt: systemNow() },
    });
    if (asked.count === 0) return { ok: false, code: "NOT_FOUND" };
    await appendAudit(tx, {
      actor: by.actor,
      action: "kiosk.reload-asked",
      subject: { kind: "kiosk", id },
      requestId: by.requestId,
    });
    return { ok: true, value: null };
  });
}
