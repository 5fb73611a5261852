import { describe, expect, test } from "vitest";
import { POLICY_V1 } from "@/lib/rules/policy";
import { reader } from "@/lib/platform/database";
import { checkBooking } from "@/lib/vouchers/check-booking";
import { grantVoucher } from "@/lib/vouchers/grant-voucher";
import { reprintAtKiosk } from "@/lib/vouchers/reprint";
import { voucherShortCode, voucherToken, voucherTokenHash } from "@/lib/vouchers/tokens";
import { withholdVoucher } from "@/lib/vouchers/withhold";
import { KIOSK, scan } from "../support/kiosk";
import { newKey } from "../support/keys";
import { givenStaff } from "../support/staff";
import { at, officeTime, TUESDAY, useTestDatabase } from "../support/test-database";
import { booking } from "../support/tickets";
import { givenTicket, givenVoucher, voucherRow } from "./tablet-given";

useTestDatabase();

const WEDNESDAY = "2026-11-25";
const TEN_THIRTY = at("10:30");
const trail = async () =>
  (await reader().auditEvent.findMany({ where: { actorKind: "KIOSK" }, orderBy: { seq: "asc" } })).map(
    ({ actorId, action, subjectKind, subjectId, data, requestId }) => [
      ...[actorId, action, subjectKind, subjectId, requestId],
      JSON.parse(data) as unknown,
    ],
  );

describe("what a check leaves behind", () => {
  test("of an issued voucher: everything that its slip, its proof and the register need", async () => {
    const ticketId = await givenTicket(1);
    await scan(1);
    const voucher = await reader().voucher.findFirstOrThrow({ include: { steps: true, events: true } });
    expect(voucher).toMatchObject({
      ...{ serviceDate: TUESDAY, seq: 1, number: "K-001", ticketId, origin: "KIOSK", state: "ISSUED" },
      ...{ policyVersion: 1, legalBasis: POLICY_V1.legalBasis, queueNumber: "B-001", bookingLast4: "0001" },
      ...{ ticketAt: at("08:00"), issuedAt: TEN_THIRTY, waitedMs: 150 * 60_000, kioskId: "kiosk-1" },
      tokenHash: voucherTokenHash(voucherToken(voucher.id)),
      shortCode: voucherShortCode(voucher.id),
    });
    const { applicantRef } = await reader().ticket.findFirstOrThrow();
    expect(voucher.applicantRef).toBe(applicantRef);
    expect(voucher.steps.map(({ step, state }) => [step, state]).sort()).toEqual([
      ["APOLOGY", "OPEN"],
      ["PRIORITY", "OPEN"],
      ["SOUVENIR", "OPEN"],
    ]);
    expect(voucher.events).toMatchObject([{ kind: "ISSUED", at: TEN_THIRTY, byId: null, reason: null }]);
    const [record] = await reader().decisionRecord.findMany();
    expect(record).toMatchObject({
      ...{ source: "KIOSK", kioskId: "kiosk-1", voucherId: voucher.id, ticketId, requestId: "test" },
      ...{ at: TEN_THIRTY, serviceDate: TUESDAY, outcome: "ELIGIBLE", waitedMs: 150 * 60_000 },
      ...{ policyVersion: 1, byId: null },
    });
    expect(JSON.parse(record?.clauses ?? "")).toEqual({
      ...{ "F.2.a": "MET", "F.2.b": "MET", "F.2.c": "MET", "F.2.e": "MET", "F.2.f": "MET", "F.2.g": "MET" },
    });
    expect(JSON.parse(record?.facts ?? "")).toEqual({
      now: TEN_THIRTY.getTime(),
      ticket: {
        ...{ serviceDate: TUESDAY, biometricTicketAt: at("08:00").getTime(), biometricStartedAt: null },
        ...{ applicationType: "NEW", replacementReason: null, bookingChannel: "M_PASPOR" },
        ...{ registeredInSmart: true, underReview: false },
      },
      outages: [],
    });
    expect(await trail()).toEqual([
      ["kiosk-1", "voucher.issued", "voucher", voucher.id, "test", {}],
      ["kiosk-1", "booking.checked", "ticket", ticketId, "test", { outcome: "ELIGIBLE" }],
    ]);
    expect(await reader().printJob.findMany()).toMatchObject([
      { kind: "VOUCHER", voucherId: voucher.id, kioskId: "kiosk-1" },
    ]);
  });

  test("of a booking without a ticket: a record and an audit row that name none", async () => {
    await scan(7);
    expect(await trail()).toEqual([
      ["kiosk-1", "booking.checked", "ticket", null, "test", { outcome: "UNKNOWN_BOOKING" }],
    ]);
    const [record] = await reader().decisionRecord.findMany();
    expect(record).toMatchObject({ source: "KIOSK", ticketId: null, voucherId: null, waitedMs: null });
    expect(JSON.parse(record?.facts ?? "")).toEqual({ now: TEN_THIRTY.getTime(), ticket: null, outages: [] });
  });

  test("of a second scan: a record of its own that names the voucher", async () => {
    const voucherId = await givenVoucher(1);
    await scan(1);
    const records = await reader().decisionRecord.findMany({ orderBy: { id: "asc" } });
    expect(records).toMatchObject([
      { source: "KIOSK", kioskId: "kiosk-1", voucherId, requestId: "test" },
      { source: "KIOSK", kioskId: "kiosk-1", voucherId, requestId: "test" },
    ]);
  });

  test("of somebody sent to an officer: a direction slip, which names nobody", async () => {
    await givenTicket(1, { underReview: true });
    expect(await scan(1)).toEqual({
      ...{ outcome: "SEE_OFFICER", serverNow: TEN_THIRTY.getTime(), room: "OPEN", printedBy: "BROWSER" },
      printJobId: (await reader().printJob.findFirstOrThrow()).id,
      slip: expect.objectContaining({ kind: "DIRECTION", serviceDate: TUESDAY }) as unknown,
    });
    expect(await reader().printJob.findMany()).toMatchObject([
      { kind: "DIRECTION", kioskId: "kiosk-1", voucherId: null, promiseId: null },
    ]);
  });
});

