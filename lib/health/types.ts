export type HealthLevel = "OK" | "WARN" | "BAD";

/** What is looked at, in the order in which it is told: what keeps people from being served comes first. */
export const HEALTH_CHECKS = [
  "DATABASE",
  "DISK",
  "FEED",
  "PRINTERS",
  "KIOSKS",
  "CLOCK",
  "AUDIT",
  "BACKUP",
  "RETENTION",
] as const;
export type HealthCheckKey = (typeof HEALTH_CHECKS)[number];

/** What one look came to. */
export interface Finding {
  readonly level: HealthLevel;
  /** What was found, as a stable code; its words are in the catalogue `health`. */
  readonly state: string;
  readonly measured: number | null;
  readonly unit: "ms" | "bytes" | "devices" | "rows" | null;
  /** Epoch ms of the system's clock, where the thing itself knows since when; else the look's own memory tells. */
  readonly since?: number | null;
  /** Names of the devices that are concerned. */
  readonly names?: readonly string[];
  /** When it last went wrong, epoch ms of the system's clock, where it has a history. */
  readonly failedAt?: number | null;
}

export interface HealthCheck extends Finding {
  readonly key: HealthCheckKey;
  /** Since when it is so, epoch ms of the system's clock. */
  readonly since: number | null;
}

export interface HealthReport {
  /** Epoch ms of the system's clock. */
  readonly at: number;
  /** The worst of the checks. */
  readonly level: HealthLevel;
  readonly checks: readonly HealthCheck[];
}
