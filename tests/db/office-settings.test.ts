import { describe, expect, test } from "vitest";
import { DEMO_SETTINGS } from "@/lib/office/default-settings";
import { newestSettings } from "@/lib/office/setting-versions";
import { settingsDraftSchema, type SettingsDraft } from "@/lib/office/settings-draft-schema";
import { changeSettings, readSettings } from "@/lib/office/settings";
import { reader } from "@/lib/platform/database";
import { ingestTickets } from "@/lib/queue/ingest";
import { settingVersionsPage } from "@/lib/vouchers/office-settings/queries";
import { saveSettings, takeSettingsAgain } from "@/lib/vouchers/office-settings/save-settings";
import { settingsPage } from "@/lib/vouchers/office-settings/settings-page";
import { scan } from "../support/kiosk";
import { officeTime, useTestDatabase } from "../support/test-database";
import { ticket, wib } from "../support/tickets";

useTestDatabase();

const BY = { actor: { kind: "OFFICER", id: "head-1" }, requestId: "test" } as const;
const DRAFT: SettingsDraft = settingsDraftSchema.strip().parse(DEMO_SETTINGS);

const save = (changes: Partial<Record<keyof SettingsDraft, unknown>>, version = 1, accepted = false) =>
  saveSettings({ version, draft: { ...DRAFT, ...changes }, accepted }, BY);
const given = (changes: Parameters<typeof ticket>[1]) =>
  ingestTickets([ticket(1, changes)], { kind: "DEMO" });

describe("settings that are saved", () => {
  test("are the next version with their fields in the trail, and no value in it; all else stays", async () => {
    const room = { ...DRAFT.complaintRoom, name: "Ruang Layanan", closes: "15:30" };
    expect(await save({ name: "Kantor Contoh", complaintRoom: room })).toEqual({
      ok: true,
      value: { version: 2 },
    });
    expect(await readSettings(reader())).toEqual({
      ...DEMO_SETTINGS,
      name: "Kantor Contoh",
      complaintRoom: { ...DEMO_SETTINGS.complaintRoom, name: "Ruang Layanan", closes: "15:30" },
    });
    const row = await reader().auditEvent.findFirstOrThrow({ orderBy: { seq: "desc" } });
    expect([row.action, row.actorId, row.subjectId]).toEqual(["settings.changed", "head-1", "2"]);
    expect(JSON.parse(row.data)).toEqual({
      part: "settings",
      fields: "name complaintRoom.name complaintRoom.closes",
    });
  });

  test("of two at once one stands, and the other learns that it was overtaken", async () => {
    const answers = await Promise.all([save({ name: "Satu" }), save({ name: "Dua" })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: "CHANGED_MEANWHILE" });
    expect(await save({ name: "Tiga" })).toMatchObject({ code: "CHANGED_MEANWHILE" });
    expect(await reader().settingVersion.count()).toBe(2);
    expect(await save({}, 2)).toMatchObject({ ok: true });
    expect(await save({}, 3)).toMatchObject({ code: "NOTHING_CHANGED" });
  });

  test("name every field at fault with a code, and write nothing", async () => {
    const letterhead = { ...DRAFT.letterhead, address: " ", contact: "x".repeat(161) };
    const wrong = {
      name: "",
      voucherPrefix: "k1",
      bookingPatterns: ["^(\\d{16})$", "\\d+"],
      hall: { alertBefore: [5, 15], feedSilentMinutes: null },
      letterhead,
      retention: { days: 3 },
    };
    expect(await save(wrong)).toEqual({
      ok: false,
      code: "BAD_FIELDS",
      details: {
        name: "EMPTY",
        voucherPrefix: "FORMAT",
        "hall.alertBefore": "NOT_DESCENDING",
        "hall.feedSilentMinutes": "NOT_NUMBER",
        "letterhead.address": "EMPTY",
        "letterhead.contact": "TOO_LONG 160",
        "retention.days": "TOO_SMALL 7",
      },
    });
    const logo = `data:image/png;base64,${Buffer.from("<svg onload=alert(1)>").toString("base64")}`;
    expect(
      await save({
        bookingPatterns: ["^(\\d{16})$", "\\d+"],
        letterhead: { ...DRAFT.letterhead, logo },
        complaintRoom: { ...DRAFT.complaintRoom, closes: "06:30" },
        counters: ["Loket 1", "Loket 1"],
      }),
    ).toMatchObject({
      details: {
        "bookingPatterns.1": "NO_CAPTURE",
        "letterhead.logo": "LOGO_KIND",
        "complaintRoom.closes": "CLOSES_BEFORE_OPENS",
        counters: "SAME_TWICE",
      },
    });
    expect(await reader().settingVersion.count()).toBe(1);
  });

  test("take no prefix of the regular queue", async () => {
    await given({ queueNumber: "B-001" });
    expect(await save({ voucherPrefix: "B" })).toMatchObject({ details: { voucherPrefix: "PREFIX_TAKEN" } });
    // Only the same letters are the same prefix.
    expect(await save({ voucherPrefix: "BK" })).toMatchObject({ ok: true });
  });

  test("keep the prefix of a day that has begun, and use the new one from the next service date", async () => {
    const tomorrow = { serviceDate: "2026-11-25", biometricTicketAt: wib("08:00", "2026-11-25") };
    const today = { biometricTicketAt: wib("08:00") };
    await ingestTickets([ticket(1, today), ticket(2, today), ticket(3, tomorrow)], { kind: "DEMO" });
    expect(await scan(1)).toMatchObject({ slip: { number: "K-001" } });
    expect(await save({ voucherPrefix: "ZA" })).toMatchObject({ ok: true });
    expect((await settingsPage()).prefixToday).toBe("K");
    expect(await scan(2)).toMatchObject({ slip: { number: "K-002" } });
    officeTime("10:30", "2026-11-25");
    expect(await scan(3)).toMatchObject({ slip: { number: "ZA-001" } });
  });

  test("leave the time zone alone on a day that has numbers", async () => {
    const zone = { timeZone: "Asia/Jayapura", zoneLabel: "WIT" };
    await given({});
    expect(await save(zone)).toMatchObject({ details: { timeZone: "TIME_ZONE_TODAY" } });
    officeTime("05:30", "2026-11-25");
    expect(await save(zone)).toMatchObject({ ok: true });
  });

  test("ask before fewer days remove what is kept, with how much that is", async () => {
    await given({ serviceDate: "2026-10-01", biometricTicketAt: wib("08:00", "2026-10-01") });
    const fewer = { retention: { days: 30 } };
    expect(await save(fewer)).toEqual({ ok: false, code: "RETENTION", details: { count: 1, days: 30 } });
    expect(await reader().settingVersion.count()).toBe(1);
    expect(await save(fewer, 1, true)).toMatchObject({ ok: true });
    expect(await save({ retention: { days: 60 } }, 2)).toMatchObject({ ok: true });
  });
});

