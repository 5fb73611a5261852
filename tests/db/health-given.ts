import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { afterEach, beforeEach, expect, vi } from "vitest";
import { healthReport } from "@/lib/health/report";
import type { HealthCheck, HealthCheckKey } from "@/lib/health/types";
import { forgetEnvironment } from "@/lib/platform/environment";
import { catalogue, locales } from "@/lib/platform/messages";
import { noteStorage } from "@/lib/platform/storage";

export const HOUR = 3_600_000;

/** What a process remembers of its health. */
export const holder = globalThis as typeof globalThis & {
  __janjiHealth?: unknown;
  __janjiClockWatch?: unknown;
  __janjiMigrated?: unknown;
  __janjiEnding?: { begun: boolean };
};

/** A process that has looked at nothing yet, each test with a folder of its own and a clock that stands. */
export function useFreshHealth(): { readonly folder: () => string } {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "janji-health-"));
    process.env.JANJI_AUDIT_HEADS = path.join(folder, "heads.txt");
    forgetEnvironment();
    for (const name of ["__janjiHealth", "__janjiClockWatch", "__janjiMigrated"] as const)
      Reflect.deleteProperty(holder, name);
    vi.setSystemTime(Date.now());
  });
  afterEach(() => {
    vi.useRealTimers();
    noteStorage(true);
    delete holder.__janjiEnding;
    rmSync(folder, { recursive: true, force: true });
    for (const name of [
      "JANJI_AUDIT_HEADS",
      "JANJI_BACKUP_DIR",
      "JANJI_BACKUP_RECIPIENTS",
      "JANJI_PUBLIC_URL",
    ])
      Reflect.deleteProperty(process.env, name);
  });
  return { folder: () => folder };
}

/** Moves the system's clock. */
export const later = (ms: number) => vi.setSystemTime(Date.now() + ms);

/** What the report says of one check. Whatever it found, the head must be told it in words. */
export async function found(key: HealthCheckKey): Promise<HealthCheck> {
  const report = await healthReport();
  const check = report.checks.find((one) => one.key === key);
  if (!check) throw new Error(`${key} was not looked at`);
  for (const locale of locales())
    expect(catalogue(locale).health, `${locale} ${check.state}`).toHaveProperty([
      "checks",
      key,
      check.state,
      "said",
    ]);
  return check;
}

/** So that copies can be made, or cannot. */
export async function keepBackups(where: string): Promise<void> {
  process.env.JANJI_BACKUP_DIR = where;
  process.env.JANJI_BACKUP_RECIPIENTS = await identityToRecipient(await generateX25519Identity());
  forgetEnvironment();
}
