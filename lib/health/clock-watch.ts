import "server-only";
import { execFile } from "node:child_process";
import { listKiosks } from "@/lib/access/kiosk-list";
import { systemNow } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { databaseSkewMs } from "./machine";
import type { Finding } from "./types";

/** Below these a difference is the network's delay, or no matter for a promise counted in minutes. */
const SKEW_WARN_MS = 2_000;
const SKEW_BAD_MS = 30_000;
const KIOSK_WARN_MS = 60_000;
/** A clock that was set is told of for a day. */
const JUMP_TOLD_MS = 24 * 3_600_000;
const KIOSK_SEEN_MS = 5 * 60_000;
const SYNCED_EVERY_MS = 10 * 60_000;

interface Jump {
  readonly at: number;
  readonly by: number;
}

// Next may load this module more than once in a process; it has one clock.
const holder = globalThis as typeof globalThis & {
  __janjiClockWatch?: { offset: number; jump: Jump | null };
  __janjiSynced?: { readonly at: number; readonly value: Promise<boolean | null> };
};

/**
 * Whether somebody set this machine's clock: it is compared with the one that only goes forward. A machine that slept
 * looks the same, and is as much a matter for whoever looks after it.
 * @returns the last jump of a day, by how many milliseconds; null when there was none since the process began
 */
export function clockJump(
  wall: number = systemNow().getTime(),
  steady: number = performance.now(),
): Jump | null {
  const offset = wall - steady;
  const known = (holder.__janjiClockWatch ??= { offset, jump: null });
  const by = offset - known.offset;
  if (Math.abs(by) > SKEW_WARN_MS) known.jump = { at: wall, by: Math.round(by) };
  // Small differences are a time service at work; they are followed.
  known.offset = offset;
  if (known.jump && Math.abs(wall - known.jump.at) > JUMP_TOLD_MS) known.jump = null;
  return known.jump;
}

/** What systemd says of the machine's time service; null where there is none to ask. Asked every ten minutes. */
function synchronised(): Promise<boolean | null> {
  const now = performance.now();
  if (!holder.__janjiSynced || now - holder.__janjiSynced.at > SYNCED_EVERY_MS) {
    const value = new Promise<boolean | null>((resolve) => {
      const ask = ["show", "--property=NTPSynchronized", "--value"];
      execFile("timedatectl", ask, { timeout: 3_000 }, (fault, said) => {
        const word = fault ? "" : said.trim();
        resolve(word === "yes" ? true : word === "no" ? false : null);
      });
    });
    holder.__janjiSynced = { at: now, value };
  }
  return holder.__janjiSynced.value;
}

/** How far the newest row of the trail lies ahead of this machine's clock, in milliseconds: rows are never of the future. */
export async function behindRecordMs(): Promise<number> {
  const newest = await reader().auditEvent.findFirst({ orderBy: { seq: "desc" }, select: { at: true } });
  return newest ? newest.at.getTime() - systemNow().getTime() : 0;
}

/** Kiosks that were heard of lately and whose clock is off; decisions never ask it, but people compare what they read. */
async function kiosksOff() {
  const since = systemNow().getTime() - KIOSK_SEEN_MS;
  const kiosks = await listKiosks();
  return kiosks.filter(
    ({ lastSeenAt, clockSkewMs }) =>
      (lastSeenAt ?? 0) > since && clockSkewMs !== null && Math.abs(clockSkewMs) > KIOSK_WARN_MS,
  );
}

/** Whether the time is right, by all that is at hand; measured: the worst difference in milliseconds. */
export async function clockCheck(): Promise<Finding> {
  const jump = clockJump();
  const [behind, skew, synced, kiosks] = await Promise.all([
    behindRecordMs(),
    databaseSkewMs(),
    synchronised(),
    kiosksOff(),
  ]);
  const found = (level: Finding["level"], state: string, measured: number): Finding => ({
    level,
    state,
    measured,
    unit: "ms",
  });
  if (behind > SKEW_WARN_MS) return found("BAD", "BEHIND_RECORD", -behind);
  if (skew !== null && Math.abs(skew) > SKEW_WARN_MS)
    return found(Math.abs(skew) > SKEW_BAD_MS ? "BAD" : "WARN", "DATABASE_DIFFERS", skew);
  if (jump) return { ...found("WARN", "WAS_SET", jump.by), since: jump.at };
  if (synced === false) return found("WARN", "UNSYNCHRONISED", skew ?? 0);
  if (kiosks.length > 0) {
    const worst = kiosks.map(({ clockSkewMs }) => clockSkewMs ?? 0);
    worst.sort((one, other) => Math.abs(other) - Math.abs(one));
    return { ...found("WARN", "KIOSK_DIFFERS", worst[0] ?? 0), names: kiosks.map(({ name }) => name) };
  }
  return found("OK", synced === true ? "SYNCHRONISED" : "STEADY", skew ?? 0);
}