test("versions tell what changed field by field, and one is taken again as a version of its own", async () => {
  await save({ name: "Kantor Contoh", counters: ["Meja A", "Meja B"] });
  const later = { ...DEMO_SETTINGS, holidays: [{ date: "2026-12-26", name: "Cuti bersama" }] };
  await changeSettings(later, { kind: "SYSTEM" }, "test");
  const page = await settingVersionsPage(undefined, 2);
  expect(page.rows.map(({ version, byName }) => [version, byName])).toEqual([
    [3, null],
    [2, "–"],
    [1, null],
  ]);
  expect(page.rows[1]?.changes).toEqual([
    { field: "name", kind: "TEXT", before: "Kantor Imigrasi Blitar", after: "Kantor Contoh" },
    { field: "counters", kind: "TEXT", before: "Loket 1 · Loket 2", after: "Meja A · Meja B" },
  ]);
  const holidays = page.rows[0]?.changes?.find(({ field }) => field === "holidays");
  expect(holidays).toMatchObject({ kind: "ITEMS", after: "2026-12-26 Cuti bersama" });
  expect(page.look?.changes.map(({ field }) => field)).toEqual(["name", "counters", "holidays"]);

  const take = (version: number, take: number) => takeSettingsAgain({ version, take, accepted: false }, BY);
  expect(await take(2, 1)).toMatchObject({ code: "CHANGED_MEANWHILE" });
  expect(await take(3, 99)).toMatchObject({ code: "NOT_FOUND" });
  expect(await take(3, 2)).toEqual({ ok: true, value: { version: 4 } });
  const { version, settings } = await newestSettings();
  expect([version, settings.name, settings.holidays]).toEqual([4, "Kantor Contoh", DEMO_SETTINGS.holidays]);
});
