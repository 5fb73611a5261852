import { beforeEach, describe, expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import { findVoucher, openVoucherCount, todaysVouchers } from "@/lib/vouchers/queries";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { findTickets } from "@/lib/vouchers/ticket-queries";
import { voucherToken } from "@/lib/vouchers/tokens";
import { givenStaff } from "../support/staff";
import { officeTime, useTestDatabase } from "../support/test-database";
import { booking } from "../support/tickets";
import { givenTicket, givenVoucher, tap } from "./tablet-given";

useTestDatabase();

let officer: StaffContext;
beforeEach(async () => {
  officer = await givenStaff();
});

describe("a voucher is found", () => {
  let id: string;
  let shortCode: string;
  beforeEach(async () => {
    await givenVoucher(1);
    id = await givenVoucher(2);
    ({ shortCode } = await reader().voucher.findUniqueOrThrow({ where: { id } }));
  });

  const find = async (scanned: string) => {
    const found = await findVoucher(officer, scanned);
    return found.ok ? found.value.id : found;
  };

  test("by its QR, also as a scanner with line end or small letters gives it", async () => {
    const token = voucherToken(id);
    for (const scanned of [token, `${token}\r\n`, ` ${token.toLowerCase()} `])
      expect(await find(scanned)).toBe(id);
  });

  test("by its short code, however it is typed", async () => {
    const spaced = `${shortCode.slice(0, 4)} ${shortCode.slice(4)}`;
    const mistyped = shortCode.replaceAll("0", "O").replaceAll("1", "l");
    const ways = [shortCode, shortCode.toLowerCase(), spaced, spaced.replace(" ", "-"), mistyped];
    for (const typed of ways) expect(await find(typed), typed).toBe(id);
  });

  test("by its number of today, however it is typed", async () => {
    for (const typed of ["K-002", "k002", "K 2", "k2", "K-0002"]) expect(await find(typed), typed).toBe(id);
  });

  test("not by anything else", async () => {
    const unknown = { ok: false, code: "UNKNOWN_CODE" };
    const others = [
      "K-003",
      "",
      "   ",
      "ZZZZZZZZ",
      `${voucherToken(id)}A`,
      voucherToken("another"),
      booking(2),
    ];
    for (const typed of others) expect(await find(typed), typed).toEqual(unknown);
  });

  test("on another day only to be told which day it was for", async () => {
    officeTime("08:00", "2026-11-25");
    const refused = { ok: false, code: "OTHER_DAY", details: { serviceDate: "2026-11-24" } };
    expect(await find(voucherToken(id))).toEqual(refused);
    expect(await find(shortCode)).toEqual(refused);
    // A number belongs to its day: yesterday's K-002 is not today's.
    expect(await find("K-002")).toEqual({ ok: false, code: "UNKNOWN_CODE" });
  });
});

test("today's vouchers: newest first, with what was done, and nobody's name", async () => {
  const first = await givenVoucher(1);
  await givenVoucher(2);
  await tap(officer, first, "APOLOGY");
  expect(await todaysVouchers(officer)).toMatchObject([
    { number: "K-002", state: "ISSUED", stepsDone: 0, waitedMinutes: 150, last4: "0002" },
    { number: "K-001", state: "CONFIRMED", stepsDone: 1, origin: "KIOSK" },
  ]);
  expect(JSON.stringify(await todaysVouchers(officer))).not.toMatch(/Contoh|9900/);
  expect(await openVoucherCount()).toBe(2);
  officeTime("08:00", "2026-11-25");
  expect(await todaysVouchers(officer)).toEqual([]);
});

test("today's tickets are found by booking, last digits and queue number, other days' are not", async () => {
  const one = await givenTicket(1, { queueNumber: "B-007" });
  await givenTicket(2, { queueNumber: "B-008" });
  await givenTicket(3, { serviceDate: "2026-11-25", queueNumber: "B-007" });
  const ways = [booking(1), `Kode: ${booking(1)}`, "0001", "00 0001", "B-007", "b7", "b 07", "B007"];
  for (const query of ways)
    expect(
      (await findTickets(officer, query)).map(({ id }) => id),
      query,
    ).toEqual([one]);
  for (const query of ["001", "B-00", "", "%", "0009"])
    expect(await findTickets(officer, query), query).toEqual([]);
});
