import "server-only";
import { systemNow } from "@/lib/platform/clock";
import { faultFacts } from "@/lib/platform/fault-facts";
import { log } from "@/lib/platform/log";
import { outsideRequests } from "@/lib/platform/request";
import { clockCheck } from "./clock-watch";
import { feedCheck, kiosksCheck, printersCheck } from "./hall-checks";
import { auditCheck, backupCheck, retentionCheck } from "./keeping-checks";
import { databaseCheck, diskCheck } from "./machine";
import {
  HEALTH_CHECKS,
  type Finding,
  type HealthCheck,
  type HealthCheckKey,
  type HealthLevel,
  type HealthReport,
} from "./types";

const LOOKS: Readonly<Record<HealthCheckKey, () => Promise<Finding>>> = {
  DATABASE: databaseCheck,
  DISK: () => diskCheck(),
  FEED: feedCheck,
  PRINTERS: printersCheck,
  KIOSKS: kiosksCheck,
  CLOCK: clockCheck,
  AUDIT: auditCheck,
  BACKUP: backupCheck,
  RETENTION: retentionCheck,
};

/** What could not be asked is never told as well: without the database most cannot. */
const UNKNOWN: Finding = { level: "WARN", state: "UNKNOWN", measured: null, unit: null };

interface Known {
  readonly level: HealthLevel;
  readonly state: string;
  readonly since: number;
}

// Next may load this module more than once in a process; what it remembers must be one.
const holder = globalThis as typeof globalThis & { __janjiHealth?: Map<HealthCheckKey, Known> };

/** Notes what a look came to, says it in the log when it changed, and tells since when it is so. */
function remember(key: HealthCheckKey, { level, state }: Finding, at: number): number {
  const memory = (holder.__janjiHealth ??= new Map<HealthCheckKey, Known>());
  const known = memory.get(key);
  if (known?.level === level && known.state === state) return known.since;
  memory.set(key, { level, state, since: at });
  if (known && known.level !== level)
    log[level === "OK" ? "info" : "warn"]({ check: key, level, state, was: known.level }, "health changed");
  return at;
}

async function lookAt(key: HealthCheckKey, at: number): Promise<HealthCheck> {
  const finding = await LOOKS[key]().catch(() => UNKNOWN);
  const remembered = remember(key, finding, at);
  return { ...finding, key, since: finding.since ?? remembered };
}

const worse: readonly HealthLevel[] = ["OK", "WARN", "BAD"];

/**
 * Looks at everything that the office rests on. Each check is asked by itself: one that cannot be asked is told as
 * unknown and takes no other with it. It never throws.
 */
export async function healthReport(): Promise<HealthReport> {
  const at = systemNow().getTime();
  const checks = await Promise.all(HEALTH_CHECKS.map((key) => lookAt(key, at)));
  const level = worse[Math.max(...checks.map((check) => worse.indexOf(check.level)))] ?? "BAD";
  return { at, level, checks };
}

const LOOK_MS = 60_000;

/** Looks every minute, so that a change is in the log soon after it and "since" is true to a minute. */
export function watchHealth(): void {
  const look = () =>
    void healthReport().catch((fault: unknown) => log.warn(faultFacts(fault), "health could not be asked"));
  outsideRequests(() => setInterval(look, LOOK_MS).unref());
  look();
}
