import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { changeMark } from "@/lib/audit/changes";
import { reader } from "@/lib/platform/database";
import { openVoucher } from "@/lib/vouchers/queries";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { lookAtReviewFlag } from "@/lib/vouchers/review-flag";
import { findTickets, openTicket } from "@/lib/vouchers/ticket-queries";
import { givenStaff } from "../support/staff";
import { useTestDatabase } from "../support/test-database";
import { givenTicket, givenVoucher } from "./tablet-given";

useTestDatabase();

let officer: StaffContext;
let supervisor: StaffContext;
beforeEach(async () => {
  officer = await givenStaff("officer");
  supervisor = await givenStaff("supervisor");
});
afterEach(() => void vi.useRealTimers());

const looks = async (subjectKind: string) =>
  (
    await reader().auditEvent.findMany({
      where: { subjectKind, action: { endsWith: ".viewed" } },
      orderBy: { seq: "asc" },
    })
  ).map(({ action, actorId, subjectId }) => [action, actorId, subjectId]);

describe("a look at a person's record is in the trail", () => {
  test("of a voucher, with who looked", async () => {
    const id = await givenVoucher();
    await openVoucher(officer, id);
    await openVoucher(supervisor, id);
    expect(await looks("voucher")).toEqual([
      ["voucher.viewed", officer.account.id, id],
      ["voucher.viewed", supervisor.account.id, id],
    ]);
  });

  test("of a ticket, opened or found", async () => {
    const [one, other] = [await givenTicket(1), await givenTicket(2)];
    await openTicket(officer, one);
    expect(await findTickets(supervisor, "0001")).toHaveLength(1);
    expect(await looks("ticket")).toEqual([
      ["ticket.viewed", officer.account.id, one],
      ["ticket.viewed", supervisor.account.id, one],
    ]);
    await findTickets(officer, "B-002");
    expect((await looks("ticket")).at(-1)).toEqual(["ticket.viewed", officer.account.id, other]);
  });

  test("reloads within ten minutes are one look, ten minutes later is another", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-24T03:30:00Z") });
    const id = await givenVoucher();
    for (const minutes of [0, 3, 10]) {
      vi.setSystemTime(Date.parse("2026-11-24T03:30:00Z") + minutes * 60_000);
      await openVoucher(officer, id);
    }
    expect(await looks("voucher")).toHaveLength(1);
    vi.setSystemTime(Date.parse("2026-11-24T03:40:00.001Z"));
    await openVoucher(officer, id);
    expect(await looks("voucher")).toHaveLength(2);
  });

  test("of nothing there is none", async () => {
    expect(await openVoucher(officer, "00000000-0000-4000-8000-000000000000")).toBeNull();
    expect(await openTicket(officer, "00000000-0000-4000-8000-000000000000")).toBeNull();
    expect(await findTickets(officer, "0001")).toEqual([]);
    expect([...(await looks("voucher")), ...(await looks("ticket"))]).toEqual([]);
  });

  test("wakes no live page, as a change does", async () => {
    const before = await changeMark();
    const id = await givenVoucher();
    const changed = await changeMark();
    expect(changed).not.toBe(before);
    await openVoucher(officer, id);
    expect(await changeMark()).toBe(changed);
  });
});

describe("the review flag", () => {
  test.each([
    [true, "UNDER_REVIEW"],
    [false, "CLEAR"],
    [undefined, "NOT_KNOWN"],
  ])(
    "%s is shown to a supervisor as %s, and every single look is in the trail",
    async (underReview, said) => {
      const id = await givenTicket(1, { underReview });
      expect(await lookAtReviewFlag(supervisor, id, "test")).toEqual({
        ok: true,
        value: { flag: said, decision: null },
      });
      await lookAtReviewFlag(supervisor, id, "test");
      expect(await looks("review-flag")).toEqual([
        ["ticket.viewed", supervisor.account.id, id],
        ["ticket.viewed", supervisor.account.id, id],
      ]);
      const trail = JSON.stringify(
        await reader().auditEvent.findMany({ where: { subjectKind: "review-flag" } }),
      );
      expect(trail).not.toContain(said);
    },
  );

  test("is refused to an officer, whether it is there or not", async () => {
    const id = await givenTicket(1, { underReview: true });
    const refused = { ok: false, code: "NOT_ALLOWED" };
    expect(await lookAtReviewFlag(officer, id, "test")).toEqual(refused);
    expect(await lookAtReviewFlag(officer, "00000000-0000-4000-8000-000000000000", "test")).toEqual(refused);
    expect(await looks("review-flag")).toEqual([]);
  });
});
