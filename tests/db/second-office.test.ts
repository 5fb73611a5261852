import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { slipWording } from "@/components/slip/slip-wording";
import { durationWords } from "@/components/staff/duration-words";
import { liveHall } from "@/lib/hall/live-hall";
import { addPolicy } from "@/lib/office/add-policy";
import { DEFAULT_SETTINGS } from "@/lib/office/default-settings";
import { settingsDraftSchema } from "@/lib/office/settings-draft-schema";
import { setOfficeClock } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { ingestTickets } from "@/lib/queue/ingest";
import { checkBooking } from "@/lib/vouchers/check-booking";
import { kioskOffice, kioskStanding } from "@/lib/vouchers/kiosk-office";
import { saveSettings } from "@/lib/vouchers/office-settings/save-settings";
import en from "@/messages/en/kiosk.json";
import id from "@/messages/id/kiosk.json";
import commonEn from "@/messages/en/common.json";
import commonId from "@/messages/id/common.json";
import { KIOSK } from "../support/kiosk";
import { newKey } from "../support/keys";
import { officeTime, useTestDatabase } from "../support/test-database";
import { ticket } from "../support/tickets";

useTestDatabase();

const HEAD = { kind: "OFFICER", id: "head-1" } as const;
const OFFICER = { account: { id: "officer-1", name: "Petugas Contoh", role: "officer" } } as const;

/** A Wednesday in Jayapura, nine hours ahead of UTC: its first nine hours are still Tuesday there. */
const DAY = "2026-11-25";
const wit = (time: string, date = DAY) => `${date}T${time.length === 5 ? `${time}:00` : time}+09:00`;
const clock = (time: string, date = DAY) => {
  const instant = Date.parse(wit(time, date));
  setOfficeClock(() => instant);
};

/** All that a second office sets on its pages, on the day before it opens; no code, no file. */
async function setUp(): Promise<void> {
  officeTime("10:30");
  const draft = {
    ...settingsDraftSchema.strip().parse(DEFAULT_SETTINGS),
    name: "Kantor Imigrasi Contoh Timur",
    subtitle: "Kelas I TPI",
    timeZone: "Asia/Jayapura",
    zoneLabel: "WIT",
    voucherPrefix: "PX",
    bookingPatterns: ["^JYP/(\\d{6})$"],
    complaintRoom: {
      name: "Ruang Layanan Khusus",
      directions: "Lantai 2, di depan lift",
      closes: "14:00",
      afterHours: "Pos satpam di gerbang",
    },
    counters: ["Meja Biru"],
  };
  expect(
    await saveSettings({ version: 1, draft, accepted: false }, { actor: HEAD, requestId: "test" }),
  ).toMatchObject({
    ok: true,
  });
  const rules = {
    shown: 1,
    validFrom: DAY,
    thresholdMinutes: 90,
    legalBasis: "Keputusan Contoh Nomor 7 Tahun 2026",
    qualifyingTypes: ["NEW"],
    qualifyingChannels: ["M_PASPOR", "WALK_IN"],
    excludedReasons: [],
  };
  expect(await addPolicy(rules, HEAD, "test")).toMatchObject({ ok: true });
}

const given = (...people: Parameters<typeof ticket>[1][]) =>
  ingestTickets(
    people.map((changes, index) =>
      ticket(index + 1, {
        bookingCode: String(700_001 + index),
        serviceDate: DAY,
        updatedAt: wit("00:00"),
        ...changes,
      }),
    ),
    { kind: "DEMO" },
  );

async function scan(number: number) {
  const answer = await checkBooking(KIOSK, { payload: `JYP/${700_000 + number}`, key: newKey() });
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}

