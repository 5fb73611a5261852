import { describe, expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import { ingestTickets } from "@/lib/queue/ingest";
import { checkBooking } from "@/lib/vouchers/check-booking";
import { newKey } from "../support/keys";
import { officeTime, useTestDatabase } from "../support/test-database";
import { booking, ticket } from "../support/tickets";

useTestDatabase();

const kiosk = { kiosk: { id: "kiosk-1" }, requestId: "test" };

async function check(number: number, key = newKey()) {
  const answer = await checkBooking(kiosk, { payload: booking(number), key });
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}

describe("an applicant who waited more than two hours", () => {
  test("gets the first number of the day, with voucher, print job, decision and audit rows", async () => {
    await ingestTickets([ticket(1)], { kind: "DEMO" });
    const answer = await check(1);
    expect(answer).toMatchObject({
      outcome: "ELIGIBLE",
      fresh: true,
      waitedMinutes: 150,
      slip: { number: "K-001" },
    });
    const voucher = await reader().voucher.findFirstOrThrow({
      include: { steps: true, printJobs: true, decisions: true },
    });
    expect(voucher).toMatchObject({ number: "K-001", state: "ISSUED", bookingLast4: "0001" });
    expect([voucher.steps.length, voucher.printJobs.length, voucher.decisions.length]).toEqual([3, 1, 1]);
    const actions = await reader().auditEvent.findMany({ where: { actorKind: "KIOSK" } });
    expect(actions.map(({ action }) => action)).toEqual(["voucher.issued", "booking.checked"]);
  });

  test("keeps the same voucher at the next scan, which prints nothing by itself", async () => {
    await ingestTickets([ticket(1)], { kind: "DEMO" });
    await check(1);
    expect(await check(1)).toMatchObject({ outcome: "ELIGIBLE", fresh: false, printJobId: null });
    expect(await reader().voucher.count()).toBe(1);
    expect(await reader().printJob.count()).toBe(1);
  });

  test("gets one voucher for 40 scans at once, each under its own key", async () => {
    await ingestTickets([ticket(1)], { kind: "DEMO" });
    const answers = await Promise.all(Array.from({ length: 40 }, () => check(1)));
    expect(answers.filter((answer) => answer.outcome === "ELIGIBLE" && answer.fresh)).toHaveLength(1);
    expect(await reader().voucher.count()).toBe(1);
    expect(await reader().dayCounter.findMany()).toMatchObject([{ lastNumber: 1 }]);
  });

  test("gets the very same answer when the request is repeated under its key", async () => {
    await ingestTickets([ticket(1)], { kind: "DEMO" });
    const key = newKey();
    const [first, again] = [await check(1, key), await check(1, key)];
    expect(again).toEqual(first);
    expect(await reader().printJob.count()).toBe(1);
  });
});

test("40 applicants at once get 40 numbers without a gap", async () => {
  await ingestTickets(
    Array.from({ length: 40 }, (_, index) => ticket(index + 1)),
    { kind: "DEMO" },
  );
  await Promise.all(Array.from({ length: 40 }, (_, index) => check(index + 1)));
  const numbers = (await reader().voucher.findMany({ orderBy: { seq: "asc" } })).map(({ seq }) => seq);
  expect(numbers).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
});

test("on a Saturday nobody is looked up", async () => {
  officeTime("10:30", "2026-11-28");
  expect(await check(1)).toMatchObject({
    outcome: "CLOSED",
    opensAt: Date.parse("2026-11-30T07:00:00+07:00"),
  });
  expect(await reader().decisionRecord.count()).toBe(0);
});
