import { beforeEach, describe, expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { openTicket } from "@/lib/vouchers/ticket-queries";
import { reopenTicket, reopenVoucher, withholdTicket, withholdVoucher } from "@/lib/vouchers/withhold";
import { newKey } from "../support/keys";
import { givenStaff } from "../support/staff";
import { at, officeTime, useTestDatabase } from "../support/test-database";
import { wib } from "../support/tickets";
import { eventsOf, givenTicket, givenVoucher, trailOf, voucherRow } from "./tablet-given";

useTestDatabase();

const WEDNESDAY = "2026-11-25";
let officer: StaffContext;
let supervisor: StaffContext;

beforeEach(async () => {
  officer = await givenStaff("officer", "Petugas Contoh");
  supervisor = await givenStaff("supervisor", "Penyelia Contoh");
});

const rulings = async () =>
  (await reader().ruling.findMany({ orderBy: { id: "asc" } })).map(
    ({ ticketId, voucherId, kind, reason, byId, at: when }) => [
      kind,
      reason,
      ticketId,
      voucherId,
      byId,
      when,
    ],
  );

describe("what a withholding leaves behind", () => {
  const wish = (id: string, reason?: string) => ({ voucherId: id, reason: reason ?? "", key: newKey() });

  test("of a voucher, and of taking it back", async () => {
    const id = await givenVoucher();
    const { ticketId } = await voucherRow(id);
    const by = officer.account.id;
    await withholdVoucher(officer, wish(id, " Bukan pemohon "), "req-4");
    expect(await voucherRow(id)).toMatchObject({
      ...{ state: "WITHHELD", withheldAt: at("10:30"), withheldById: by, withheldReason: "Bukan pemohon" },
      stateBeforeHold: "ISSUED",
    });
    officeTime("10:31");
    expect(await reopenVoucher(officer, wish(id), "req-5")).toMatchObject({ ok: true });
    expect(await voucherRow(id)).toMatchObject({
      ...{
        state: "ISSUED",
        withheldAt: null,
        withheldById: null,
        withheldReason: null,
        stateBeforeHold: null,
      },
    });
    expect(await rulings()).toEqual([
      ["WITHHELD", "Bukan pemohon", ticketId, id, by, at("10:30")],
      ["REOPENED", "", ticketId, id, by, at("10:31")],
    ]);
    expect(await eventsOf(id)).toEqual([
      ["WITHHELD", null, by, "Bukan pemohon", at("10:30")],
      ["REOPENED", null, by, null, at("10:31")],
    ]);
    expect(await trailOf(id)).toEqual([
      ["OFFICER", by, "voucher.withheld", "voucher", "req-4", {}],
      ["OFFICER", by, "voucher.reopened", "voucher", "req-5", {}],
    ]);
  });

  test("a voucher is given free on its own day only, to the fifteenth minute by its officer", async () => {
    const id = await givenVoucher();
    await withholdVoucher(officer, wish(id, "Contoh"), "t");
    officeTime("10:45:00.001");
    expect(await reopenVoucher(officer, wish(id), "t")).toMatchObject({ code: "UNDO_TOO_LATE" });
    officeTime("08:00", WEDNESDAY);
    expect(await reopenVoucher(supervisor, wish(id, "Contoh"), "t")).toMatchObject({ code: "OTHER_DAY" });
    expect(
      await withholdVoucher(
        officer,
        wish(
          await givenVoucher(2, { serviceDate: WEDNESDAY, biometricTicketAt: wib("05:00", WEDNESDAY) }),
          "C",
        ),
        "t",
      ),
    ).toMatchObject({ ok: true });
  });

  test("of a ticket, by an officer and freed by a supervisor with a reason", async () => {
    const ticketId = await givenTicket(1);
    const by = officer.account.id;
    await withholdTicket(officer, { ticketId, reason: " Bukan pemohon ", key: newKey() }, "req-6");
    officeTime("11:00");
    const free = (who: StaffContext, reason?: string) =>
      reopenTicket(who, { ticketId, reason, key: newKey() }, "req-7");
    expect(await free(officer)).toMatchObject({ code: "UNDO_TOO_LATE" });
    expect(await free(supervisor, " ")).toMatchObject({ code: "REASON_MISSING" });
    expect(await free(supervisor, " Sudah jelas ")).toMatchObject({ ok: true });
    expect(await rulings()).toEqual([
      ["WITHHELD", "Bukan pemohon", ticketId, null, by, at("10:30")],
      ["REOPENED", "Sudah jelas", ticketId, null, supervisor.account.id, at("11:00")],
    ]);
    expect(await trailOf(ticketId)).toEqual([
      ["OFFICER", by, "ticket.withheld", "ticket", "req-6", {}],
      ["OFFICER", supervisor.account.id, "ticket.reopened", "ticket", "req-7", {}],
    ]);
    expect(await openTicket(officer, ticketId)).toMatchObject({
      mayWithhold: true,
      ruling: {
        kind: "REOPENED",
        byName: "Penyelia Contoh",
        reason: "Sudah jelas",
        at: at("11:00").getTime(),
      },
    });
  });
});
