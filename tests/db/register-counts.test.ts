import { expect, test } from "vitest";
import { writeTransaction } from "@/lib/platform/database";
import { registerCounts } from "@/lib/register/register-counts";
import { POLICY_V1 } from "@/lib/rules/policy";
import { grantVoucher } from "@/lib/vouchers/grant-voucher";
import { withholdVoucher } from "@/lib/vouchers/withhold";
import { newKey } from "../support/keys";
import { scan } from "../support/kiosk";
import { givenStaff } from "../support/staff";
import { officeTime, TUESDAY, useTestDatabase } from "../support/test-database";
import { wib } from "../support/tickets";
import { givenTicket, givenVoucher, tap } from "./tablet-given";

useTestDatabase();

const TODAY = { from: TUESDAY, to: TUESDAY };
const day = (date: string) => ({ from: date, to: date });

test("counts vouchers by origin and state, decisions by outcome, and written decisions, of a period only", async () => {
  const officer = await givenStaff();
  const supervisor = await givenStaff("supervisor");
  const given = await givenVoucher(1);
  for (const step of ["APOLOGY", "SOUVENIR", "PRIORITY"] as const) await tap(officer, given, step);
  const held = await givenVoucher(2);
  await withholdVoucher(officer, { voucherId: held, reason: "Contoh", key: newKey() }, "test");
  const ticketId = await givenTicket(3, { bookingChannel: "WALK_IN" });
  await scan(3);
  await grantVoucher(supervisor, { ticketId, reason: "Contoh", key: newKey() }, "test");
  await scan(999);

  const counts = await registerCounts(TODAY);
  expect(counts.vouchers.KIOSK).toEqual({ ISSUED: 0, CONFIRMED: 0, COMPLETED: 1, WITHHELD: 1, LAPSED: 0 });
  expect(counts.vouchers.GRANT).toMatchObject({ ISSUED: 1, COMPLETED: 0 });
  // The kiosk twice, a confirmation; the walk-in at the kiosk and at the grant; a booking that nobody knows.
  expect(counts.decisions).toMatchObject({ ELIGIBLE: 3, SEE_OFFICER: 2, UNKNOWN_BOOKING: 1, NOT_YET: 0 });
  expect(counts.rulings).toEqual({ WITHHELD: 1, GRANTED: 1, REOPENED: 0 });

  for (const other of ["2026-11-23", "2026-11-25"]) {
    const none = await registerCounts(day(other));
    expect(JSON.stringify(none)).not.toMatch(/[1-9]/);
  }
  expect(await registerCounts({ from: "2026-11-01", to: "2026-11-30" })).toEqual(counts);
});

test("a near miss is a decision from ten minutes before the promise's end until that end, not after it", async () => {
  const cases: [number, string, string][] = [
    [1, "08:00:00", "09:49:59"],
    [2, "08:00:00", "09:50:00"],
    [3, "08:00:00", "10:00:00"],
    [4, "08:00:00", "10:00:01"],
  ];
  for (const [number, from, checked] of cases) {
    await givenTicket(number, { biometricTicketAt: wib(from) });
    officeTime(checked);
    await scan(number);
  }
  const { nearMisses, decisions } = await registerCounts(TODAY);
  expect(nearMisses).toBe(2);
  expect(decisions).toMatchObject({ NOT_YET: 3, ELIGIBLE: 1 });
});

test("each decision is measured by the promise of its own policy", async () => {
  await givenTicket(1, { biometricTicketAt: wib("08:00") });
  officeTime("09:55");
  await scan(1);
  const rules = { ...POLICY_V1, version: 2, validFrom: "2026-11-25", thresholdMs: 60 * 60_000 };
  await writeTransaction((tx) =>
    tx.policyVersion.create({
      data: { version: 2, validFrom: rules.validFrom, legalBasis: "Contoh", rules: JSON.stringify(rules) },
    }),
  );
  const wednesday = "2026-11-25";
  await givenTicket(2, { serviceDate: wednesday, biometricTicketAt: wib("08:00", wednesday) });
  officeTime("08:55", wednesday);
  await scan(2);
  officeTime("09:55", wednesday);
  await scan(2);
  expect((await registerCounts(TODAY)).nearMisses).toBe(1);
  expect((await registerCounts(day(wednesday))).nearMisses).toBe(1);
});
