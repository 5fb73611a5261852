import { beforeEach, describe, expect, test } from "vitest";
import { POLICY_V1 } from "@/lib/rules/policy";
import { reader } from "@/lib/platform/database";
import { grantVoucher } from "@/lib/vouchers/grant-voucher";
import { findVoucher, openVoucher, todaysVouchers } from "@/lib/vouchers/queries";
import { reprintVoucher } from "@/lib/vouchers/reprint";
import { decideReviewFlag, lookAtReviewFlag } from "@/lib/vouchers/review-flag";
import { countSouvenir, deliverSouvenir } from "@/lib/vouchers/souvenirs/change-stock";
import { keepPromise, reopenPromise } from "@/lib/vouchers/souvenirs/keep-promise";
import { printPromise } from "@/lib/vouchers/souvenirs/print-promise";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { findTickets, openTicket } from "@/lib/vouchers/ticket-queries";
import { withholdTicket } from "@/lib/vouchers/withhold";
import { newKey } from "../support/keys";
import { givenStaff } from "../support/staff";
import { at, officeTime, TUESDAY, useTestDatabase } from "../support/test-database";
import { wib } from "../support/tickets";
import { givenTicket, givenVoucher, tap } from "./tablet-given";

useTestDatabase();

const NONE = "00000000-0000-4000-8000-000000000000";
let officer: StaffContext;
let supervisor: StaffContext;

beforeEach(async () => {
  officer = await givenStaff("officer", "Petugas Contoh");
  supervisor = await givenStaff("supervisor", "Penyelia Contoh");
});

describe("a tablet shows of a voucher", () => {
  test("everything that an officer decides by", async () => {
    const id = await givenVoucher(1, { biometricStartedAt: wib("10:10") });
    officeTime("10:31");
    await tap(officer, id, "APOLOGY");
    officeTime("10:46");
    const { ticketId } = await reader().voucher.findFirstOrThrow();
    const history = { step: null, reason: null };
    expect(await openVoucher(officer, id)).toEqual({
      ...{ id, ticketId, number: "K-001", state: "CONFIRMED", origin: "KIOSK", serviceDate: TUESDAY },
      ...{ queueNumber: "B-001", last4: "0001", applicantName: "Contoh Pemohon 1" },
      ...{ ticketAt: at("08:00").getTime(), promiseEndsAt: at("10:00").getTime() },
      ...{ biometricStartedAt: at("10:10").getTime(), issuedAt: at("10:30").getTime(), waitedMinutes: 130 },
      ...{ legalBasis: POLICY_V1.legalBasis, policyVersion: 1, obstacle: null },
      clauses: ["F.2.a", "F.2.b", "F.2.c", "F.2.e", "F.2.f", "F.2.g"].map((clause) => ({
        clause,
        result: "MET",
      })),
      steps: [
        {
          ...{
            step: "APOLOGY",
            state: "DONE",
            at: at("10:31").getTime(),
            byName: "Petugas Contoh",
            note: null,
          },
          undoUntil: at("10:46").getTime(),
        },
        ...["SOUVENIR", "PRIORITY"].map((step) => ({
          ...{ step, state: "OPEN", at: null, byName: null, note: null, undoUntil: null },
        })),
      ],
      ...{ promise: null, withheld: null, grantReason: null, mayOverride: false, now: at("10:46").getTime() },
      history: [
        { ...history, kind: "ISSUED", at: at("10:30").getTime(), byName: null },
        { ...history, kind: "CONFIRMED", at: at("10:31").getTime(), byName: "Petugas Contoh" },
        {
          ...history,
          kind: "STEP_DONE",
          step: "APOLOGY",
          at: at("10:31").getTime(),
          byName: "Petugas Contoh",
        },
      ],
    });
    const undoUntil = async (by: StaffContext) => (await openVoucher(by, id))?.steps[0]?.undoUntil;
    expect(await undoUntil(supervisor)).toBeNull();
    expect(await openVoucher(supervisor, id)).toMatchObject({ mayOverride: true });
    officeTime("10:46:00.001");
    expect(await undoUntil(officer)).toBeNull();
  });

  test("and each look is in the trail, of every way to look", async () => {
    const id = await givenVoucher();
    const ticketId = (await reader().ticket.findFirstOrThrow()).id;
    await findVoucher(officer, "K-001");
    await openTicket(officer, ticketId);
    const other = await givenTicket(2, { queueNumber: "B-002" });
    await findTickets(officer, "B-002");
    const looks = await reader().auditEvent.findMany({
      where: { action: { endsWith: ".viewed" } },
      orderBy: { seq: "asc" },
    });
    expect(
      looks.map(({ actorId, action, subjectKind, subjectId }) => [actorId, action, subjectKind, subjectId]),
    ).toEqual([
      [officer.account.id, "voucher.viewed", "voucher", id],
      [officer.account.id, "ticket.viewed", "ticket", ticketId],
      [officer.account.id, "ticket.viewed", "ticket", other],
    ]);
  });

  test("in the list of today: no name, and each with its times", async () => {
    const id = await givenVoucher(1);
    expect(await todaysVouchers(officer)).toEqual([
      {
        ...{ id, number: "K-001", state: "ISSUED", queueNumber: "B-001", last4: "0001", origin: "KIOSK" },
        ...{ issuedAt: at("10:30").getTime(), waitedMinutes: 150, stepsDone: 0 },
      },
    ]);
  });
});

