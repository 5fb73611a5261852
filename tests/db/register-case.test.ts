import { describe, expect, test } from "vitest";
import { acknowledgeAlerts } from "@/lib/hall/acknowledge-alerts";
import { reader, writeTransaction } from "@/lib/platform/database";
import { resolveAlert } from "@/lib/queue/alerts";
import { declareOutage } from "@/lib/queue/outages";
import { lookAtName } from "@/lib/register/case/applicant-name";
import { openCase } from "@/lib/register/case/open-case";
import type { CaseView } from "@/lib/register/case/types";
import { confirmVoucher } from "@/lib/vouchers/confirm-voucher";
import { keepPromise } from "@/lib/vouchers/souvenirs/keep-promise";
import { undoStep } from "@/lib/vouchers/undo-step";
import { withholdTicket } from "@/lib/vouchers/withhold";
import { newKey } from "../support/keys";
import { scan } from "../support/kiosk";
import { givenStaff } from "../support/staff";
import { at, officeTime, TUESDAY, useTestDatabase } from "../support/test-database";
import { wib } from "../support/tickets";
import { deliver, givenItem } from "./souvenir-given";
import { corrected, givenTicket, givenVoucher, tap } from "./tablet-given";

useTestDatabase();

const entriesOf = (view: CaseView | null) => (view?.days ?? []).flatMap(({ entries }) => entries);
const kindsOf = (view: CaseView | null) =>
  entriesOf(view).map(({ kind, step }) => (step ? `${kind} ${step}` : kind));
const ticketOf = async (voucherId: string) =>
  (await reader().voucher.findUniqueOrThrow({ where: { id: voucherId } })).ticketId;
const looks = async (subjectKind: string) =>
  (await reader().auditEvent.findMany({ where: { subjectKind, action: "ticket.viewed" } })).length;

describe("a case", () => {
  test("lays a voucher's whole life out as one timeline, with who did what", async () => {
    const officer = await givenStaff("officer", "Petugas Contoh");
    const bag = await givenItem(officer, "Ransel", 0);
    const ticketId = await givenTicket(1);
    officeTime("09:56");
    await acknowledgeAlerts(officer, { alerts: [{ ticketId, level: 115 }] }, "test");
    await scan(1);
    officeTime("10:30");
    await scan(1);
    const voucherId = (await reader().voucher.findFirstOrThrow()).id;
    officeTime("10:40");
    await tap(officer, voucherId, "APOLOGY");
    await undoStep(officer, { voucherId, step: "APOLOGY", key: newKey() }, "test");
    officeTime("10:42");
    await tap(officer, voucherId, "APOLOGY");
    await tap(officer, voucherId, "SOUVENIR", { item: "Ransel", promised: true });
    await tap(officer, voucherId, "PRIORITY", { settled: true, note: "Sudah dilayani" });
    officeTime("09:15", "2026-11-27");
    await deliver(officer, bag, 5);
    const promiseId = (await reader().souvenirPromise.findFirstOrThrow()).id;
    await keepPromise(officer, { promiseId, souvenirId: bag, key: newKey() }, "test");

    const view = await openCase(officer, ticketId);
    expect(kindsOf(view)).toEqual([
      ...["NUMBER", "DECISION", "HALL_SEEN", "PROMISE_ENDS", "DECISION", "VOUCHER_ISSUED", "PRINTED"],
      ...["DECISION", "VOUCHER_CONFIRMED", "VOUCHER_STEP_DONE APOLOGY", "VOUCHER_STEP_UNDONE APOLOGY"],
      ...["VOUCHER_STEP_DONE APOLOGY", "VOUCHER_STEP_PROMISED SOUVENIR", "VOUCHER_STEP_SETTLED PRIORITY"],
      ...["VOUCHER_COMPLETED", "VOUCHER_PROMISE_KEPT SOUVENIR", "STOCK_HANDED_OUT"],
    ]);
    expect(view?.days.map(({ date }) => date)).toEqual([TUESDAY, "2026-11-27"]);
    const entries = entriesOf(view);
    expect(entries.find(({ kind }) => kind === "HALL_SEEN")).toMatchObject({
      byName: "Petugas Contoh",
      count: 115,
    });
    expect(entries.find(({ kind }) => kind === "PROMISE_ENDS")?.at).toBe(at("10:00").getTime());
    expect(entries.find(({ kind }) => kind === "STOCK_HANDED_OUT")).toMatchObject({
      item: "Ransel",
      count: 4,
    });
    const decided = entries.flatMap(({ evidence }) => evidence ?? []);
    expect(decided.map(({ source, outcome, policyVersion }) => [source, outcome, policyVersion])).toEqual([
      ["KIOSK", "NOT_YET", 1],
      ["KIOSK", "ELIGIBLE", 1],
      ["CONFIRMATION", "ELIGIBLE", 1],
    ]);
    expect(decided[1]?.legalBasis).toContain("W.15.IMI");
    expect(view?.voucher).toMatchObject({
      number: "K-001",
      state: "COMPLETED",
      steps: [
        { step: "APOLOGY", state: "DONE", byName: "Petugas Contoh" },
        { step: "SOUVENIR", state: "PROMISED", note: "Ransel" },
        { step: "PRIORITY", state: "SETTLED", note: "Sudah dilayani" },
      ],
    });
    expect(JSON.stringify(view)).not.toContain("Contoh Pemohon");
  });

  test("tells a disruption declared after the voucher, the confirmation that it stopped, and how it was overruled", async () => {
    const [officer, supervisor] = [await givenStaff(), await givenStaff("supervisor", "Pengawas Contoh")];
    const voucherId = await givenVoucher();
    officeTime("10:45");
    const actor = { kind: "OFFICER", id: officer.account.id } as const;
    await declareOutage(
      { system: "SMART", reason: "Jaringan", startedAt: at("08:30"), endedAt: at("08:50") },
      actor,
      "test",
    );
    officeTime("10:50");
    expect(await confirmVoucher(officer, { voucherId, key: newKey() }, "test")).toMatchObject({
      code: "OUTAGE",
    });
    officeTime("10:55");
    const override = "Sudah menunggu sejak pagi";
    await confirmVoucher(supervisor, { voucherId, override, key: newKey() }, "test");
    const entries = entriesOf(await openCase(officer, await ticketOf(voucherId)));
    expect(entries.map(({ kind }) => kind)).toEqual([
      ...["NUMBER", "OUTAGE", "PROMISE_ENDS", "DECISION", "VOUCHER_ISSUED", "PRINTED", "OUTAGE_DECLARED"],
      ...["DECISION", "DECISION", "VOUCHER_CONFIRMED"],
    ]);
    expect(entries.flatMap(({ evidence }) => evidence ?? []).slice(1)).toMatchObject([
      { obstacle: "OUTAGE", overruled: false },
      { obstacle: "OUTAGE", overruled: true },
    ]);
    expect(entries.at(-1)).toMatchObject({ byName: "Pengawas Contoh", note: override });
    expect(entries[1]).toMatchObject({ place: "SMART", until: at("08:50").getTime(), note: "Jaringan" });
  });

  test("tells corrections that contradict the voucher, how they were resolved, and decisions without a voucher", async () => {
    const officer = await givenStaff("officer", "Petugas Contoh");
    const voucherId = await givenVoucher(1);
    await corrected(1, { biometricTicketAt: wib("08:20") });
    const alert = await reader().alert.findFirstOrThrow();
    await resolveAlert(officer, { alertId: alert.id, note: "Sudah dicocokkan" }, "test");
    const told = entriesOf(await openCase(officer, await ticketOf(voucherId)));
    expect(told.find(({ kind }) => kind === "CONTRADICTION")?.changes).toMatchObject([
      { field: "biometricTicketAt" },
    ]);
    expect(told.find(({ kind }) => kind === "CONTRADICTION_RESOLVED")).toMatchObject({
      byName: "Petugas Contoh",
      note: "Sudah dicocokkan",
    });

    const lost = await givenTicket(2, { replacementReason: "LOST" });
    await withholdTicket(officer, { ticketId: lost, reason: "Paspor hilang", key: newKey() }, "test");
    const view = await openCase(officer, lost);
    expect(view?.voucher).toBeNull();
    expect(entriesOf(view).at(-1)).toMatchObject({ kind: "RULING_WITHHELD", note: "Paspor hilang" });
  });

  test("says where the same applicant's voucher is when it was given on another ticket", async () => {
    const officer = await givenStaff();
    const first = await ticketOf(await givenVoucher(1));
    const second = await givenTicket(2, { bookingCode: "9900000000000001", queueNumber: "B-077" });
    expect(await openCase(officer, second)).toMatchObject({
      voucher: null,
      elsewhere: { ticketId: first, number: "K-001" },
    });
  });

  test("is read and recorded as a look, once in ten minutes; of nothing there is none", async () => {
    const officer = await givenStaff();
    expect(await openCase(officer, "00000000-0000-4000-8000-000000000000")).toBeNull();
    expect(await looks("ticket")).toBe(0);
    const ticketId = await givenTicket(1);
    await openCase(officer, ticketId);
    await openCase(officer, ticketId);
    expect(await looks("ticket")).toBe(1);
  });
});

