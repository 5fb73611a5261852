import { beforeEach, describe, expect, test } from "vitest";
import { reader, writeTransaction } from "@/lib/platform/database";
import { confirmVoucher } from "@/lib/vouchers/confirm-voucher";
import { flagOf } from "@/lib/vouchers/confirmation";
import { lapseVouchers } from "@/lib/vouchers/lapse-vouchers";
import { openVoucher, openVoucherCount } from "@/lib/vouchers/queries";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { openTicket } from "@/lib/vouchers/ticket-queries";
import { undoStep } from "@/lib/vouchers/undo-step";
import { withholdTicket, withholdVoucher } from "@/lib/vouchers/withhold";
import { newKey } from "../support/keys";
import { givenStaff } from "../support/staff";
import { at, officeTime, TUESDAY, useTestDatabase } from "../support/test-database";
import { booking } from "../support/tickets";
import { corrected, eventsOf, givenTicket, givenVoucher, tap, trailOf, voucherRow } from "./tablet-given";

useTestDatabase();

const WEDNESDAY = "2026-11-25";
let officer: StaffContext;
let supervisor: StaffContext;

beforeEach(async () => {
  officer = await givenStaff("officer", "Petugas Contoh");
  supervisor = await givenStaff("supervisor", "Penyelia Contoh");
});

describe("what a tap leaves behind", () => {
  test("of three parts: who, when and what, in the steps, the history and the trail", async () => {
    const id = await givenVoucher();
    const by = officer.account.id;
    const T1 = at("10:31");
    officeTime("10:31");
    await tap(officer, id, "APOLOGY");
    await tap(officer, id, "SOUVENIR");
    await tap(officer, id, "PRIORITY", { settled: true, note: " Sudah dilayani " });
    expect(
      (await voucherRow(id)).steps.map(({ step, state, at: when, byId, note }) => [
        step,
        state,
        when,
        byId,
        note,
      ]),
    ).toEqual([
      ["APOLOGY", "DONE", T1, by, null],
      ["PRIORITY", "SETTLED", T1, by, "Sudah dilayani"],
      ["SOUVENIR", "DONE", T1, by, "Payung"],
    ]);
    const events = await eventsOf(id);
    expect(events).toHaveLength(5);
    expect(events).toEqual(
      expect.arrayContaining([
        ["CONFIRMED", null, by, null, T1],
        ["STEP_DONE", "APOLOGY", by, null, T1],
        ["STEP_DONE", "SOUVENIR", by, "Payung", T1],
        ["STEP_SETTLED", "PRIORITY", by, "Sudah dilayani", T1],
        ["COMPLETED", null, by, null, T1],
      ]),
    );
    expect(await trailOf(id)).toEqual([
      ["OFFICER", by, "voucher.confirmed", "voucher", "test", { overruled: false }],
      ["OFFICER", by, "voucher.step-done", "voucher", "test", { step: "APOLOGY" }],
      ["OFFICER", by, "voucher.step-done", "voucher", "test", { step: "SOUVENIR" }],
      ["OFFICER", by, "voucher.step-settled", "voucher", "test", { step: "PRIORITY" }],
      ["OFFICER", by, "voucher.completed", "voucher", "test", {}],
    ]);
    expect(await reader().decisionRecord.findMany({ where: { source: "CONFIRMATION" } })).toMatchObject([
      { byId: by, voucherId: id, requestId: "test", kioskId: null, at: T1 },
    ]);
  });

  test("settled with a souvenir, or promised without one, is what was said and moves no stock", async () => {
    const id = await givenVoucher();
    expect(
      await tap(officer, id, "SOUVENIR", { settled: true, promised: true, note: "Tidak mau" }),
    ).toMatchObject({
      ok: true,
    });
    // Only a souvenir can be promised: of an apology the word means nothing.
    expect(await tap(officer, id, "APOLOGY", { promised: true, note: "tak dibaca" })).toMatchObject({
      ok: true,
    });
    const { steps } = await voucherRow(id);
    expect(steps.map(({ step, state, note }) => [step, state, note])).toEqual([
      ["APOLOGY", "DONE", null],
      ["PRIORITY", "OPEN", null],
      ["SOUVENIR", "SETTLED", "Tidak mau"],
    ]);
    expect(await reader().souvenirMovement.count()).toBe(0);
    expect(await reader().souvenirPromise.count()).toBe(0);
  });

  test("that is taken back: the step as new, with who and why in the history", async () => {
    const id = await givenVoucher();
    await tap(officer, id, "APOLOGY");
    officeTime("10:40");
    const undone = { voucherId: id, step: "APOLOGY", reason: " Salah orang ", key: newKey() } as const;
    expect(await undoStep(supervisor, undone, "req-2")).toMatchObject({ ok: true });
    const by = supervisor.account.id;
    expect((await voucherRow(id)).steps[0]).toMatchObject({
      ...{ step: "APOLOGY", state: "OPEN", at: null, byId: null, note: null },
    });
    expect((await eventsOf(id)).at(-1)).toEqual(["STEP_UNDONE", "APOLOGY", by, "Salah orang", at("10:40")]);
    expect((await trailOf(id)).at(-1)).toEqual([
      ...["OFFICER", by, "voucher.step-undone", "voucher", "req-2"],
      { step: "APOLOGY" },
    ]);
  });
});

