import { describe, expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import { ingestTickets } from "@/lib/queue/ingest";
import type { TicketPayload } from "@/lib/queue/schema";
import { lookAtName } from "@/lib/register/case/applicant-name";
import { openCase } from "@/lib/register/case/open-case";
import { lookAtReviewHistory } from "@/lib/register/case/review-history";
import { findCases } from "@/lib/register/find-cases";
import { registerPage } from "@/lib/register/queries";
import { registerCounts } from "@/lib/register/register-counts";
import { REGISTER_LISTS, RULING_KINDS, VOUCHER_ORIGINS } from "@/lib/register/types";
import { OUTCOMES } from "@/lib/rules/types";
import { VOUCHER_STATES } from "@/lib/rules/voucher-states";
import { confirmVoucher } from "@/lib/vouchers/confirm-voucher";
import { grantVoucher } from "@/lib/vouchers/grant-voucher";
import { openVoucher } from "@/lib/vouchers/queries";
import { decideReviewFlag } from "@/lib/vouchers/review-flag";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { openTicket } from "@/lib/vouchers/ticket-queries";
import { withholdTicket } from "@/lib/vouchers/withhold";
import { newKey } from "../support/keys";
import { scan } from "../support/kiosk";
import { givenStaff } from "../support/staff";
import { at, officeTime, useTestDatabase } from "../support/test-database";
import { ticket, wib } from "../support/tickets";
import { query } from "./register-given";
import { givenTicket } from "./tablet-given";

useTestDatabase();

interface World {
  readonly date: string;
  /** The flag as the source delivers it from the beginning. */
  readonly delivered: boolean | null;
  /** What makes an unflagged ticket doubtful later, and what settles it. */
  readonly doubt: (number: number, ticketId: string) => Promise<unknown>;
  readonly settle: (number: number, ticketId: string) => Promise<unknown>;
}

const payload = (date: string, number: number, changes: Partial<TicketPayload>) =>
  ticket(number, {
    ticketId: `T-${date}-${number}`,
    serviceDate: date,
    biometricTicketAt: wib("08:00", date),
    updatedAt: wib("08:00", date),
    ...changes,
  });

async function arrive(date: string, number: number, changes: Partial<TicketPayload> = {}): Promise<string> {
  await ingestTickets([payload(date, number, changes)], { kind: "DEMO" });
  const where = { sourceTicketId: `T-${date}-${number}` };
  return (await reader().ticket.findUniqueOrThrow({ where })).id;
}

/** A day in which everything happens to tickets with a doubt about clause g that can happen to them. */
async function day(world: World, officer: StaffContext, supervisor: StaffContext): Promise<string[]> {
  const { date, delivered, doubt, settle } = world;
  const key = () => newKey();
  officeTime("09:30", date);
  const doubtful = { underReview: delivered };
  const ids = [
    await arrive(date, 1, doubtful),
    await arrive(date, 2, doubtful),
    await arrive(date, 3, doubtful),
    await arrive(date, 4, doubtful),
    await arrive(date, 5),
    await arrive(date, 6),
    await arrive(date, 7),
  ];
  officeTime("09:55", date);
  for (const number of [1, 2, 3, 4, 5, 6, 7]) await scan(number);
  officeTime("10:30", date);
  for (const number of [1, 2, 3, 4, 5, 6, 7]) await scan(number);
  const idOf = (number: number) => ids[number - 1] ?? "";
  officeTime("10:35", date);
  await grantVoucher(supervisor, { ticketId: idOf(2), reason: "Contoh", key: key() }, "test");
  await withholdTicket(officer, { ticketId: idOf(3), reason: "Contoh", key: key() }, "test");
  officeTime("10:40", date);
  await settle(4, idOf(4));
  await scan(4);
  const voucherOf = async (number: number) =>
    (await reader().voucher.findUniqueOrThrow({ where: { ticketId: idOf(number) } })).id;
  // Doubt that comes after the voucher: refused to the officer, then for one overruled and for one settled.
  for (const number of [5, 6]) {
    await doubt(number, idOf(number));
    const voucherId = await voucherOf(number);
    officeTime("10:45", date);
    expect(await confirmVoucher(officer, { voucherId, key: key() }, "test")).toMatchObject({
      code: "AUTHORISED_OFFICIAL",
    });
    officeTime("10:50", date);
    if (number === 5) await confirmVoucher(supervisor, { voucherId, override: "Contoh", key: key() }, "test");
    else {
      await settle(number, idOf(number));
      await confirmVoucher(officer, { voucherId, key: key() }, "test");
    }
  }
  // Doubt about another ticket of the same applicant.
  await arrive(date, 8, { bookingCode: payload(date, 7, {}).bookingCode, ...doubtful });
  officeTime("10:55", date);
  expect(await confirmVoucher(officer, { voucherId: await voucherOf(7), key: key() }, "test")).toMatchObject({
    code: "AUTHORISED_OFFICIAL",
  });
  const all = await reader().ticket.findMany({
    where: { serviceDate: date },
    orderBy: { queueNumber: "asc" },
  });
  return all.map(({ id }) => id);
}

/** All that the register, and the pages that it leads to, tell an officer about a day, as one text. */
async function everythingTold(date: string, officer: StaffContext, ids: readonly string[]): Promise<string> {
  const period = { from: date, to: date };
  const told: unknown[] = [await registerCounts(period)];
  const filters = [
    {},
    ...VOUCHER_STATES.map((state) => ({ state })),
    ...VOUCHER_ORIGINS.map((origin) => ({ origin })),
    ...OUTCOMES.map((outcome) => ({ outcome })),
    ...RULING_KINDS.map((ruling) => ({ ruling })),
    ...(await reader().user.findMany({ orderBy: { name: "asc" } })).map(({ id }) => ({ officerId: id })),
  ];
  for (const list of REGISTER_LISTS)
    for (const filter of filters) told.push(await registerPage(officer, query({ list, period, ...filter })));
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8])
    told.push(await findCases(officer, { query: `B-00${number}`, period }));
  for (const id of ids) {
    told.push(await openCase(officer, id), await lookAtName(officer, id, "t"), await openTicket(officer, id));
    const voucher = await reader().voucher.findUnique({ where: { ticketId: id } });
    if (voucher) told.push(await openVoucher(officer, voucher.id));
  }
  return comparable(JSON.stringify(told), date);
}

