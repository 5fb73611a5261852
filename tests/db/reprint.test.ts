import { describe, expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import { printProgress, settlePrintJob } from "@/lib/printing/print-jobs";
import { reprintAtKiosk, reprintVoucher } from "@/lib/vouchers/reprint";
import { withholdVoucher } from "@/lib/vouchers/withhold";
import { KIOSK, scan } from "../support/kiosk";
import { newKey } from "../support/keys";
import { givenStaff } from "../support/staff";
import { officeTime, useTestDatabase } from "../support/test-database";
import { booking } from "../support/tickets";
import { givenVoucher, historyOf } from "./tablet-given";

useTestDatabase();

const atKiosk = (number: number, key = newKey()) => reprintAtKiosk(KIOSK, { payload: booking(number), key });
const jobs = () => reader().printJob.findMany({ orderBy: { copy: "asc" } });

describe("a reprint", () => {
  test("is the very same slip, at the kiosk and at the tablet, also hours later", async () => {
    const id = await givenVoucher(1);
    const first = await scan(1);
    const slip = "slip" in first ? first.slip : null;
    officeTime("14:00");
    expect(await atKiosk(1)).toMatchObject({ ok: true, value: { reprintLeft: false } });
    const officer = await givenStaff();
    const again = await reprintVoucher(officer, { voucherId: id, key: newKey() }, "test");
    expect(again.ok && JSON.stringify(again.value.slip)).toBe(JSON.stringify(slip));
    expect((await jobs()).map(({ copy, kioskId, byId }) => [copy, kioskId, byId])).toEqual([
      [1, "kiosk-1", null],
      [2, "kiosk-1", null],
      [3, null, officer.account.id],
    ]);
    expect(await historyOf(id)).toEqual(["ISSUED", "REPRINTED", "REPRINTED"]);
  });

  test("is given once unaided; then staff are asked, whose copies do not count", async () => {
    const id = await givenVoucher(1);
    const officer = await givenStaff();
    await reprintVoucher(officer, { voucherId: id, key: newKey() }, "test");
    expect(await scan(1)).toMatchObject({ reprintLeft: true });
    expect((await atKiosk(1)).ok).toBe(true);
    expect(await scan(1)).toMatchObject({ reprintLeft: false });
    expect(await atKiosk(1)).toEqual({ ok: false, code: "ASK_STAFF" });
    expect(await jobs()).toHaveLength(3);
  });

  test("asked for ten times at once comes out once, and under one key is one job", async () => {
    await givenVoucher(1);
    await givenVoucher(2);
    const answers = await Promise.all(Array.from({ length: 10 }, () => atKiosk(1)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const key = newKey();
    const same = await Promise.all(Array.from({ length: 5 }, () => atKiosk(2, key)));
    expect(new Set(same.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await jobs()).toHaveLength(4);
  });

  test("is for today's vouchers that stand", async () => {
    const id = await givenVoucher(1);
    const officer = await givenStaff();
    const again = () => reprintVoucher(officer, { voucherId: id, key: newKey() }, "test");
    await withholdVoucher(officer, { voucherId: id, reason: "Contoh", key: newKey() }, "test");
    expect(await again()).toEqual({ ok: false, code: "WITHHELD" });
    officeTime("08:00", "2026-11-25");
    expect(await again()).toEqual({ ok: false, code: "OTHER_DAY" });
    expect(await atKiosk(1)).toEqual({ ok: false, code: "ASK_STAFF" });
    expect(await jobs()).toHaveLength(1);
  });
});

describe("what became of a slip", () => {
  test("is said by the kiosk that printed it; what was said last counts, until it came out", async () => {
    await givenVoucher(1);
    const [job] = await jobs();
    const printJobId = job?.id ?? "";
    const settle = (state: "UNCONFIRMED" | "FAILED" | "CONFIRMED", kioskId = "kiosk-1") =>
      settlePrintJob({ kioskId }, { printJobId, state }, "test");
    expect(await settle("CONFIRMED", "kiosk-2")).toEqual({ ok: false, code: "UNKNOWN_JOB" });
    for (const state of ["UNCONFIRMED", "FAILED", "CONFIRMED"] as const)
      expect(await settle(state)).toEqual({ ok: true, value: null });
    expect(await settle("FAILED")).toEqual({ ok: false, code: "UNKNOWN_JOB" });
    expect(await jobs()).toMatchObject([{ state: "CONFIRMED" }]);
    expect(await reader().auditEvent.count({ where: { action: "print.settled" } })).toBe(3);
  });

  test("of an officer's reprint is said and asked by that officer alone", async () => {
    const voucherId = await givenVoucher(1);
    const [officer, other] = [await givenStaff(), await givenStaff()];
    const printed = await reprintVoucher(officer, { voucherId, key: newKey(), printerId: null }, "test");
    const printJobId = printed.ok ? printed.value.printJobId : "";
    const settle = (byId: string) => settlePrintJob({ byId }, { printJobId, state: "FAILED" }, "test");
    expect(await settle(other.account.id)).toEqual({ ok: false, code: "UNKNOWN_JOB" });
    expect(await printProgress({ byId: other.account.id }, printJobId)).toBeNull();
    expect(await settle(officer.account.id)).toEqual({ ok: true, value: null });
    expect(await printProgress({ byId: officer.account.id }, printJobId)).toEqual({
      state: "FAILED",
      failure: "NOT_OUT",
    });
    // The kiosk's own slip is another's, too.
    expect(await printProgress({ kioskId: "kiosk-1" }, printJobId)).toBeNull();
  });
});