describe("what a confirmation leaves behind", () => {
  const confirm = (by: StaffContext, voucherId: string, override?: string) =>
    confirmVoucher(by, { voucherId, override, key: newKey() }, "req-3");

  test("against a flag: who overruled it and with which words, and that it was overruled", async () => {
    const id = await givenVoucher();
    await corrected(1, { underReview: true });
    await confirm(officer, id);
    officeTime("10:50");
    await confirm(supervisor, id, " Sudah saya periksa ");
    expect(await voucherRow(id)).toMatchObject({
      ...{ state: "CONFIRMED", confirmedAt: at("10:50"), confirmedById: supervisor.account.id },
    });
    expect(await eventsOf(id)).toEqual([
      ["CONFIRMED", null, supervisor.account.id, "Sudah saya periksa", at("10:50")],
    ]);
    expect(await trailOf(id)).toEqual([
      ["OFFICER", officer.account.id, "voucher.confirmation-refused", "voucher", "req-3", {}],
      ["OFFICER", supervisor.account.id, "voucher.confirmed", "voucher", "req-3", { overruled: true }],
    ]);
  });

  test("with words for nothing to overrule: they are not kept", async () => {
    const id = await givenVoucher();
    await confirm(supervisor, id, "Tetap");
    expect(await eventsOf(id)).toEqual([["CONFIRMED", null, supervisor.account.id, null, at("10:30")]]);
  });

  test("a flag that is known of no ticket is a doubt", async () => {
    const unknown = { ticketId: "none", serviceDate: TUESDAY, applicantRef: "nobody" };
    expect(await flagOf(reader(), unknown)).toEqual({ underReview: null });
  });

  test("a raised flag outweighs an unknown one, and another day's ticket is another matter", async () => {
    const id = await givenVoucher(1);
    const voucher = await voucherRow(id);
    const flag = async () => (await flagOf(reader(), voucher)).underReview;
    expect(await flag()).toBe(false);
    await givenTicket(2, { bookingCode: booking(1), serviceDate: WEDNESDAY, underReview: true });
    expect(await flag()).toBe(false);
    await givenTicket(3, { bookingCode: booking(1), underReview: undefined });
    expect(await flag()).toBeNull();
    await givenTicket(4, { bookingCode: booking(1), underReview: true });
    expect(await flag()).toBe(true);
  });

  test("the next day's look says that the voucher was for another", async () => {
    const id = await givenVoucher();
    officeTime("08:00", WEDNESDAY);
    expect(await openVoucher(officer, id)).toMatchObject({ obstacle: "OTHER_DAY" });
  });
});

test("a lapse is the system's, at its time, and only of that voucher", async () => {
  const id = await givenVoucher(1);
  officeTime("00:00", WEDNESDAY);
  expect(await lapseVouchers("night-1")).toBe(1);
  expect(await eventsOf(id)).toEqual([["LAPSED", null, null, null, at("00:00", WEDNESDAY)]]);
  expect(await trailOf(id)).toEqual([["SYSTEM", null, "voucher.lapsed", "voucher", "night-1", {}]]);
  expect(await openVoucherCount()).toBe(0);
});

describe("names that no account has any more", () => {
  const forget = ({ account }: StaffContext) =>
    writeTransaction((tx) => tx.user.delete({ where: { id: account.id } }));

  test("are a dash in a voucher, its history and a refusal's words are empty", async () => {
    const id = await givenVoucher();
    await tap(officer, id, "APOLOGY");
    await forget(officer);
    const view = await openVoucher(supervisor, id);
    expect(view?.steps[0]).toMatchObject({ state: "DONE", byName: "–" });
    expect(view?.history.map(({ byName }) => byName)).toEqual([null, "–", "–"]);
    expect(await tap(supervisor, id, "APOLOGY")).toMatchObject({
      code: "ALREADY_DONE",
      details: { byName: "" },
    });
  });

  test("and in a ruling and a withheld voucher", async () => {
    const ticketId = await givenTicket(2);
    await withholdTicket(officer, { ticketId, reason: "Contoh", key: newKey() }, "t");
    const id = await givenVoucher(1);
    await withholdVoucher(officer, { voucherId: id, reason: "Contoh", key: newKey() }, "t");
    await forget(officer);
    expect(await openTicket(supervisor, ticketId)).toMatchObject({ ruling: { byName: "–" } });
    expect(await openVoucher(supervisor, id)).toMatchObject({ withheld: { byName: "–", reason: "Contoh" } });
  });
});
