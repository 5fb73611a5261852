import { beforeEach, describe, expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import { ingestTickets } from "@/lib/queue/ingest";
import { declareOutage } from "@/lib/queue/outages";
import { accountFigures } from "@/lib/register/account/account-figures";
import { issueReport } from "@/lib/register/account/issue-report";
import { latestReportOf, listReports, viewAccount } from "@/lib/register/account/queries";
import { readAccount } from "@/lib/register/account/read-account";
import { unsealed } from "@/lib/register/account/snapshot";
import { registerCounts } from "@/lib/register/register-counts";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { newKey } from "../support/keys";
import { givenStaff } from "../support/staff";
import { at, officeTime, TUESDAY, useTestDatabase } from "../support/test-database";
import { ticket, wib } from "../support/tickets";
import { corrected, givenTicket, givenVoucher, tap } from "./tablet-given";

useTestDatabase();

const DAY = { from: TUESDAY, to: TUESDAY };
let officer: StaffContext;
let supervisor: StaffContext;
let head: StaffContext;

beforeEach(async () => {
  officer = await givenStaff("officer", "Petugas Contoh");
  supervisor = await givenStaff("supervisor", "Pengawas Contoh");
  head = await givenStaff("head", "Kepala Contoh");
});

const issue = (by: StaffContext, period = DAY, key = newKey()) => issueReport(by, { period, key }, "test");
const snapshotOf = async (number: string) =>
  unsealed(await reader().accountReport.findUniqueOrThrow({ where: { number } }));

/** A day with one of each: completed, confirmed, lapsed, and an applicant who was served in time. */
async function givenDay(): Promise<void> {
  const [done, begun] = [await givenVoucher(1), await givenVoucher(2)];
  await givenVoucher(3);
  await givenTicket(4, { biometricStartedAt: wib("08:40"), updatedAt: wib("08:40") });
  officeTime("10:42");
  for (const step of ["APOLOGY", "SOUVENIR", "PRIORITY"] as const) await tap(officer, done, step);
  officeTime("10:50");
  await tap(officer, begun, "APOLOGY");
  const outage = { system: "SMART", reason: "=1+1", startedAt: at("12:00"), endedAt: at("12:30") };
  await declareOutage(outage, { kind: "SYSTEM" }, "test");
}

describe("the account of a day", () => {
  test("equals the register, and each look is recorded once", async () => {
    await givenDay();
    const figures = await viewAccount(supervisor, DAY);
    const { vouchers } = await registerCounts(DAY);
    expect(figures.total.vouchers).toMatchObject({
      issued: 3,
      open: vouchers.KIOSK.ISSUED,
      completed: vouchers.KIOSK.COMPLETED,
      confirmed: vouchers.KIOSK.CONFIRMED + vouchers.KIOSK.COMPLETED,
    });
    expect(figures.apology).toEqual({
      given: 2,
      medianMs: 720_000,
      ninetiethMs: 1_200_000,
      longestMs: 1_200_000,
    });
    expect(figures.souvenirs.find(({ name }) => name === "Payung")).toMatchObject({
      handedOut: 1,
      stock: null,
    });
    expect(figures.total.tickets).toMatchObject({ tickets: 4, served: 1, unserved: 3, passed: 3 });
    await viewAccount(supervisor, DAY);
    const looks = await reader().auditEvent.findMany({ where: { action: "report.viewed" } });
    expect(looks.map(({ actorId, subjectId }) => [actorId, subjectId])).toEqual([
      [supervisor.account.id, `${TUESDAY}..${TUESDAY}`],
    ]);
  });

  test("the review flag counts as the rules see it, a supervisor's word included", async () => {
    await ingestTickets([ticket(1, { underReview: true }), ticket(2)], { kind: "DEMO" });
    const g = async () =>
      accountFigures(await readAccount(DAY, at("16:30").getTime())).clauses.find(
        ({ clause }) => clause === "F.2.g",
      );
    expect(await g()).toMatchObject({ MET: 1, NOT_MET: 1 });
  });
});

describe("an issued report", () => {
  test("takes the next number once the period is over, and only the head issues it", async () => {
    await givenDay();
    expect(await issue(head)).toMatchObject({ code: "PERIOD_NOT_OVER" });
    officeTime("08:00", "2026-12-01");
    expect(await issue(supervisor)).toMatchObject({ code: "NOT_ALLOWED" });
    expect(await issue(officer)).toMatchObject({ code: "NOT_ALLOWED" });
    expect(await issue(head)).toMatchObject({ ok: true, value: { number: "001/JANJI/XII/2026" } });
    officeTime("08:00", "2027-01-04");
    expect(await issue(head)).toMatchObject({ value: { number: "001/JANJI/I/2027" } });
    expect((await listReports(supervisor)).map(({ number, issuedBy }) => [number, issuedBy])).toEqual([
      ["001/JANJI/I/2027", "Kepala Contoh"],
      ["001/JANJI/XII/2026", "Kepala Contoh"],
    ]);
    expect(await latestReportOf(head, DAY)).toBe("001/JANJI/I/2027");
    expect(await latestReportOf(head, { from: "2026-11-01", to: "2026-11-30" })).toBeNull();
    const trail = await reader().auditEvent.count({ where: { action: "report.issued" } });
    expect(trail).toBe(2);
  });

  test("a repeated tap gets the same report, two heads at once two numbers without a gap", async () => {
    officeTime("08:00", "2026-12-01");
    const key = newKey();
    const [one, again] = [await issue(head, DAY, key), await issue(head, DAY, key)];
    expect(again).toEqual(one);
    const both = await Promise.all([
      issue(head),
      issue(await givenStaff("head", "Kepala Lain")),
      issue(head),
    ]);
    expect(both.every(({ ok }) => ok)).toBe(true);
    const rows = await reader().accountReport.findMany({ orderBy: { seq: "asc" } });
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  test("keeps its figures whatever is corrected later, and lets yesterday's vouchers lapse first", async () => {
    await givenDay();
    officeTime("00:05", "2026-11-25");
    await issue(head);
    const number = "001/JANJI/XI/2026";
    const before = await snapshotOf(number);
    expect(before?.figures.total.vouchers).toMatchObject({ issued: 3, open: 0, lapsed: 1, confirmed: 2 });
    expect(before?.office.name).toBe("Kantor Imigrasi Blitar");
    await corrected(4, { biometricStartedAt: wib("11:40"), updatedAt: wib("12:00") });
    expect((await viewAccount(head, DAY)).total.tickets.passed).toBe(4);
    expect(await snapshotOf(number)).toEqual(before);
    await issue(head);
    expect((await snapshotOf("002/JANJI/XI/2026"))?.figures.total.tickets.passed).toBe(4);
  });

  test("that was changed is known by its fingerprint", async () => {
    officeTime("08:00", "2026-12-01");
    await issue(head);
    const row = await reader().accountReport.findFirstOrThrow();
    expect(unsealed(row)).not.toBeNull();
    expect(unsealed({ ...row, document: row.document.replace('"tickets":0', '"tickets":1') })).toBeNull();
  });
});