describe("a slip asked for again at the kiosk", () => {
  const ask = (payload: string) => reprintAtKiosk(KIOSK, { payload, key: newKey() });
  const refused = { ok: false, code: "ASK_STAFF" };

  test("is refused alike for what is no booking, is unknown, has no voucher, or was withheld", async () => {
    await givenTicket(2, { underReview: true });
    const id = await givenVoucher(1);
    const officer = await givenStaff();
    await withholdVoucher(officer, { voucherId: id, reason: "Contoh", key: newKey() }, "test");
    for (const payload of ["tidak ada nomor", booking(9), booking(2), booking(1)])
      expect(await ask(payload), payload).toEqual(refused);
    expect(await reader().printJob.count()).toBe(1);
  });

  test("is for the voucher of that booking, today's", async () => {
    await givenVoucher(1);
    const id = await givenVoucher(2);
    const again = await ask(booking(2));
    expect(again).toMatchObject({ ok: true, value: { printedBy: "BROWSER", slip: { number: "K-002" } } });
    const events = await reader().voucherEvent.findMany({ where: { kind: "REPRINTED" } });
    expect(events).toMatchObject([{ voucherId: id, at: TEN_THIRTY, byId: null }]);
    expect((await trail()).at(-1)).toEqual([
      ...["kiosk-1", "print.requested", "voucher", id, "test"],
      { copy: 2 },
    ]);
    officeTime("10:30", WEDNESDAY);
    expect(await ask(booking(1))).toEqual(refused);
  });
});

test("a granted voucher holds who granted it and why, and no kiosk", async () => {
  const supervisor = await givenStaff("supervisor");
  const ticketId = await givenTicket(1, { bookingCode: undefined, queueNumber: undefined });
  const granted = await grantVoucher(supervisor, { ticketId, reason: " Contoh ", key: newKey() }, "req-1");
  const voucherId = granted.ok ? granted.value.id : "";
  const byId = supervisor.account.id;
  expect(await voucherRow(voucherId)).toMatchObject({
    ...{ origin: "GRANT", kioskId: null, queueNumber: "", bookingLast4: null, waitedMs: 150 * 60_000 },
    ...{ ticketAt: at("08:00"), issuedAt: TEN_THIRTY, serviceDate: TUESDAY },
  });
  expect(await reader().voucherEvent.findMany()).toMatchObject([
    { voucherId, kind: "GRANTED", at: TEN_THIRTY, byId, reason: "Contoh" },
  ]);
  expect(await reader().ruling.findMany()).toMatchObject([
    { ticketId, voucherId, kind: "GRANTED", reason: "Contoh", byId, at: TEN_THIRTY },
  ]);
  expect(await reader().decisionRecord.findMany()).toMatchObject([
    { source: "OFFICER", byId, voucherId, ticketId, kioskId: null, requestId: "req-1" },
  ]);
  expect(await reader().auditEvent.findMany({ where: { action: "voucher.granted" } })).toMatchObject([
    { actorKind: "OFFICER", actorId: byId, subjectKind: "voucher", subjectId: voucherId, requestId: "req-1" },
  ]);
});

test("what is closed or cannot be read is answered at the server's time, too", async () => {
  const ask = async (payload: string) => checkBooking(KIOSK, { payload, key: newKey() });
  expect(await ask("tidak ada nomor")).toEqual({
    ok: true,
    value: { outcome: "UNREADABLE", serverNow: TEN_THIRTY.getTime(), room: "OPEN" },
  });
  officeTime("10:30", "2026-11-28");
  const serverNow = at("10:30", "2026-11-28").getTime();
  expect(await ask(booking(1))).toMatchObject({ value: { outcome: "CLOSED", serverNow } });
});