test("an office in another zone with another promise answers by its own day, prefix, room and rules", async () => {
  await setUp();
  await given(
    { biometricTicketAt: wit("07:00") },
    { biometricTicketAt: wit("07:10"), bookingChannel: "WALK_IN" },
    { biometricTicketAt: wit("07:20"), applicationType: "REPLACEMENT" },
    { serviceDate: "2026-11-24", biometricTicketAt: wit("23:30", "2026-11-24") },
  );

  // 08.30 in Jayapura is still Tuesday in UTC and 06.30 in Jakarta.
  clock("08:30");
  expect(new Date(wit("08:30")).toISOString()).toContain("2026-11-24");
  expect(await scan(1)).toMatchObject({
    outcome: "NOT_YET",
    waitedMs: 90 * 60_000,
    thresholdMs: 90 * 60_000,
    checkAgainFrom: Date.parse(wit("08:30")) + 1,
  });
  expect(await scan(4)).toMatchObject({ outcome: "OTHER_DAY" });

  clock("08:55");
  const eligible = await scan(1);
  expect(eligible).toMatchObject({ outcome: "ELIGIBLE", room: "OPEN", waitedMinutes: 115 });
  expect(await scan(2)).toMatchObject({ outcome: "ELIGIBLE", slip: { number: "PX-002" } });
  expect(await scan(3)).toMatchObject({ outcome: "SEE_OFFICER" });
  if (eligible.outcome !== "ELIGIBLE") throw new Error(eligible.outcome);
  const { slip } = eligible;
  expect(slip).toMatchObject({
    number: "PX-001",
    serviceDate: DAY,
    legalBasis: "Keputusan Contoh Nomor 7 Tahun 2026",
    office: { name: "Kantor Imigrasi Contoh Timur", room: { name: "Ruang Layanan Khusus" } },
  });
  const words = slipWording(slip.office.timeZone, slip.office.zoneLabel);
  expect(words.time(slip.ticketAt)).toBe("07.00 WIT");
  expect([words.date(slip.serviceDate), words.dateSecond(slip.serviceDate)]).toEqual([
    "Rabu, 25 November 2026",
    "Wednesday, November 25, 2026",
  ]);

  const hall = await liveHall(OFFICER);
  expect(hall).toMatchObject({ serviceDate: DAY, thresholdMs: 5_400_000, alertLevels: [60, 75, 85] });
  expect(hall.lines.find(({ queueNumber }) => queueNumber === "B-001")?.promiseEndsAt).toBe(
    Date.parse(wit("08:30")) + 1,
  );

  clock("14:00");
  expect(await scan(1)).toMatchObject({ room: "CLOSED" });
});

test("its midnight is the border of its day, although no date changes in UTC", async () => {
  await setUp();
  await given({ biometricTicketAt: wit("22:00") });
  clock("23:59:59");
  expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE", slip: { serviceDate: DAY, number: "PX-001" } });
  clock("00:00", "2026-11-26");
  expect(await scan(1)).toMatchObject({ outcome: "OTHER_DAY" });
  expect(await reader().voucher.findMany({ select: { serviceDate: true } })).toEqual([{ serviceDate: DAY }]);
});

test("kiosks name its promise and conditions in both languages, and hear when midnight brings other rules", async () => {
  await setUp();
  clock("23:59", "2026-11-24");
  const before = await kioskStanding();
  expect((await kioskOffice()).office.thresholdMs).toBe(120 * 60_000);
  clock("00:00");
  const { office, standing } = await kioskOffice();
  expect(standing.officeMark).not.toBe(before.officeMark);
  expect(office).toMatchObject({
    thresholdMs: 90 * 60_000,
    conditions: { types: ["NEW"], channels: ["M_PASPOR", "WALK_IN"], excludedReasons: [] },
  });
  const said = (["id", "en"] as const).map((locale) => {
    const t = createTranslator({
      locale,
      messages: { kiosk: locale === "id" ? id : en },
      namespace: "kiosk",
    });
    const duration = createTranslator({
      locale,
      messages: { common: locale === "id" ? commonId : commonEn },
      namespace: "common.duration",
    });
    return t("attract.title", { promise: durationWords(duration, office.thresholdMs / 60_000) });
  });
  expect(said).toEqual([
    "Menunggu lebih dari 1 jam 30 menit?",
    expect.stringContaining("1 h") as unknown as string,
  ]);
});
