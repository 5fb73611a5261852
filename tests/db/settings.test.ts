import { describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { DEFAULT_SETTINGS } from "@/lib/office/default-settings";
import { openOffice } from "@/lib/office/open-office";
import { readPolicy } from "@/lib/office/policies";
import { changeSettings, readSettings } from "@/lib/office/settings";
import { reader } from "@/lib/platform/database";
import { useTestDatabase } from "../support/test-database";

useTestDatabase();

const named = (name: string) => ({ ...DEFAULT_SETTINGS, name });
const change = (raw: unknown) => changeSettings(raw, { kind: "OFFICER", id: "account-1" }, "test");

describe("the office's settings", () => {
  test("every change is the next version, with who made it; the newest counts", async () => {
    expect([await change(named("Satu")), await change(named("Dua"))]).toEqual([2, 3]);
    expect(await readSettings(reader())).toMatchObject({ name: "Dua" });
    const rows = await reader().settingVersion.findMany({ orderBy: { version: "asc" } });
    expect(rows.map(({ version, createdById }) => [version, createdById])).toEqual([
      [1, null],
      [2, "account-1"],
      [3, "account-1"],
    ]);
    const trail = await reader().auditEvent.findMany({ where: { action: "settings.changed" } });
    expect(trail.map(({ subjectId }) => subjectId)).toEqual(["1", "2", "3"]);
  });

  test("of three changes at once none is lost", async () => {
    const versions = await Promise.all(["A", "B", "C"].map((name) => change(named(name))));
    expect([...versions].sort()).toEqual([2, 3, 4]);
    expect(await reader().settingVersion.count()).toBe(4);
  });

  test("what is wrong is named, and nothing is written", async () => {
    await expect(change({ ...DEFAULT_SETTINGS, timeZone: "Asia/Blitar" })).rejects.toThrow(ZodError);
    await expect(change({ ...DEFAULT_SETTINGS, workingDays: [] })).rejects.toThrow(/workingDays/);
    expect(await reader().settingVersion.count()).toBe(1);
  });
});

test("opening the office again, and by several at once, adds nothing", async () => {
  await Promise.all([openOffice(), openOffice(), openOffice()]);
  expect(await reader().settingVersion.count()).toBe(1);
  expect(await reader().policyVersion.count()).toBe(1);
  expect(await reader().auditEvent.count()).toBe(2);
});

test("no policy is in force before the decree", async () => {
  await expect(readPolicy(reader(), "2024-02-24")).rejects.toThrow("No policy is in force on 2024-02-24");
  expect(await readPolicy(reader(), "2024-02-25")).toMatchObject({ version: 1, thresholdMs: 7_200_000 });
});
