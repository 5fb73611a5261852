import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backupName, backupTime, expiredBackups } from "@/lib/platform/backup/rotation";

const DAY = 86_400_000;
const NOW = Date.parse("2026-11-24T09:00:00Z");
const daysAgo = (days: number) => backupName(new Date(NOW - days * DAY));

describe("the name of a backup", () => {
  test("says when it was taken, to the second, and is read back", () => {
    expect(backupName(new Date("2026-11-24T03:05:09.123Z"))).toBe("janji-20261124T030509Z.backup.age");
    expect(backupTime("janji-20261124T030509Z.backup.age")).toBe(Date.parse("2026-11-24T03:05:09Z"));
  });

  test.each([
    "notes.txt",
    "janji-20261324T030509Z.backup.age",
    "janji-20261124T030509Z.backup.age.partial",
    "",
  ])("%j is none", (name) => expect(backupTime(name)).toBeNull());
});

describe("backups age out", () => {
  test("every one of two days stays, then one a day, then one a week, none older than eight weeks", () => {
    const hourly = Array.from({ length: 70 * 24 }, (_, hour) => backupName(new Date(NOW - hour * 3_600_000)));
    const removed = new Set(expiredBackups(hourly, NOW));
    const kept = hourly.filter((name) => !removed.has(name)).map((name) => NOW - (backupTime(name) ?? 0));
    expect(kept.filter((age) => age <= 2 * DAY)).toHaveLength(49);
    expect(kept.filter((age) => age > 2 * DAY && age <= 14 * DAY).length).toBeLessThanOrEqual(13);
    expect(kept.filter((age) => age > 2 * DAY && age <= 14 * DAY).length).toBeGreaterThanOrEqual(12);
    expect(kept.filter((age) => age > 14 * DAY).length).toBeGreaterThanOrEqual(6);
    expect(kept.filter((age) => age > 14 * DAY).length).toBeLessThanOrEqual(7);
    expect(Math.max(...kept)).toBeLessThanOrEqual(56 * DAY);
  });

  test("a file that is no backup, and one from the future, is never removed", () => {
    const fresh = [daysAgo(0), daysAgo(1), daysAgo(-400)];
    expect(expiredBackups(["notes.txt", ...fresh, daysAgo(57)], NOW)).toEqual([daysAgo(57)]);
  });

  test("under a clock that ran ahead the newest three stay all the same", () => {
    const names = [1, 2, 3, 4].map(daysAgo);
    expect(expiredBackups([backupName(new Date(NOW + 400 * DAY)), ...names], NOW + 400 * DAY)).toEqual([
      daysAgo(3),
      daysAgo(4),
    ]);
  });

  test("the newest stays, and who follows the rule day by day ends with what one cleaning leaves", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 * 24 }), { maxLength: 60 }), (hours) => {
        const names = [...new Set(hours)].map((hour) => backupName(new Date(NOW - hour * 3_600_000)));
        const removed = new Set(expiredBackups(names, NOW));
        const kept = names.filter((name) => !removed.has(name));
        expect(expiredBackups(kept, NOW)).toEqual([]);
        const newest = names.sort().at(-1);
        if (newest && NOW - (backupTime(newest) ?? 0) <= 56 * DAY) expect(kept).toContain(newest);
      }),
    );
  });
});
