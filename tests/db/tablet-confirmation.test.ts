import { beforeEach, describe, expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import { declareOutage } from "@/lib/queue/outages";
import { confirmVoucher } from "@/lib/vouchers/confirm-voucher";
import { openVoucher } from "@/lib/vouchers/queries";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { findTickets, openTicket } from "@/lib/vouchers/ticket-queries";
import { newKey } from "../support/keys";
import { givenStaff } from "../support/staff";
import { at, officeTime, useTestDatabase } from "../support/test-database";
import { booking, wib } from "../support/tickets";
import { auditOf, corrected, givenTicket, givenVoucher, historyOf, tap, voucherRow } from "./tablet-given";

useTestDatabase();

let officer: StaffContext;
let supervisor: StaffContext;

beforeEach(async () => {
  officer = await givenStaff("officer", "Petugas Contoh");
  supervisor = await givenStaff("supervisor", "Penyelia Contoh");
});

const confirm = (by: StaffContext, voucherId: string, override?: string) =>
  confirmVoucher(by, { voucherId, override, key: newKey() }, "test");
const outage = (from: string) =>
  declareOutage(
    { system: "SMART", reason: "Contoh", startedAt: at(from), endedAt: null },
    { kind: "SYSTEM" },
    "test",
  );

describe("confirmation, with the facts of its moment", () => {
  test("completes the provisional right, once; a second one is told by whom and when", async () => {
    const id = await givenVoucher();
    officeTime("10:35");
    expect(await confirm(officer, id)).toMatchObject({
      ok: true,
      value: { state: "CONFIRMED", obstacle: null },
    });
    officeTime("10:36");
    expect(await confirm(supervisor, id)).toEqual({
      ok: false,
      code: "ALREADY_DONE",
      details: { at: at("10:35").getTime(), byName: "Petugas Contoh" },
    });
    const records = await reader().decisionRecord.findMany({ where: { source: "CONFIRMATION" } });
    expect(records).toMatchObject([{ byId: officer.account.id, voucherId: id, outcome: "ELIGIBLE" }]);
  });

  test("is refused for a disruption declared since; a supervisor may go on with a reason", async () => {
    const id = await givenVoucher();
    await outage("08:30");
    expect(await openVoucher(officer, id)).toMatchObject({ state: "ISSUED", obstacle: "OUTAGE" });
    expect(await confirm(officer, id)).toEqual({ ok: false, code: "OUTAGE" });
    expect(await confirm(officer, id, "Saya yakin")).toEqual({ ok: false, code: "OUTAGE" });
    expect(await confirm(supervisor, id, " ")).toEqual({ ok: false, code: "OUTAGE" });
    expect(await historyOf(id)).toEqual(["ISSUED"]);
    expect(await tap(supervisor, id, "APOLOGY", { override: "Loket lain tidak terganggu" })).toMatchObject({
      ok: true,
    });
    const event = await reader().voucherEvent.findFirstOrThrow({ where: { kind: "CONFIRMED" } });
    expect(event).toMatchObject({ reason: "Loket lain tidak terganggu", byId: supervisor.account.id });
    expect((await auditOf(id)).filter((action) => action === "voucher.confirmation-refused")).toHaveLength(3);
  });

  test("counts the disruption against the voucher's time of the number, not a later correction of it", async () => {
    const id = await givenVoucher();
    await corrected(1, { biometricTicketAt: wib("06:00") });
    await outage("09:30");
    expect(await confirm(officer, id)).toEqual({ ok: false, code: "OUTAGE" });
  });

  test("goes on where the disruption began after the two hours, or after it was confirmed", async () => {
    const [first, second] = [await givenVoucher(1), await givenVoucher(2)];
    await outage("10:00");
    expect(await confirm(officer, first)).toMatchObject({ ok: true });
    await tap(officer, second, "APOLOGY");
    await outage("09:00");
    expect(await tap(officer, second, "SOUVENIR")).toMatchObject({ ok: true });
  });

  test.each([true, undefined])("needs an authorised official when the review flag is %s", async (flag) => {
    const id = await givenVoucher();
    await corrected(1, { underReview: flag });
    expect(await tap(officer, id, "APOLOGY")).toEqual({ ok: false, code: "AUTHORISED_OFFICIAL" });
    expect((await voucherRow(id)).state).toBe("ISSUED");
    expect(await confirm(supervisor, id, "Sudah saya periksa")).toMatchObject({ ok: true });
  });

  test.each([true, undefined])("and when it is %s on another ticket of the applicant", async (flag) => {
    const id = await givenVoucher();
    await givenTicket(2, { bookingCode: booking(1), underReview: flag });
    expect(await confirm(officer, id)).toEqual({ ok: false, code: "AUTHORISED_OFFICIAL" });
  });

  test("is for the voucher's own day", async () => {
    const id = await givenVoucher();
    officeTime("00:00", "2026-11-25");
    expect(await confirm(officer, id)).toMatchObject({ code: "OTHER_DAY" });
    expect(await confirm(supervisor, id, "Tetap")).toMatchObject({ code: "OTHER_DAY" });
  });
});

describe("to officers a raised flag and an unknown one are the same", () => {
  /** Two applicants alike but for the flag; ids, numbers and digits made the same before comparing. */
  const alike = (value: unknown, number: number) =>
    JSON.stringify(value)
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "<id>")
      .replaceAll(`000${number}`, "<last4>")
      .replaceAll(`00${number}`, "<number>")
      .replaceAll(`Pemohon ${number}`, "<name>");

  test("in the voucher, before and after a refusal", async () => {
    const [one, other] = [await givenVoucher(1), await givenVoucher(2)];
    await corrected(1, { underReview: true });
    await corrected(2, { underReview: undefined });
    const look = async (by: StaffContext) => {
      const [flagged, unknown] = [await openVoucher(by, one), await openVoucher(by, other)];
      expect(flagged).toMatchObject({ obstacle: "AUTHORISED_OFFICIAL" });
      expect(alike(flagged, 1)).toBe(alike(unknown, 2));
      expect(JSON.stringify(flagged)).not.toMatch(/review/i);
    };
    await look(officer);
    expect(await confirm(officer, one)).toEqual(await confirm(officer, other));
    await look(officer);
    const [first, second] = [await auditOf(one), await auditOf(other)];
    expect(first).toEqual(second);
    const words = await reader().auditEvent.findMany({ where: { action: "voucher.confirmation-refused" } });
    expect(new Set(words.map(({ data }) => data)).size).toBe(1);
  });

  test("in the ticket, whichever way it is found", async () => {
    const one = await givenTicket(1, { underReview: true });
    const other = await givenTicket(2, { underReview: undefined });
    const [flagged, unknown] = [await openTicket(officer, one), await openTicket(officer, other)];
    expect(flagged).toMatchObject({ outcome: "SEE_OFFICER", applicantName: "Contoh Pemohon 1" });
    expect(flagged?.clauses).toContainEqual({ clause: "F.2.g", result: "AUTHORISED_OFFICIAL" });
    expect(alike(flagged, 1)).toBe(alike(unknown, 2));
    expect(alike(await findTickets(officer, "B-001"), 1)).toBe(alike(await findTickets(officer, "B-002"), 2));
    expect(JSON.stringify(flagged)).not.toMatch(/review/i);
  });

  test("while causes a, b, c and e are said plainly", async () => {
    const id = await givenTicket(1, {
      applicationType: "OTHER",
      registeredInSmart: false,
      replacementReason: "LOST",
    });
    expect((await openTicket(officer, id))?.clauses).toEqual([
      { clause: "F.2.a", result: "NOT_MET" },
      { clause: "F.2.b", result: "MET" },
      { clause: "F.2.c", result: "NOT_MET" },
      { clause: "F.2.e", result: "NOT_MET" },
      { clause: "F.2.f", result: "MET" },
      { clause: "F.2.g", result: "MET" },
    ]);
  });
});