describe("a tablet shows of a ticket", () => {
  test("its times, what the rules say of it, and what may be done", async () => {
    const times = { calledAt: wib("10:08"), biometricStartedAt: wib("10:10"), completedAt: wib("10:20") };
    const id = await givenTicket(1, { ...times, bookingChannel: "WALK_IN" });
    const shown = await openTicket(officer, id);
    expect(shown).toEqual({
      ...{ id, queueNumber: "B-001", last4: "0001", applicantName: "Contoh Pemohon 1", serviceDate: TUESDAY },
      ...{ ticketAt: at("08:00").getTime(), calledAt: at("10:08").getTime() },
      ...{ biometricStartedAt: at("10:10").getTime(), completedAt: at("10:20").getTime() },
      ...{
        waitedMs: 130 * 60_000,
        outcome: "SEE_OFFICER",
        contradictory: false,
        voucher: null,
        ruling: null,
      },
      clauses: expect.arrayContaining([{ clause: "F.2.c", result: "NOT_MET" }]) as unknown,
      ...{ mayGrant: false, mayWithhold: true, now: at("10:30").getTime() },
    });
    expect(await openTicket(supervisor, id)).toMatchObject({ mayGrant: true });
    expect(await openTicket(officer, NONE)).toBeNull();
    expect(await openVoucher(officer, NONE)).toBeNull();
  });

  test("without a number: nothing to wait for, and nothing to grant", async () => {
    const id = await givenTicket(1, { biometricTicketAt: undefined });
    expect(await openTicket(supervisor, id)).toMatchObject({
      ...{ ticketAt: null, calledAt: null, biometricStartedAt: null, completedAt: null, waitedMs: null },
      ...{ outcome: "NO_BIOMETRIC_TICKET", mayGrant: false },
    });
  });

  test("at exactly the promise nothing to grant, a millisecond later there is; of another day nothing at all", async () => {
    const id = await givenTicket(1, { biometricTicketAt: wib("08:30") });
    expect(await openTicket(supervisor, id)).toMatchObject({ mayGrant: false });
    officeTime("10:30:00.001");
    expect(await openTicket(supervisor, id)).toMatchObject({ mayGrant: true });
    officeTime("10:30", "2026-11-25");
    expect(await openTicket(supervisor, id)).toMatchObject({ mayGrant: false, mayWithhold: false });
  });

  test("with the voucher of the applicant's other ticket: it is theirs", async () => {
    await givenVoucher(1);
    const other = await givenTicket(2, { bookingCode: "9900000000000001", queueNumber: "B-009" });
    const voucher = await reader().voucher.findFirstOrThrow();
    expect(await openTicket(supervisor, other)).toMatchObject({
      voucher: { id: voucher.id, number: "K-001", state: "ISSUED" },
      ...{ mayGrant: false, mayWithhold: false },
    });
  });

  test("times that contradict each other are said so; a start before its number is no answer to the wait", async () => {
    const id = await givenTicket(1, { biometricStartedAt: wib("07:59") });
    expect(await openTicket(officer, id)).toMatchObject({ contradictory: true, waitedMs: 150 * 60_000 });
    const same = await givenTicket(2, { biometricStartedAt: wib("08:00") });
    expect(await openTicket(officer, same)).toMatchObject({ contradictory: false, waitedMs: 0 });
    const now = await givenTicket(3, { biometricStartedAt: wib("10:30") });
    expect(await openTicket(officer, now)).toMatchObject({ waitedMs: 150 * 60_000 });
    const ahead = await givenTicket(4, { biometricTicketAt: wib("10:40") });
    expect(await openTicket(officer, ahead)).toMatchObject({ waitedMs: 0 });
  });

  test("at most twelve at once, in the order of their numbers", async () => {
    for (let number = 13; number >= 1; number -= 1)
      await givenTicket(number, { bookingCode: `99000000${String(number).padStart(4, "0")}7777` });
    const found = await findTickets(officer, "7777");
    const first = Array.from({ length: 12 }, (_, index) => `B-${String(index + 1).padStart(3, "0")}`);
    expect(found.map(({ queueNumber }) => queueNumber)).toEqual(first);
  });
});

