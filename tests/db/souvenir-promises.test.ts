import { beforeEach, describe, expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import { findVoucher } from "@/lib/vouchers/queries";
import { keepPromise, reopenPromise } from "@/lib/vouchers/souvenirs/keep-promise";
import { printPromise, promiseContent } from "@/lib/vouchers/souvenirs/print-promise";
import { findPromises, openPromises } from "@/lib/vouchers/souvenirs/promise-queries";
import { souvenirBoard } from "@/lib/vouchers/souvenirs/queries";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { undoStep } from "@/lib/vouchers/undo-step";
import { scan } from "../support/kiosk";
import { newKey } from "../support/keys";
import { settled, usePrinters } from "../support/printing";
import { givenStaff } from "../support/staff";
import { at, officeTime, useTestDatabase } from "../support/test-database";
import { count, expectBooksToAgree, givenItem, itemRow, movementsOf } from "./souvenir-given";
import { auditOf, givenVoucher, historyOf, tap, voucherRow } from "./tablet-given";

useTestDatabase();
const hall = usePrinters();

let officer: StaffContext;
let colleague: StaffContext;
let supervisor: StaffContext;
let bag: string;
let id: string;
let promiseId: string;

beforeEach(async () => {
  officer = await givenStaff("officer", "Petugas Contoh");
  colleague = await givenStaff("officer", "Rekan Contoh");
  supervisor = await givenStaff("supervisor", "Penyelia Contoh");
  bag = await givenItem(supervisor, "Ransel", 0);
  id = await givenVoucher();
  const answer = await tap(officer, id, "SOUVENIR", { item: "Ransel", promised: true });
  if (!answer.ok || !answer.value.promise) throw new Error("nothing was promised");
  promiseId = answer.value.promise.id;
});

const keep = (by: StaffContext, more: { souvenirId?: string; key?: string } = {}) =>
  keepPromise(by, { promiseId, souvenirId: bag, key: newKey(), ...more }, "test");
const reopen = (by: StaffContext, reason?: string) =>
  reopenPromise(by, { promiseId, reason, key: newKey() }, "test");
const promiseRow = () => reader().souvenirPromise.findUniqueOrThrow({ where: { id: promiseId } });

describe("a souvenir that is promised", () => {
  test("is recorded as promised, takes nothing from the stock, and the voucher can be completed", async () => {
    expect((await voucherRow(id)).steps.find(({ step }) => step === "SOUVENIR")).toMatchObject({
      state: "PROMISED",
      note: "Ransel",
    });
    await tap(officer, id, "APOLOGY");
    await tap(officer, id, "PRIORITY");
    expect((await voucherRow(id)).state).toBe("COMPLETED");
    expect(await movementsOf(bag)).toEqual(["COUNTED 0=0"]);
    expect(await historyOf(id)).toContain("STEP_PROMISED SOUVENIR");
    expect(await auditOf(id)).toContain("voucher.step-promised");
    expect(await auditOf(promiseId)).toEqual(["souvenir-promise.made"]);
  });

  test("is not said to be received at the kiosk until it is", async () => {
    await tap(officer, id, "APOLOGY");
    await tap(officer, id, "PRIORITY");
    expect(await scan(1)).toMatchObject({ outcome: "ALREADY_RECEIVED", souvenirPromised: true });
    await count(supervisor, bag, 1);
    await keep(officer);
    expect(await scan(1)).toMatchObject({ outcome: "ALREADY_RECEIVED", souvenirPromised: false });
  });

  test("tapped at five tablets at once is one promise", async () => {
    const second = await givenVoucher(2);
    const taps = [officer, colleague, supervisor, officer, colleague].map((by) =>
      tap(by, second, "SOUVENIR", { item: "Ransel", promised: true }),
    );
    expect((await Promise.all(taps)).filter(({ ok }) => ok)).toHaveLength(1);
    expect(await reader().souvenirPromise.count({ where: { voucherId: second } })).toBe(1);
  });

  test("is taken back with its step, and its slip is worth nothing then", async () => {
    await undoStep(officer, { voucherId: id, step: "SOUVENIR", key: newKey() }, "test");
    expect(await openPromises(officer)).toEqual([]);
    expect(await keep(officer)).toMatchObject({ code: "PROMISE_CANCELLED" });
    expect(await promiseContent(promiseId)).toBeNull();
    const { shortCode } = await promiseRow();
    expect(await findPromises(officer, shortCode)).toEqual([]);
    await tap(officer, id, "SOUVENIR", { item: "Ransel", promised: true });
    expect(await openPromises(officer)).toHaveLength(1);
  });
});

describe("a promise is found", () => {
  test("by its slip's QR, its code as typed, the voucher's number and the booking, open or kept", async () => {
    const { shortCode } = await promiseRow();
    const booking = (await reader().ticket.findFirstOrThrow()).bookingCode ?? "";
    const typed = `${shortCode.slice(0, 4).toLowerCase()}-${shortCode.slice(4).toLowerCase()}`;
    for (const query of [`JNJP${shortCode}`, typed, "k-001", booking, booking.slice(-4)]) {
      expect(await findPromises(officer, query), query).toMatchObject([{ id: promiseId, number: "K-001" }]);
    }
    for (const query of ["K-002", "0000", "ZZZZ9999", "%"]) {
      expect(await findPromises(officer, query), query).toEqual([]);
    }
    await count(supervisor, bag, 1);
    await keep(officer);
    expect(await findPromises(officer, shortCode)).toMatchObject([{ id: promiseId, state: "KEPT" }]);
  });

  test("and its slip is no voucher's, which the confirming page says", async () => {
    const { shortCode } = await promiseRow();
    expect(await findVoucher(officer, `JNJP${shortCode}`)).toEqual({ ok: false, code: "PROMISE_SLIP" });
  });
});

describe("a promise is kept", () => {
  test("on another day, when there is one again, and leaves the stock then", async () => {
    expect(await keep(colleague)).toEqual({ ok: false, code: "NONE_LEFT", details: { item: "Ransel" } });
    officeTime("09:15", "2026-11-27");
    await count(supervisor, bag, 2);
    const key = newKey();
    const kept = await keep(colleague, { key });
    expect(kept).toMatchObject({
      ok: true,
      value: {
        state: "KEPT",
        kept: { at: at("09:15", "2026-11-27").getTime(), byName: "Rekan Contoh", item: "Ransel" },
      },
    });
    expect(await keep(colleague, { key })).toEqual(kept);
    expect(await keep(officer)).toEqual({
      ok: false,
      code: "ALREADY_DONE",
      details: { at: at("09:15", "2026-11-27").getTime(), byName: "Rekan Contoh" },
    });
    expect(await movementsOf(bag)).toEqual(["COUNTED 0=0", "COUNTED 2=2", "HANDED_OUT -1=1"]);
    expect(await openPromises(officer)).toEqual([]);
    expect((await souvenirBoard(officer)).keptToday).toMatchObject([{ id: promiseId, undoUntil: null }]);
    expect(await historyOf(id)).toContain("PROMISE_KEPT SOUVENIR");
    await expectBooksToAgree();
  });

  test("with another item, and says which", async () => {
    const cap = await givenItem(supervisor, "Topi", 1);
    expect(await keep(officer, { souvenirId: cap })).toMatchObject({ value: { kept: { item: "Topi" } } });
    expect((await itemRow(cap)).stock).toBe(0);
  });

  test("once, however many tablets hand it over at once", async () => {
    await count(supervisor, bag, 9);
    const answers = await Promise.all([officer, colleague, supervisor, officer].map((by) => keep(by)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await itemRow(bag)).stock).toBe(8);
  });

  test("or taken back at the same moment, never both", async () => {
    await count(supervisor, bag, 1);
    const [kept, undone] = await Promise.all([
      keep(colleague),
      undoStep(officer, { voucherId: id, step: "SOUVENIR", key: newKey() }, "test"),
    ]);
    expect([kept.ok, undone.ok].filter(Boolean)).toHaveLength(1);
    expect((await itemRow(bag)).stock).toBe(kept.ok ? 0 : 1);
    await expectBooksToAgree();
  });

  test("and its hand-over is undone by who gave it, or by a supervisor with a reason", async () => {
    await count(supervisor, bag, 1);
    await keep(officer);
    const step = { voucherId: id, step: "SOUVENIR", key: newKey() } as const;
    expect(await undoStep(officer, step, "test")).toMatchObject({ code: "PROMISE_KEPT" });
    expect(await reopen(colleague, "Contoh")).toMatchObject({ code: "NOT_YOURS" });
    officeTime("10:46");
    expect(await reopen(officer)).toMatchObject({ code: "UNDO_TOO_LATE" });
    expect(await reopen(supervisor, " ")).toMatchObject({ code: "REASON_MISSING" });
    expect(await reopen(supervisor, "Salah orang")).toMatchObject({ value: { state: "OPEN", kept: null } });
    expect(await reopen(supervisor, "Salah orang")).toMatchObject({ code: "NOT_RECORDED" });
    expect(await movementsOf(bag)).toEqual([
      "COUNTED 0=0",
      "COUNTED 1=1",
      "HANDED_OUT -1=0",
      "TAKEN_BACK 1=1",
    ]);
    expect(await keep(colleague)).toMatchObject({ ok: true });
    await expectBooksToAgree();
  });
});

describe("a promise's slip", () => {
  test("holds what was promised and its code, no name, and is the same each time", async () => {
    const print = (key = newKey()) => printPromise(officer, { promiseId, key }, "test");
    const key = newKey();
    const first = await print(key);
    expect(first).toMatchObject({
      ok: true,
      value: { printedBy: "BROWSER", slip: { kind: "PROMISE", item: "Ransel", number: "K-001" } },
    });
    expect(await print(key)).toEqual(first);
    const second = await print();
    expect(second.ok && first.ok && second.value.slip).toEqual(first.ok && first.value.slip);
    expect(await reader().printJob.count({ where: { kind: "PROMISE" } })).toBe(2);
    const { applicantName } = await reader().ticket.findFirstOrThrow();
    expect(JSON.stringify(first)).not.toContain(applicantName);
  });

  test("comes out of the hall's printer", async () => {
    const { printer, id: printerId } = await hall.printer();
    hall.work();
    const answer = await printPromise(officer, { promiseId, key: newKey(), printerId }, "test");
    if (!answer.ok) throw new Error(answer.code);
    await settled(answer.value.printJobId, "CONFIRMED");
    expect(printer.slips).toHaveLength(1);
  });
});
