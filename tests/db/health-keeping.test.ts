import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { verifyAndRecord } from "@/lib/audit/verifications";
import { takeBackup } from "@/lib/office/backups/take-backup";
import { forgetEnvironment } from "@/lib/platform/environment";
import { removePersonalData } from "@/lib/register/retention/remove-personal-data";
import { useTestDatabase } from "../support/test-database";
import { forge, write } from "./audit-given";
import { found, HOUR, keepBackups, later, useFreshHealth } from "./health-given";

const office = useTestDatabase();
const { folder } = useFreshHealth();

describe("the report tells the truth", () => {
  test("of a chain that somebody changed, of one that nobody verified, and when it was", async () => {
    await write(3);
    const at = Date.now();
    await verifyAndRecord({ kind: "SYSTEM" });
    expect(await found("AUDIT")).toMatchObject({ level: "OK", state: "SOUND", since: at, unit: "rows" });
    await forge(office.target(), (db) =>
      db.run("UPDATE audit_events SET data = '{\"copy\":9}' WHERE action = 'voucher.viewed' AND seq > 1"),
    );
    await verifyAndRecord({ kind: "SYSTEM" });
    expect(await found("AUDIT")).toMatchObject({ level: "BAD", state: "BROKEN" });
  });

  test("of a record that was not verified for two days", async () => {
    await verifyAndRecord({ kind: "SYSTEM" });
    later(49 * HOUR);
    expect(await found("AUDIT")).toMatchObject({ level: "WARN", state: "UNVERIFIED" });
  });

  test("of backups that a demo needs not, that nobody set up, and that could never be made", async () => {
    expect(await found("BACKUP")).toMatchObject({ level: "OK", state: "DEMO" });
    Object.assign(process.env, { JANJI_MODE: "real", JANJI_PUBLIC_URL: "https://janji.invalid" });
    forgetEnvironment();
    expect(await found("BACKUP")).toMatchObject({ level: "WARN", state: "NOT_SET_UP" });
    process.env.JANJI_MODE = "demo";
    writeFileSync(path.join(folder(), "no-folder"), "");
    await keepBackups(path.join(folder(), "no-folder"));
    await expect(takeBackup("NOW")).rejects.toThrow();
    expect(await found("BACKUP")).toMatchObject({ level: "WARN", state: "NEVER_MADE", measured: null });
    later(1_000);
  });

  test("of backups that are made, grow old, and fail", async () => {
    await keepBackups(path.join(folder(), "copies"));
    expect(await found("BACKUP")).toMatchObject({ level: "OK", state: "NEW", measured: null });
    await takeBackup("NOW");
    expect(await found("BACKUP")).toMatchObject({ level: "OK", state: "TAKEN", measured: 0, failedAt: null });
    later(37 * HOUR);
    expect(await found("BACKUP")).toMatchObject({ level: "WARN", state: "OLD", measured: 37 * HOUR });
    later(36 * HOUR);
    expect(await found("BACKUP")).toMatchObject({ level: "BAD", state: "OLD" });
    await takeBackup("NOW");
    later(1_000);
    // The stick was pulled out, and somebody put a file in its place.
    writeFileSync(path.join(folder(), "file"), "");
    await keepBackups(path.join(folder(), "file"));
    await expect(takeBackup("NOW")).rejects.toThrow();
    expect(await found("BACKUP")).toMatchObject({ level: "WARN", state: "FAILING", failedAt: Date.now() });
  });

  test("of a removal of personal data that is late, and that it was done", async () => {
    expect(await found("RETENTION")).toMatchObject({ level: "OK", state: "NEW" });
    later(49 * HOUR);
    expect(await found("RETENTION")).toMatchObject({ level: "WARN", state: "LATE" });
    later(48 * HOUR);
    expect(await found("RETENTION")).toMatchObject({ level: "BAD", state: "LATE" });
    await removePersonalData(true);
    expect(await found("RETENTION")).toMatchObject({ level: "OK", state: "DONE" });
  });
});