describe("what does not exist is refused, and nothing is written", () => {
  const key = newKey;
  test.each([
    [
      "a voucher's slip",
      () => reprintVoucher(officer, { voucherId: NONE, key: key() }, "t"),
      "UNKNOWN_VOUCHER",
    ],
    [
      "a ticket to withhold",
      () => withholdTicket(officer, { ticketId: NONE, reason: "C", key: key() }, "t"),
      "UNKNOWN_TICKET",
    ],
    [
      "a ticket to grant",
      () => grantVoucher(supervisor, { ticketId: NONE, reason: "C", key: key() }, "t"),
      "UNKNOWN_TICKET",
    ],
    ["a flag to see", () => lookAtReviewFlag(supervisor, NONE, "t"), "UNKNOWN_TICKET"],
    [
      "a flag to set",
      () => decideReviewFlag(supervisor, { ticketId: NONE, underReview: true, reason: "C", key: key() }, "t"),
      "UNKNOWN_TICKET",
    ],
    [
      "a promise to keep",
      () => keepPromise(officer, { promiseId: NONE, souvenirId: NONE, key: key() }, "t"),
      "UNKNOWN_PROMISE",
    ],
    [
      "a promise to reopen",
      () => reopenPromise(officer, { promiseId: NONE, key: key() }, "t"),
      "UNKNOWN_PROMISE",
    ],
    [
      "a promise to print",
      () => printPromise(officer, { promiseId: NONE, key: key() }, "t"),
      "UNKNOWN_PROMISE",
    ],
  ])("%s", async (_what, ask, code) => {
    expect(await ask()).toEqual({ ok: false, code });
    const audited = await reader().auditEvent.count({ where: { actorKind: "OFFICER" } });
    expect([audited, await reader().printJob.count(), await reader().ruling.count()]).toEqual([0, 0, 0]);
  });

  test("an item to count or deliver", async () => {
    const item = { souvenirId: NONE, revision: 0 };
    const unknown = { ok: false, code: "UNKNOWN_SOUVENIR" };
    expect(await deliverSouvenir(supervisor, { ...item, pieces: 1, key: newKey() }, "t")).toEqual(unknown);
    const count = { ...item, seen: 0, counted: 1, key: newKey() };
    expect(await countSouvenir(supervisor, count, "t")).toEqual(unknown);
    expect(await reader().souvenirMovement.count()).toBe(0);
  });

  test("the review flag is for supervisors to see", async () => {
    const ticketId = await givenTicket(1);
    expect(await lookAtReviewFlag(officer, ticketId, "t")).toEqual({ ok: false, code: "NOT_ALLOWED" });
    expect(await reader().auditEvent.count({ where: { actorKind: "OFFICER" } })).toBe(0);
  });
});
