import { describe, expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import { findCases } from "@/lib/register/find-cases";
import { registerOfficers, registerPage } from "@/lib/register/queries";
import { registerCounts } from "@/lib/register/register-counts";
import { VOUCHER_ORIGINS, type RegisterQuery, type RegisterRow } from "@/lib/register/types";
import { OUTCOMES } from "@/lib/rules/types";
import { VOUCHER_STATES } from "@/lib/rules/voucher-states";
import { grantVoucher } from "@/lib/vouchers/grant-voucher";
import { lapseVouchers } from "@/lib/vouchers/lapse-vouchers";
import { reopenTicket, withholdTicket, withholdVoucher } from "@/lib/vouchers/withhold";
import { newKey } from "../support/keys";
import { scan } from "../support/kiosk";
import { givenStaff } from "../support/staff";
import { officeTime, TUESDAY, useTestDatabase } from "../support/test-database";
import { wib } from "../support/tickets";
import { query } from "./register-given";
import { givenTicket, givenVoucher, tap } from "./tablet-given";

useTestDatabase();

const WEDNESDAY = "2026-11-25";
const BOTH = { from: TUESDAY, to: WEDNESDAY };

/** All rows of a list, page by page, as somebody leafs through it. */
async function leaf(wanted: RegisterQuery, size: number): Promise<RegisterRow[]> {
  const anybody = await givenStaff();
  const rows: RegisterRow[] = [];
  for (let after: string | null = null, pages = 0; pages < 100; pages += 1) {
    const page = await registerPage(anybody, { ...wanted, after }, size);
    expect(page.rows.length).toBeLessThanOrEqual(size);
    rows.push(...page.rows);
    if (page.next === null) return rows;
    after = page.next;
  }
  throw new Error("the list has no end");
}

/** Two days with something of everything. */
async function twoDays() {
  const officer = await givenStaff("officer", "Petugas Contoh");
  const supervisor = await givenStaff("supervisor", "Pengawas Contoh");
  const done = await givenVoucher(1);
  for (const step of ["APOLOGY", "SOUVENIR", "PRIORITY"] as const) await tap(officer, done, step);
  const held = await givenVoucher(2);
  await withholdVoucher(officer, { voucherId: held, reason: "Data tidak cocok", key: newKey() }, "test");
  await givenVoucher(3);
  const walkIn = await givenTicket(4, { bookingChannel: "WALK_IN" });
  await scan(4);
  await grantVoucher(supervisor, { ticketId: walkIn, reason: "Kursi roda", key: newKey() }, "test");
  const lost = await givenTicket(5, { replacementReason: "LOST" });
  await scan(5);
  await withholdTicket(officer, { ticketId: lost, reason: "Paspor hilang", key: newKey() }, "test");
  await reopenTicket(officer, { ticketId: lost, key: newKey() }, "test");
  for (const [number, from] of [
    [6, "08:31"],
    [7, "08:41"],
    [8, "08:35"],
    [9, "09:00"],
  ] as const) {
    await givenTicket(number, { biometricTicketAt: wib(from) });
    await scan(number);
  }
  await scan(99);
  officeTime("10:30", WEDNESDAY);
  await lapseVouchers("test");
  for (const number of [21, 22]) {
    await givenVoucher(number, { serviceDate: WEDNESDAY, biometricTicketAt: wib("08:00", WEDNESDAY) });
  }
  await givenTicket(23, { serviceDate: WEDNESDAY, biometricTicketAt: wib("08:34", WEDNESDAY) });
  await scan(23);
  return { officer, supervisor };
}

const names = (rows: readonly RegisterRow[]) => rows.map(({ queueNumber }) => queueNumber);

describe("the register's lists", () => {
  test("hold each row once however they are leafed through, and as many as are counted", async () => {
    await twoDays();
    const counts = await registerCounts(BOTH);
    const lists: [RegisterQuery, number][] = [
      [query({ period: BOTH }), 6],
      ...VOUCHER_STATES.map((state): [RegisterQuery, number] => [
        query({ period: BOTH, state }),
        counts.vouchers.KIOSK[state] + counts.vouchers.GRANT[state],
      ]),
      ...VOUCHER_ORIGINS.map((origin): [RegisterQuery, number] => [
        query({ period: BOTH, origin }),
        Object.values(counts.vouchers[origin]).reduce((sum, one) => sum + one, 0),
      ]),
      [query({ period: BOTH, list: "near" }), counts.nearMisses],
      ...OUTCOMES.map((outcome): [RegisterQuery, number] => [
        query({ period: BOTH, list: "decisions", outcome }),
        counts.decisions[outcome],
      ]),
      [
        query({ period: BOTH, list: "decisions" }),
        Object.values(counts.decisions).reduce((sum, one) => sum + one, 0),
      ],
      ...(["WITHHELD", "GRANTED", "REOPENED"] as const).map((ruling): [RegisterQuery, number] => [
        query({ period: BOTH, list: "rulings", ruling }),
        counts.rulings[ruling],
      ]),
      [query({ period: BOTH, list: "rulings" }), 4],
    ];
    for (const [wanted, length] of lists) {
      const whole = await leaf(wanted, 100);
      expect(whole, JSON.stringify(wanted)).toHaveLength(length);
      expect(new Set(whole.map(({ id }) => id)).size).toBe(length);
      for (const size of [1, 3]) expect(await leaf(wanted, size)).toEqual(whole);
    }
    expect(counts.nearMisses).toBe(3);
    expect(counts.vouchers.KIOSK.LAPSED).toBe(1);
  });

  test("are of their period alone", async () => {
    await twoDays();
    const wednesday = { from: WEDNESDAY, to: WEDNESDAY };
    expect(names(await leaf(query({ period: wednesday }), 10))).toEqual(["B-022", "B-021"]);
    expect(names(await leaf(query({ period: wednesday, list: "near" }), 10))).toEqual(["B-023"]);
    expect(await leaf(query({ period: wednesday, list: "rulings" }), 10)).toEqual([]);
    expect(await leaf(query({ period: { from: "2025-01-01", to: "2026-11-23" }, list: "near" }), 10)).toEqual(
      [],
    );
  });

  test("show near misses the closest first within a day", async () => {
    await twoDays();
    const near = await leaf(query({ period: BOTH, list: "near" }), 2);
    expect(names(near)).toEqual(["B-023", "B-006", "B-008"]);
    expect(near[1]).toMatchObject({
      entry: { list: "decisions", outcome: "NOT_YET", source: "KIOSK" },
      waitedMs: 119 * 60_000,
    });
  });

  test("say of whoever was sent to an officer what the officer then decided, with the reason", async () => {
    await twoDays();
    const seen = await leaf(query({ list: "decisions", outcome: "SEE_OFFICER" }), 10);
    const kiosk = seen.filter(({ entry }) => entry.list === "decisions" && entry.source === "KIOSK");
    expect(kiosk).toHaveLength(2);
    expect(kiosk.find(({ queueNumber }) => queueNumber === "B-004")).toMatchObject({
      voucher: { number: "K-004", origin: "GRANT", state: "LAPSED" },
      ruling: { kind: "GRANTED", byName: "Pengawas Contoh", reason: "Kursi roda" },
    });
    expect(kiosk.find(({ queueNumber }) => queueNumber === "B-005")).toMatchObject({
      voucher: null,
      ruling: { kind: "REOPENED", byName: "Petugas Contoh" },
    });
  });

  test("by officer hold what that officer had a hand in", async () => {
    const { officer, supervisor } = await twoDays();
    const of = (account: { id: string }, changes: Partial<RegisterQuery> = {}) =>
      leaf(query({ period: BOTH, officerId: account.id, ...changes }), 2);
    expect(names(await of(officer.account))).toEqual(["B-002", "B-001"]);
    expect(names(await of(supervisor.account))).toEqual(["B-004"]);
    expect(names(await of(officer.account, { state: "WITHHELD" }))).toEqual(["B-002"]);
    expect(names(await of(officer.account, { list: "rulings" }))).toEqual(["B-005", "B-005", "B-002"]);
    expect(names(await of(supervisor.account, { list: "rulings", ruling: "WITHHELD" }))).toEqual([]);
    const offered = await registerOfficers(officer);
    expect(offered.map(({ name }) => name)).toContain("Pengawas Contoh");
  });

  test("know a booking that nobody knows as a row without a case", async () => {
    await twoDays();
    const [row, ...more] = await leaf(query({ list: "decisions", outcome: "UNKNOWN_BOOKING" }), 10);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ ticketId: null, queueNumber: null, last4: null, waitedMs: null });
  });

  test("begin anew for an address that was tampered with", async () => {
    await twoDays();
    const officer = await givenStaff();
    const first = await registerPage(officer, query({ period: BOTH }), 2);
    for (const after of [
      "",
      "x",
      "2026-11-24~-1~a",
      "2026-11-24~1",
      "';--",
      `${TUESDAY}~1~${"a".repeat(80)}`,
    ])
      expect(await registerPage(officer, query({ period: BOTH, after }), 2)).toEqual(first);
  });
});

describe("a search finds cases", () => {
  const find = async (text: string, period = BOTH) =>
    names((await findCases(await givenStaff(), { query: text, period })).rows);

  test("by voucher number, queue number in any writing, and last four digits; of its period alone", async () => {
    await twoDays();
    expect(await find("K-001")).toEqual(["B-021", "B-001"]);
    expect(await find("k1", { from: TUESDAY, to: TUESDAY })).toEqual(["B-001"]);
    expect(await find("b 23")).toEqual(["B-023"]);
    expect(await find("0004")).toEqual(["B-004"]);
    expect(await find("0004", { from: WEDNESDAY, to: WEDNESDAY })).toEqual([]);
    expect(await find("tidak ada")).toEqual([]);
  });

  test("without their names, so it is no look at a person's record", async () => {
    await twoDays();
    const before = await reader().auditEvent.count();
    const found = await findCases(await givenStaff(), { query: "B-001", period: BOTH });
    expect(JSON.stringify(found)).not.toContain("Contoh Pemohon");
    expect(await reader().auditEvent.count()).toBe(before);
  });
});
