import { beforeEach, describe, expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { recordStep } from "@/lib/vouchers/record-step";
import { undoStep } from "@/lib/vouchers/undo-step";
import { scan } from "../support/kiosk";
import { newKey } from "../support/keys";
import { givenStaff } from "../support/staff";
import { at, officeTime, useTestDatabase } from "../support/test-database";
import { auditOf, givenVoucher, historyOf, tap, voucherRow } from "./tablet-given";

useTestDatabase();

let officer: StaffContext;
let colleague: StaffContext;
let supervisor: StaffContext;
let id: string;

beforeEach(async () => {
  officer = await givenStaff("officer", "Petugas Contoh");
  colleague = await givenStaff("officer", "Rekan Contoh");
  supervisor = await givenStaff("supervisor", "Penyelia Contoh");
  id = await givenVoucher();
});

describe("the three parts of the compensation", () => {
  test("are each recorded with who, when and what; the first confirms, the last completes", async () => {
    officeTime("10:31");
    expect(await tap(officer, id, "APOLOGY")).toMatchObject({ ok: true, value: { state: "CONFIRMED" } });
    officeTime("10:32");
    await tap(colleague, id, "SOUVENIR", { item: "Botol minum" });
    officeTime("10:33");
    const done = await tap(officer, id, "PRIORITY");
    expect(done).toMatchObject({
      ok: true,
      value: {
        state: "COMPLETED",
        obstacle: null,
        steps: [
          { step: "APOLOGY", state: "DONE", at: at("10:31").getTime(), byName: "Petugas Contoh", note: null },
          { step: "SOUVENIR", at: at("10:32").getTime(), byName: "Rekan Contoh", note: "Botol minum" },
          { step: "PRIORITY", at: at("10:33").getTime(), byName: "Petugas Contoh" },
        ],
      },
    });
    expect(await voucherRow(id)).toMatchObject({
      state: "COMPLETED",
      confirmedAt: at("10:31"),
      confirmedById: officer.account.id,
      completedAt: at("10:33"),
    });
    expect(await historyOf(id)).toEqual([
      "ISSUED",
      "CONFIRMED",
      "STEP_DONE APOLOGY",
      "STEP_DONE SOUVENIR",
      "STEP_DONE PRIORITY",
      "COMPLETED",
    ]);
    expect(await auditOf(id)).toEqual([
      "voucher.issued",
      "voucher.confirmed",
      ...["voucher.step-done", "voucher.step-done", "voucher.step-done", "voucher.completed"],
    ]);
    expect(await scan(1)).toMatchObject({ outcome: "ALREADY_RECEIVED", number: "K-001" });
  });

  test("name the souvenir, and give a reason where a part is settled", async () => {
    const none = { voucherId: id, step: "SOUVENIR", key: newKey() } as const;
    expect(await recordStep(officer, none, "test")).toMatchObject({ code: "UNKNOWN_SOUVENIR" });
    expect(await tap(officer, id, "PRIORITY", { settled: true })).toMatchObject({ code: "NOTE_NEEDED" });
    expect(await historyOf(id)).toEqual(["ISSUED"]);
    const settled = await tap(officer, id, "PRIORITY", { settled: true, note: "Sudah dilayani" });
    expect(settled).toMatchObject({ ok: true, value: { state: "CONFIRMED" } });
    await tap(officer, id, "APOLOGY");
    await tap(officer, id, "SOUVENIR");
    expect((await voucherRow(id)).state).toBe("COMPLETED");
  });

  test("are not recorded twice: another key is told by whom and when", async () => {
    officeTime("10:31");
    await tap(officer, id, "APOLOGY");
    officeTime("10:40");
    expect(await tap(colleague, id, "APOLOGY")).toEqual({
      ok: false,
      code: "ALREADY_DONE",
      details: { at: at("10:31").getTime(), byName: "Petugas Contoh" },
    });
    expect(await historyOf(id)).toEqual(["ISSUED", "CONFIRMED", "STEP_DONE APOLOGY"]);
  });

  test("a retry under its key gets the same answer, and is one effect", async () => {
    const key = newKey();
    const first = await tap(officer, id, "APOLOGY", { key });
    expect(first.ok).toBe(true);
    expect(await tap(officer, id, "APOLOGY", { key })).toEqual(first);
    expect(await historyOf(id)).toEqual(["ISSUED", "CONFIRMED", "STEP_DONE APOLOGY"]);
  });

  test("a refusal is the same answer too under its key", async () => {
    await tap(officer, id, "APOLOGY");
    const key = newKey();
    const refused = await tap(colleague, id, "APOLOGY", { key });
    await undoStep(officer, { voucherId: id, step: "APOLOGY", key: newKey() }, "test");
    expect(await tap(colleague, id, "APOLOGY", { key })).toEqual(refused);
    expect(refused).toMatchObject({ code: "ALREADY_DONE" });
  });

  test("tapped ten times at once by two people are one effect; nine are told of it", async () => {
    const taps = Array.from({ length: 10 }, (_, index) =>
      tap(index % 2 ? officer : colleague, id, "SOUVENIR"),
    );
    const answers = await Promise.all(taps);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = answers.filter((answer) => !answer.ok);
    expect(refused.map(({ code }) => code)).toEqual(Array(9).fill("ALREADY_DONE"));
    expect(await historyOf(id)).toEqual(["ISSUED", "CONFIRMED", "STEP_DONE SOUVENIR"]);
    expect((await auditOf(id)).filter((action) => action === "voucher.step-done")).toHaveLength(1);
  });

  test("all three at once by three people complete it once", async () => {
    const steps = ["APOLOGY", "SOUVENIR", "PRIORITY"] as const;
    const answers = await Promise.all(steps.map((step) => tap(officer, id, step)));
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect((await voucherRow(id)).state).toBe("COMPLETED");
    expect((await historyOf(id)).filter((kind) => /CONFIRMED|COMPLETED/.test(kind))).toHaveLength(2);
  });

  test("are for the voucher's own day", async () => {
    await tap(officer, id, "APOLOGY");
    officeTime("08:00", "2026-11-25");
    expect(await tap(officer, id, "SOUVENIR")).toMatchObject({ code: "OTHER_DAY" });
  });

  test("an unknown voucher is refused", async () => {
    expect(await tap(officer, "00000000-0000-4000-8000-000000000000", "APOLOGY")).toEqual({
      ok: false,
      code: "UNKNOWN_VOUCHER",
    });
  });
});

describe("a wrong tap", () => {
  const undo = (by: StaffContext, reason?: string) =>
    undoStep(by, { voucherId: id, step: "APOLOGY", reason, key: newKey() }, "test");

  beforeEach(async () => {
    officeTime("10:30");
    await tap(officer, id, "APOLOGY");
  });

  test("is taken back by the same officer up to 15 minutes later, and the history stays", async () => {
    officeTime("10:45");
    expect(await undo(officer)).toMatchObject({
      ok: true,
      value: { steps: [{ state: "OPEN", byName: null }, {}, {}] },
    });
    officeTime("10:46");
    await tap(colleague, id, "APOLOGY");
    expect(await historyOf(id)).toEqual([
      "ISSUED",
      "CONFIRMED",
      "STEP_DONE APOLOGY",
      "STEP_UNDONE APOLOGY",
      "STEP_DONE APOLOGY",
    ]);
  });

  test("not later, and the tablet offers it no longer", async () => {
    officeTime("10:45:00.001");
    expect(await undo(officer)).toMatchObject({ code: "UNDO_TOO_LATE" });
    expect((await voucherRow(id)).steps.find(({ step }) => step === "APOLOGY")).toMatchObject({
      state: "DONE",
    });
  });

  test("not by a colleague; by a supervisor with a reason, at any time", async () => {
    expect(await undo(colleague, "Contoh")).toMatchObject({ code: "NOT_YOURS" });
    officeTime("12:00");
    expect(await undo(supervisor, "  ")).toMatchObject({ code: "REASON_MISSING" });
    expect(await undo(supervisor, "Salah orang")).toMatchObject({ ok: true });
    expect(await undo(supervisor, "Salah orang")).toMatchObject({ code: "NOT_RECORDED" });
    const event = await reader().voucherEvent.findFirstOrThrow({ where: { kind: "STEP_UNDONE" } });
    expect(event).toMatchObject({ reason: "Salah orang", byId: supervisor.account.id, step: "APOLOGY" });
  });

  test("takes a completed voucher back to confirmed, and completing it again is possible", async () => {
    await tap(officer, id, "SOUVENIR");
    await tap(officer, id, "PRIORITY");
    await undo(officer);
    expect(await voucherRow(id)).toMatchObject({ state: "CONFIRMED", completedAt: null });
    expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE", fresh: false });
    await tap(officer, id, "APOLOGY");
    expect((await voucherRow(id)).state).toBe("COMPLETED");
  });

  test("taken back twice at once is one effect", async () => {
    const answers = await Promise.all([undo(officer), undo(officer), undo(officer)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await historyOf(id)).filter((kind) => kind.startsWith("STEP_UNDONE"))).toHaveLength(1);
  });
});
