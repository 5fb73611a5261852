import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/office/default-settings";
import { changeSettings } from "@/lib/office/settings";
import { reader, writeTransaction } from "@/lib/platform/database";
import { checkBooking } from "@/lib/vouchers/check-booking";
import { reprintAtKiosk } from "@/lib/vouchers/reprint";
import { withholdTicket } from "@/lib/vouchers/withhold";
import { KIOSK, scan } from "../support/kiosk";
import { newKey } from "../support/keys";
import { givenStaff } from "../support/staff";
import { at, officeTime, useTestDatabase } from "../support/test-database";
import { booking, wib } from "../support/tickets";
import { corrected, givenTicket, givenVoucher, tap } from "./tablet-given";

useTestDatabase();

const WEDNESDAY = "2026-11-25";
const TEN_THIRTY = at("10:30");

describe("which ticket and voucher a booking means", () => {
  test("of tickets with one and the same instant, the first that the office ever heard of", async () => {
    for (const number of [1, 2, 3]) await givenTicket(number, { bookingCode: booking(1) });
    // The one that was stored last is the first by its id: rows do not come in the order that counts.
    const [last] = await reader().ticket.findMany({ where: { sourceTicketId: "T-3" } });
    const first = "00000000-0000-7000-8000-000000000000";
    await writeTransaction((tx) => tx.ticket.update({ where: { id: last?.id ?? "" }, data: { id: first } }));
    await scan(1);
    expect(await reader().voucher.findMany()).toMatchObject([{ ticketId: first }]);
  });

  test("a voucher stays today's when its ticket is put on another date afterwards", async () => {
    await givenVoucher(1);
    await corrected(1, { serviceDate: WEDNESDAY });
    expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE", fresh: false, slip: { number: "K-001" } });
  });

  test("a ticket that had its voucher under another date is for an officer to sort out", async () => {
    await givenVoucher(1);
    await corrected(1, { serviceDate: WEDNESDAY });
    officeTime("10:30", WEDNESDAY);
    expect(await scan(1)).toMatchObject({ outcome: "SEE_OFFICER" });
    expect(await reader().voucher.count()).toBe(1);
  });

  test("a withholding on any of the applicant's tickets of today stands, on another day's it does not", async () => {
    const officer = await givenStaff();
    const hold = (ticketId: string) =>
      withholdTicket(officer, { ticketId, reason: "Contoh", key: newKey() }, "test");
    const code = { bookingCode: booking(1) };
    officeTime("10:30", "2026-11-23");
    expect(await hold(await givenTicket(2, { ...code, serviceDate: "2026-11-23" }))).toMatchObject({
      ok: true,
    });
    officeTime("10:30");
    await givenTicket(1);
    const later = await givenTicket(3, { ...code, biometricTicketAt: wib("09:00") });
    expect(await hold(later)).toMatchObject({ ok: true });
    expect(await scan(1)).toMatchObject({ outcome: "SEE_OFFICER" });
    expect(await reader().voucher.count()).toBe(0);
    await writeTransaction((tx) =>
      tx.ruling.create({
        data: {
          ticketId: later,
          kind: "REOPENED",
          reason: "Contoh",
          byId: officer.account.id,
          at: at("10:31"),
        },
      }),
    );
    expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE", fresh: true });
  });

  test.each(["WITHHELD", "LAPSED"] as const)(
    "a voucher that is %s sends its holder to an officer",
    async (state) => {
      const id = await givenVoucher(1);
      await writeTransaction((tx) => tx.voucher.update({ where: { id }, data: { state } }));
      expect(await scan(1)).toMatchObject({ outcome: "SEE_OFFICER" });
    },
  );

  test("whoever received everything is told so with the number, and with what is still promised: nothing", async () => {
    const id = await givenVoucher(1);
    const officer = await givenStaff();
    expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE", reprintLeft: true });
    for (const step of ["APOLOGY", "SOUVENIR", "PRIORITY"] as const) await tap(officer, id, step);
    expect(await scan(1)).toEqual({
      ...{ outcome: "ALREADY_RECEIVED", serverNow: TEN_THIRTY.getTime(), room: "OPEN", number: "K-001" },
      ...{ ticket: { queueNumber: "B-001", last4: "0001" }, souvenirPromised: false },
    });
  });

  test("a queue number or booking digits that are not known are shown as not known", async () => {
    await givenTicket(1, { queueNumber: undefined });
    expect(await scan(1)).toMatchObject({
      outcome: "ELIGIBLE",
      ticket: { queueNumber: null, last4: "0001" },
    });
    await writeTransaction((tx) => tx.voucher.updateMany({ data: { bookingLast4: null } }));
    expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE", ticket: { queueNumber: null, last4: null } });
  });

  test("small letters are the same booking, at the check and at the reprint", async () => {
    const patterns = { ...DEFAULT_SETTINGS, bookingPatterns: ["^([A-Za-z]{2}[0-9]{6})$"] };
    await changeSettings(patterns, { kind: "SYSTEM" }, "test");
    await givenTicket(1, { bookingCode: "AB123456" });
    const ask = { payload: "ab123456", key: newKey() };
    expect(await checkBooking(KIOSK, ask)).toMatchObject({ value: { outcome: "ELIGIBLE", fresh: true } });
    expect(await reprintAtKiosk(KIOSK, { ...ask, key: newKey() })).toMatchObject({ ok: true });
  });

  test("a key is for one question: of another booking it gives no answer, and the booking is not kept with it", async () => {
    const key = newKey();
    await scan(1, key);
    await expect(scan(2, key)).rejects.toThrow(RangeError);
    expect(await reader().requestKey.findMany()).toMatchObject([
      { scope: expect.stringMatching(/^kiosk-1:[0-9a-f]{16}$/) as string },
    ]);
  });
});