describe("the applicant's name", () => {
  test("is told when asked for, and every single look is in the trail", async () => {
    const officer = await givenStaff();
    const ticketId = await givenTicket(1);
    for (const count of [1, 2]) {
      const told = await lookAtName(officer, ticketId, "test");
      expect(told).toEqual({ ok: true, value: { name: "Contoh Pemohon 1", erased: false } });
      expect(await looks("applicant-name")).toBe(count);
    }
    const trail = JSON.stringify(await reader().auditEvent.findMany());
    expect(trail).not.toContain("Contoh Pemohon");
  });

  test("is not an administrator's to know", async () => {
    const administrator = await givenStaff("administrator");
    const ticketId = await givenTicket(1);
    expect(await lookAtName(administrator, ticketId, "test")).toEqual({ ok: false, code: "NOT_ALLOWED" });
    expect(await looks("applicant-name")).toBe(0);
  });

  test("that retention has removed is said to be removed, and the case stays", async () => {
    const officer = await givenStaff();
    const ticketId = await ticketOf(await givenVoucher(1));
    const data = { applicantName: null, bookingCode: null, bookingLast4: null };
    await writeTransaction((tx) => tx.ticket.update({ where: { id: ticketId }, data }));
    expect(await openCase(officer, ticketId)).toMatchObject({ erased: false, last4: null });
    officeTime("10:00", "2027-02-21");
    expect(await openCase(officer, ticketId)).toMatchObject({ erased: false });
    officeTime("10:00", "2027-02-22");
    const view = await openCase(officer, ticketId);
    expect(view).toMatchObject({ erased: true, queueNumber: "B-001", voucher: { number: "K-001" } });
    expect(kindsOf(view)).toContain("VOUCHER_ISSUED");
    expect(await lookAtName(officer, ticketId, "test")).toEqual({
      ok: true,
      value: { name: null, erased: true },
    });
  });
});
