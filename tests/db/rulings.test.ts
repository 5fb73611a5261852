import { beforeEach, describe, expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import { declareOutage } from "@/lib/queue/outages";
import { grantVoucher } from "@/lib/vouchers/grant-voucher";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { openTicket } from "@/lib/vouchers/ticket-queries";
import { reopenTicket, reopenVoucher, withholdTicket, withholdVoucher } from "@/lib/vouchers/withhold";
import { scan } from "../support/kiosk";
import { newKey } from "../support/keys";
import { givenStaff } from "../support/staff";
import { at, officeTime, useTestDatabase } from "../support/test-database";
import { wib } from "../support/tickets";
import { auditOf, givenTicket, givenVoucher, historyOf, tap, voucherRow } from "./tablet-given";

useTestDatabase();

let officer: StaffContext;
let colleague: StaffContext;
let supervisor: StaffContext;

beforeEach(async () => {
  officer = await givenStaff("officer", "Petugas Contoh");
  colleague = await givenStaff("officer", "Rekan Contoh");
  supervisor = await givenStaff("supervisor", "Penyelia Contoh");
});

const hold = (by: StaffContext, voucherId: string, reason = "Contoh alasan") =>
  withholdVoucher(by, { voucherId, reason, key: newKey() }, "test");
const reopen = (by: StaffContext, voucherId: string, reason?: string) =>
  reopenVoucher(by, { voucherId, reason, key: newKey() }, "test");
const grant = (by: StaffContext, ticketId: string, reason = "Contoh alasan") =>
  grantVoucher(by, { ticketId, reason, key: newKey() }, "test");
const kindsOfRulings = async () =>
  (await reader().ruling.findMany({ orderBy: { at: "asc" } })).map(({ kind }) => kind);

describe("an officer withholds a voucher", () => {
  let id: string;
  beforeEach(async () => {
    id = await givenVoucher();
  });

  test("with a written reason, which everybody on a tablet reads", async () => {
    expect(await hold(officer, id, "  ")).toMatchObject({ code: "REASON_MISSING" });
    const held = await hold(officer, id, "Bukan pemohon sendiri");
    expect(held).toMatchObject({
      ok: true,
      value: {
        state: "WITHHELD",
        obstacle: "WITHHELD",
        withheld: { byName: "Petugas Contoh", reason: "Bukan pemohon sendiri", at: at("10:30").getTime() },
      },
    });
    expect(await tap(supervisor, id, "APOLOGY", { override: "Tetap" })).toMatchObject({ code: "WITHHELD" });
    expect(await hold(colleague, id)).toMatchObject({
      code: "ALREADY_DONE",
      details: { byName: "Petugas Contoh", at: at("10:30").getTime() },
    });
    expect(await auditOf(id)).toEqual(["voucher.issued", "voucher.withheld"]);
  });

  test("not once something was handed over", async () => {
    await tap(officer, id, "APOLOGY");
    expect(await hold(officer, id)).toMatchObject({ code: "STEPS_RECORDED" });
  });

  test("and takes it back within 15 minutes; later a supervisor does, with a reason", async () => {
    await hold(officer, id);
    officeTime("10:45");
    expect(await reopen(colleague, id, "Contoh")).toMatchObject({ code: "NOT_YOURS" });
    expect(await reopen(officer, id)).toMatchObject({ ok: true, value: { state: "ISSUED", withheld: null } });
    expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE", slip: { number: "K-001" } });
    await hold(officer, id);
    officeTime("11:01");
    expect(await reopen(officer, id)).toMatchObject({ code: "UNDO_TOO_LATE" });
    expect(await reopen(supervisor, id)).toMatchObject({ code: "REASON_MISSING" });
    expect(await reopen(supervisor, id, "Sudah jelas")).toMatchObject({ ok: true });
    expect(await reopen(supervisor, id, "Sudah jelas")).toMatchObject({ code: "NOT_WITHHELD" });
    expect(await historyOf(id)).toEqual(["ISSUED", "WITHHELD", "REOPENED", "WITHHELD", "REOPENED"]);
    expect(await kindsOfRulings()).toEqual(["WITHHELD", "REOPENED", "WITHHELD", "REOPENED"]);
  });

  test("a confirmed voucher returns to confirmed", async () => {
    await tap(officer, id, "APOLOGY");
    const { undoStep } = await import("@/lib/vouchers/undo-step");
    await undoStep(officer, { voucherId: id, step: "APOLOGY", key: newKey() }, "test");
    await hold(officer, id);
    await reopen(officer, id);
    expect((await voucherRow(id)).state).toBe("CONFIRMED");
  });
});

describe("an officer withholds a ticket that has no voucher", () => {
  const holdTicket = (ticketId: string, reason = "Contoh alasan") =>
    withholdTicket(officer, { ticketId, reason, key: newKey() }, "test");
  const reopenIt = (by: StaffContext, ticketId: string) =>
    reopenTicket(by, { ticketId, key: newKey() }, "test");

  test("and the kiosk issues nothing until it is taken back", async () => {
    const id = await givenTicket(1);
    expect(await holdTicket(id, " ")).toMatchObject({ code: "REASON_MISSING" });
    expect(await holdTicket(id)).toMatchObject({
      ok: true,
      value: { mayWithhold: false, ruling: { kind: "WITHHELD", byName: "Petugas Contoh" } },
    });
    expect(await holdTicket(id)).toMatchObject({
      code: "ALREADY_DONE",
      details: { byName: "Petugas Contoh" },
    });
    expect(await scan(1)).toMatchObject({ outcome: "SEE_OFFICER" });
    expect(await reopenIt(colleague, id)).toMatchObject({ code: "NOT_YOURS" });
    officeTime("10:31");
    expect(await reopenIt(officer, id)).toMatchObject({ ok: true, value: { mayWithhold: true } });
    expect(await reopenIt(officer, id)).toMatchObject({ code: "NOT_WITHHELD" });
    expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE" });
    expect(await holdTicket(id)).toMatchObject({ code: "HAS_VOUCHER" });
    expect(await auditOf(id)).toEqual(
      expect.arrayContaining(["ticket.withheld", "booking.checked"]) as string[],
    );
  });

  test("only today's", async () => {
    const id = await givenTicket(1, { serviceDate: "2026-11-23" });
    expect(await holdTicket(id)).toMatchObject({ code: "OTHER_DAY" });
  });
});

describe("a supervisor grants a voucher", () => {
  test("where the wait is over the promise, with the next number of the day's series", async () => {
    await givenVoucher(1);
    const id = await givenTicket(2, { bookingChannel: "WALK_IN", bookingCode: undefined, underReview: true });
    expect(await openTicket(supervisor, id)).toMatchObject({ mayGrant: true });
    expect(await openTicket(officer, id)).toMatchObject({ mayGrant: false });
    expect(await grant(officer, id)).toEqual({ ok: false, code: "NOT_ALLOWED" });
    expect(await grant(supervisor, id, "  ")).toEqual({ ok: false, code: "REASON_NEEDED" });
    const granted = await grant(supervisor, id, "Menunggu bersama anak kecil");
    expect(granted).toMatchObject({
      ok: true,
      value: { number: "K-002", origin: "GRANT", grantReason: "Menunggu bersama anak kecil", obstacle: null },
    });
    expect(await grant(supervisor, id)).toMatchObject({ code: "HAS_VOUCHER" });
    const voucherId = granted.ok ? granted.value.id : "";
    expect(await historyOf(voucherId)).toEqual(["GRANTED"]);
    expect(await tap(officer, voucherId, "APOLOGY")).toMatchObject({ ok: true });
    expect(await reader().decisionRecord.findMany({ where: { source: "OFFICER" } })).toMatchObject([
      { outcome: "SEE_OFFICER", byId: supervisor.account.id, voucherId },
    ]);
    expect(await kindsOfRulings()).toEqual(["GRANTED"]);
  });

  test.each([
    ["at exactly two hours", { biometricTicketAt: wib("08:30") }],
    ["without a number", { biometricTicketAt: undefined }],
    ["for somebody served within it", { biometricStartedAt: wib("09:59") }],
  ])("not %s", async (_what, changes) => {
    const id = await givenTicket(1, changes);
    expect(await grant(supervisor, id)).toMatchObject({ code: "NOT_OVER_THRESHOLD" });
    expect(await reader().dayCounter.count()).toBe(0);
  });

  test("in spite of a disruption, and the disruption does not stand against it afterwards", async () => {
    const id = await givenTicket(1);
    const facts = { system: "SMART", reason: "Contoh", startedAt: at("08:10"), endedAt: null };
    await declareOutage(facts, { kind: "SYSTEM" }, "test");
    const granted = await grant(supervisor, id);
    expect(granted).toMatchObject({ ok: true, value: { obstacle: null } });
    expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE", fresh: false });
    expect(await tap(officer, granted.ok ? granted.value.id : "", "APOLOGY")).toMatchObject({ ok: true });
  });

  test("and the kiosk at the same moment: one voucher between them", async () => {
    const id = await givenTicket(1);
    const [granted] = await Promise.all([grant(supervisor, id), scan(1), scan(1), grant(supervisor, id)]);
    expect(["HAS_VOUCHER", "ok"]).toContain(granted.ok ? "ok" : granted.code);
    expect(await reader().voucher.count()).toBe(1);
    expect(await reader().dayCounter.findMany()).toMatchObject([{ lastNumber: 1 }]);
  });

  test("one a day for an applicant, whichever of their tickets it is", async () => {
    const [one, other] = [await givenTicket(1), await givenTicket(2, { bookingCode: "9900000000000001" })];
    const answers = await Promise.all([grant(supervisor, one), grant(supervisor, other)]);
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.code)).sort()).toEqual(["HAS_VOUCHER", "ok"]);
    expect(await reader().dayCounter.findMany()).toMatchObject([{ lastNumber: 1 }]);
  });
});