/** Without what tells any two days apart: ids, codes, the date and the instants of its day. */
function comparable(text: string, date: string): string {
  const seen = new Map<string, string>();
  const midnight = at("00:00", date).getTime();
  return text
    .replaceAll(date, "DATE")
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
      seen.set(id, seen.get(id) ?? `id${seen.size}`);
      return seen.get(id) ?? "";
    })
    .replace(/\b1\d{12}\b/g, (instant) => `+${Number(instant) - midnight}`);
}

describe("an officer cannot tell a review flag from what is merely not known", () => {
  test("by any count, filter, list, search or case: two days that differ in nothing else are told to the letter alike", async () => {
    const officer = await givenStaff("officer", "A Petugas");
    const supervisor = await givenStaff("supervisor", "B Pengawas");
    const feed = (date: string, underReview: boolean | null, time: string) => (number: number) =>
      ingestTickets([payload(date, number, { underReview, updatedAt: wib(time, date) })], { kind: "DEMO" });
    const word = (underReview: boolean) => (_number: number, ticketId: string) =>
      decideReviewFlag(supervisor, { ticketId, underReview, reason: "Rahasia", key: newKey() }, "test");
    const [flagged, unknown, clear] = ["2026-11-24", "2026-11-25", "2026-11-26"] as const;
    const worlds: World[] = [
      // A supervisor raises and clears it by hand; the source flagged it from the beginning.
      { date: flagged, delivered: true, doubt: word(true), settle: word(false) },
      // The source does not know, and says so or says otherwise later.
      {
        date: unknown,
        delivered: null,
        doubt: feed(unknown, null, "10:40"),
        settle: feed(unknown, false, "10:41"),
      },
    ];
    const told: string[] = [];
    for (const world of worlds)
      told.push(await everythingTold(world.date, officer, await day(world, officer, supervisor)));
    expect(told[0]).toBe(told[1]);
    expect(told[0]).not.toContain("Rahasia");
    // The comparison would see a difference: of a ticket without any doubt officers are told otherwise.
    officeTime("10:30", clear);
    const id = await arrive(clear, 1);
    await scan(1);
    expect(await openCase(officer, id)).toMatchObject({ voucher: { number: "K-001" } });
  });

  test("and a supervisor is told it only by a look of their own, each in the trail", async () => {
    const [officer, supervisor] = [await givenStaff(), await givenStaff("supervisor", "Pengawas Contoh")];
    const ticketId = await givenTicket(1, { underReview: true });
    await scan(1);
    const wish = { ticketId, underReview: false, reason: "Sudah jelas", key: newKey() };
    await decideReviewFlag(supervisor, wish, "test");
    await scan(1);
    const shown = JSON.stringify(await openCase(supervisor, ticketId));
    expect(shown).toBe(JSON.stringify(await openCase(officer, ticketId)));
    expect(shown).not.toContain("Sudah jelas");
    const looks = () =>
      reader().auditEvent.count({ where: { subjectKind: "review-flag", action: "ticket.viewed" } });
    expect(await lookAtReviewHistory(officer, ticketId, "test")).toEqual({ ok: false, code: "NOT_ALLOWED" });
    expect(await looks()).toBe(0);
    for (const count of [1, 2]) {
      expect(await lookAtReviewHistory(supervisor, ticketId, "test")).toMatchObject({
        ok: true,
        value: {
          flag: "CLEAR",
          decisions: [{ flag: "CLEAR", byName: "Pengawas Contoh", reason: "Sudah jelas" }],
          found: [{ flag: "UNDER_REVIEW" }, { flag: "CLEAR" }],
        },
      });
      expect(await looks()).toBe(count);
    }
  });
});
