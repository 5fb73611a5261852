import { expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import { lapseVouchers } from "@/lib/vouchers/lapse-vouchers";
import { withholdVoucher } from "@/lib/vouchers/withhold";
import { newKey } from "../support/keys";
import { givenStaff } from "../support/staff";
import { officeTime, useTestDatabase } from "../support/test-database";
import { auditOf, givenVoucher, historyOf, tap, voucherRow } from "./tablet-given";

useTestDatabase();

test("a voucher that nobody confirmed lapses when its local day has ended, once", async () => {
  const id = await givenVoucher(1);
  officeTime("23:59:59.999");
  expect(await lapseVouchers("night")).toBe(0);
  officeTime("00:00", "2026-11-25");
  const lapsed = await Promise.all([lapseVouchers("night"), lapseVouchers("night"), lapseVouchers("night")]);
  expect(lapsed.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await lapseVouchers("night")).toBe(0);
  expect(await historyOf(id)).toEqual(["ISSUED", "LAPSED"]);
  expect(await auditOf(id)).toEqual(["voucher.issued", "voucher.lapsed"]);
  expect(await tap(await givenStaff(), id, "APOLOGY")).toMatchObject({ code: "LAPSED" });
});

test("neither a confirmed, a withheld nor a next day's voucher lapses", async () => {
  const officer = await givenStaff();
  const confirmed = await givenVoucher(1);
  await tap(officer, confirmed, "APOLOGY");
  const held = await givenVoucher(2);
  await withholdVoucher(officer, { voucherId: held, reason: "Contoh", key: newKey() }, "test");
  officeTime("10:30", "2026-11-25");
  const fresh = await givenVoucher(3, {
    serviceDate: "2026-11-25",
    biometricTicketAt: "2026-11-25T08:00:00+07:00",
  });
  expect(await lapseVouchers("night")).toBe(0);
  const states = await Promise.all([confirmed, held, fresh].map((id) => voucherRow(id)));
  expect(states.map(({ state }) => state)).toEqual(["CONFIRMED", "WITHHELD", "ISSUED"]);
  expect(await reader().auditEvent.count({ where: { action: "voucher.lapsed" } })).toBe(0);
});
