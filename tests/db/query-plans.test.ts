import { beforeAll, expect, test } from "vitest";
import { staffFrame } from "@/lib/hall/frame";
import { liveHall } from "@/lib/hall/live-hall";
import { reader } from "@/lib/platform/database";
import { lookForWork, nextJob } from "@/lib/printing/print-queue";
import { ingestTickets } from "@/lib/queue/ingest";
import { ticketsOfToday } from "@/lib/queue/queries";
import { findCases } from "@/lib/register/find-cases";
import { registerPage } from "@/lib/register/queries";
import { registerCounts } from "@/lib/register/register-counts";
import { REGISTER_LISTS } from "@/lib/register/types";
import { openCase } from "@/lib/register/case/open-case";
import { confirmVoucher } from "@/lib/vouchers/confirm-voucher";
import { kioskStanding } from "@/lib/vouchers/kiosk-office";
import { lapseVouchers } from "@/lib/vouchers/lapse-vouchers";
import { findVoucher, openVoucherCount, todaysVouchers } from "@/lib/vouchers/queries";
import { forgetOldKeys } from "@/lib/vouchers/request-keys";
import { findTickets } from "@/lib/vouchers/ticket-queries";
import { newKey } from "../support/keys";
import { scan } from "../support/kiosk";
import { listenToDrivers, plansOf, takeStatements } from "../support/query-plans";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { givenStaff } from "../support/staff";
import { TUESDAY, useTestDatabase } from "../support/test-database";
import { ticket, wib } from "../support/tickets";
import { query } from "./register-given";

const { target } = useTestDatabase();

beforeAll(listenToDrivers);

/** What the test itself asks is nobody's work. */
async function first<T>(ask: () => Promise<T>): Promise<T> {
  const row = await ask();
  takeStatements();
  return row;
}

/** What people wait for; by name, since a statement alone does not say who asked. */
const work = (supervisor: StaffContext): readonly (readonly [string, () => Promise<unknown>])[] => [
  [
    "a feed's delivery",
    () => ingestTickets([ticket(1), ticket(2, { biometricTicketAt: wib("10:00") })], { kind: "DEMO" }),
  ],
  ["a check that issues a voucher", () => scan(1)],
  ["a scan of a voucher's holder", () => scan(1)],
  ["a check that comes too early", () => scan(2)],
  ["a check of a booking that nobody has", () => scan(3)],
  ["a kiosk's standing", () => kioskStanding()],
  ["the live hall", () => liveHall(supervisor)],
  ["the frame around the staff's pages", () => staffFrame(supervisor)],
  ["today's vouchers", () => Promise.all([todaysVouchers(supervisor), openVoucherCount()])],
  [
    "a voucher by its number and its code",
    async () => {
      const { shortCode } = await first(() => reader().voucher.findFirstOrThrow());
      return Promise.all([findVoucher(supervisor, "K-001"), findVoucher(supervisor, shortCode)]);
    },
  ],
  [
    "a voucher's confirmation",
    async () => {
      const { id } = await first(() => reader().voucher.findFirstOrThrow());
      return confirmVoucher(supervisor, { voucherId: id, key: newKey() }, "test");
    },
  ],
  ["today's queue", () => ticketsOfToday(supervisor)],
  [
    "tickets by queue number and digits",
    () => Promise.all(["B-001", "0002"].map((typed) => findTickets(supervisor, typed))),
  ],
  ...REGISTER_LISTS.map(
    (list) => [`the register: ${list}`, () => registerPage(supervisor, query({ list }))] as const,
  ),
  ["the register by state", () => registerPage(supervisor, query({ state: "CONFIRMED" }))],
  [
    "the register by outcome",
    () => registerPage(supervisor, query({ list: "decisions", outcome: "NOT_YET" })),
  ],
  ["the register's counts", () => registerCounts(query().period)],
  [
    "cases by queue number",
    () => findCases(supervisor, { query: "B-001", period: { from: TUESDAY, to: TUESDAY } }),
  ],
  [
    "a case",
    async () => {
      const { id } = await first(() => reader().ticket.findFirstOrThrow());
      return openCase(supervisor, id);
    },
  ],
  ["printing", () => Promise.all([lookForWork(), nextJob("printer")])],
  ["what is done by itself", () => Promise.all([forgetOldKeys(), lapseVouchers("test")])],
];

test("no statement that people wait for reads a growing table from end to end", async () => {
  const scans: string[] = [];
  let seen = 0;
  takeStatements();
  for (const [name, run] of work(await givenStaff("supervisor"))) {
    await run();
    const plans = await plansOf(target(), takeStatements());
    seen += plans.length;
    for (const { text, scanned, steps } of plans)
      if (scanned.length > 0)
        scans.push(`${name} reads all of ${scanned.join()}: ${text}\n  ${steps.join("\n  ")}`);
  }
  expect(seen).toBeGreaterThan(60);
  expect(scans).toEqual([]);
});

test("a statement without an index is caught", async () => {
  takeStatements();
  await reader().ticket.findMany({ where: { applicantName: "Contoh" } });
  const [plan] = await plansOf(target(), takeStatements());
  expect(plan?.scanned).toEqual(["tickets"]);
});
