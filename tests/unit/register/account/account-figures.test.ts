import { describe, expect, test } from "vitest";
import { accountFigures } from "@/lib/register/account/account-figures";
import { keptPromise } from "@/lib/register/account/kept-promise";
import { POLICY_V1 } from "@/lib/rules/policy";
import { accountRows, accountTicket, accountVoucher, MONDAY, wibOf } from "../../../support/account-rows";

const HOUR = 3_600_000;

describe("who was served and who passed the promise", () => {
  test("exactly two hours is not above them; one millisecond more is", () => {
    const tickets = [
      accountTicket("exact", { biometricStartedAt: wibOf("10:00") }),
      accountTicket("above", { biometricStartedAt: wibOf("10:00") + 1 }),
    ];
    const { tickets: figures } = accountFigures(accountRows({ tickets })).total;
    expect(figures).toMatchObject({ tickets: 2, served: 2, passed: 1, passedUnserved: 0, disrupted: 0 });
  });

  test("who was not served waits until the office closes, and the longest wait is known only to be no less", () => {
    const tickets = [
      accountTicket("served"),
      accountTicket("left", { biometricStartedAt: null }),
      accountTicket("late", { biometricTicketAt: wibOf("15:30"), biometricStartedAt: null }),
    ];
    const { tickets: figures } = accountFigures(accountRows({ tickets })).total;
    expect(figures).toMatchObject({ served: 1, unserved: 2, passed: 1, passedUnserved: 1 });
    expect(figures.waits.longest).toEqual({ ms: 8 * HOUR, atLeast: true });
    expect(figures.waits.count).toBe(3);
    // The promise was kept to one of two: how "late" would have ended nobody knows.
    expect(keptPromise(figures)).toEqual({ kept: 1, known: 2 });
  });

  test("a day that goes on is counted up to now; a start later than now has not happened", () => {
    const tickets = [accountTicket("ahead", { biometricStartedAt: wibOf("10:30") })];
    const { tickets: figures } = accountFigures(accountRows({ tickets, asOf: wibOf("09:30") })).total;
    expect(figures).toMatchObject({ served: 0, unserved: 1, passed: 0 });
    expect(figures.waits.longest).toEqual({ ms: 1.5 * HOUR, atLeast: true });
  });

  test("a voucher issued after closing proves that its holder still waited then", () => {
    const tickets = [accountTicket("t", { biometricTicketAt: wibOf("14:05"), biometricStartedAt: null })];
    const vouchers = [accountVoucher("t", { issuedAt: wibOf("16:10") })];
    expect(accountFigures(accountRows({ tickets })).total.tickets.passed).toBe(0);
    expect(accountFigures(accountRows({ tickets, vouchers })).total.tickets.passed).toBe(1);
  });

  test("without a number there is no wait, and times that contradict each other are told apart", () => {
    const tickets = [
      accountTicket("none", { biometricTicketAt: null, biometricStartedAt: null }),
      accountTicket("before", { biometricStartedAt: wibOf("07:00") }),
      accountTicket("odd", { biometricTicketAt: null }),
    ];
    const { total, hours } = accountFigures(accountRows({ tickets }));
    expect(total.tickets).toMatchObject({
      tickets: 3,
      served: 0,
      unserved: 0,
      noNumber: 1,
      unclear: 2,
      passed: 0,
    });
    expect(total.tickets.waits).toEqual({ count: 0, median: null, ninetieth: null, longest: null });
    expect(hours).toEqual([]);
  });

  test("each date is measured by the policy in force on it", () => {
    const policies = [POLICY_V1, { ...POLICY_V1, version: 2, validFrom: "2026-11-03", thresholdMs: HOUR }];
    const changes = { serviceDate: "2026-11-03", biometricTicketAt: wibOf("08:00", "2026-11-03") };
    const tickets = [
      accountTicket("old", { biometricStartedAt: wibOf("09:30") }),
      accountTicket("new", { ...changes, biometricStartedAt: wibOf("09:30", "2026-11-03") }),
    ];
    const figures = accountFigures(accountRows({ tickets, policies }));
    expect(figures.days.map(({ tickets: { passed } }) => passed)).toEqual([0, 1]);
    expect(figures.promiseMs).toBe(HOUR);
  });
});

describe("disruptions", () => {
  const outage = { system: "SMART", reason: "Contoh", startedAt: wibOf("08:30"), endedAt: wibOf("09:30") };

  test("take out of the claims whom they touched within the promise, and count office hours once", () => {
    const tickets = [
      accountTicket("touched", { biometricStartedAt: wibOf("10:30") }),
      accountTicket("after", { biometricTicketAt: wibOf("09:30"), biometricStartedAt: wibOf("12:00") }),
    ];
    const outages = [outage, { ...outage, startedAt: wibOf("06:00"), endedAt: wibOf("09:00") }];
    const figures = accountFigures(accountRows({ tickets, outages }));
    expect(figures.total.tickets).toMatchObject({ passed: 2, disrupted: 1 });
    expect(figures.total.outageMs).toBe(2.5 * HOUR);
    expect(figures.outages.map(({ officeMs, touched, passed }) => [officeMs, touched, passed])).toEqual([
      [HOUR, 1, 1],
      [2 * HOUR, 1, 1],
    ]);
    expect(figures.clauses.find(({ clause }) => clause === "F.2.f")).toMatchObject({ MET: 1, NOT_MET: 1 });
  });

  test("one that goes on is counted up to now", () => {
    const figures = accountFigures(
      accountRows({ outages: [{ ...outage, endedAt: null }], asOf: wibOf("10:30"), serviceDates: [MONDAY] }),
    );
    expect(figures.outages[0]).toMatchObject({ endedAt: null, officeMs: 2 * HOUR });
  });
});

describe("vouchers and what followed", () => {
  const long = { biometricStartedAt: wibOf("10:30") };

  test("are counted by state; who is entitled without one never asked", () => {
    const tickets = ["a", "b", "c", "d", "e"].map((id) => accountTicket(id, long));
    const vouchers = [
      accountVoucher("a", { state: "COMPLETED" }),
      accountVoucher("b", { state: "LAPSED" }),
      accountVoucher("c", { state: "WITHHELD" }),
      accountVoucher("d", { state: "CONFIRMED", origin: "GRANT" }),
    ];
    const figures = accountFigures(accountRows({ tickets, vouchers }));
    expect(figures.total.vouchers).toEqual({
      ...{ issued: 4, kiosk: 3, granted: 1, open: 0 },
      ...{ confirmed: 2, completed: 1, withheld: 1, lapsed: 1 },
    });
    expect(figures.unclaimed).toBe(1);
    expect(figures.outcomes).toEqual([{ outcome: "ELIGIBLE", tickets: 5, vouchers: 4 }]);
  });

  test("slip to apology is measured over the apologies given, in nearest ranks", () => {
    const given = (minutes: number): Parameters<typeof accountVoucher>[1] => ({
      state: "COMPLETED",
      steps: [{ step: "APOLOGY", state: "DONE", at: wibOf("10:15") + minutes * 60_000 }],
    });
    const vouchers = [4, 1, 3, 2].map((minutes, index) => accountVoucher(String(index), given(minutes)));
    const open = accountVoucher("open", { steps: [{ step: "APOLOGY", state: "OPEN", at: null }] });
    const settled = accountVoucher("settled", {
      state: "CONFIRMED",
      steps: [{ step: "APOLOGY", state: "SETTLED", at: wibOf("12:00") }],
    });
    const { apology, duties } = accountFigures(accountRows({ vouchers: [...vouchers, open, settled] }));
    expect(apology).toEqual({ given: 4, medianMs: 120_000, ninetiethMs: 240_000, longestMs: 240_000 });
    expect(duties[0]).toMatchObject({ step: "APOLOGY", done: 4, settled: 1, open: 0 });
  });

  test("souvenirs are pieces: what was taken back is not handed out, and an uncounted item has no stock", () => {
    const moved = (kind: "HANDED_OUT" | "TAKEN_BACK" | "DELIVERED" | "COUNTED", change: number) => ({
      kind,
      change,
    });
    const souvenirs = [
      {
        name: "Payung",
        stock: null,
        movements: [moved("HANDED_OUT", 0), moved("HANDED_OUT", 0), moved("TAKEN_BACK", 0)],
      },
      {
        name: "Tas",
        stock: 9,
        movements: [moved("DELIVERED", 10), moved("COUNTED", -1), moved("HANDED_OUT", -1)],
      },
    ];
    expect(accountFigures(accountRows({ souvenirs })).souvenirs).toEqual([
      { name: "Payung", delivered: 0, handedOut: 1, corrected: 0, stock: null },
      { name: "Tas", delivered: 10, handedOut: 1, corrected: -1, stock: 9 },
    ]);
  });
});

describe("months, days and hours", () => {
  test("a month without claims stands there with zeros; days of the calendar without tickets, too", () => {
    const period = { from: "2026-10-15", to: "2026-12-31" };
    const figures = accountFigures(accountRows({ period, tickets: [accountTicket("t")] }));
    expect(
      figures.months.map(({ month, tickets, vouchers }) => [month, tickets.tickets, vouchers.issued]),
    ).toEqual([
      ["2026-10", 0, 0],
      ["2026-11", 1, 0],
      ["2026-12", 0, 0],
    ]);
    expect(figures.days.map(({ date }) => date)).toEqual([MONDAY, "2026-11-03"]);
  });

  test("a number belongs to the hour and weekday of its own zone", () => {
    const tickets = [
      accountTicket("early", { biometricTicketAt: wibOf("06:59") }),
      accountTicket("seven", { biometricTicketAt: wibOf("07:00") }),
    ];
    const { hours } = accountFigures(accountRows({ tickets }));
    expect(hours.map(({ weekday, hour, numbered }) => [weekday, hour, numbered])).toEqual([
      [1, 6, 1],
      [1, 7, 1],
    ]);
  });

  test("groups add up to the whole", () => {
    const tickets = Array.from({ length: 60 }, (_, index) => {
      const date = index % 2 === 0 ? MONDAY : "2026-11-03";
      const from = wibOf("07:00", date) + index * 240_000;
      const started = index % 7 === 0 ? null : from + (index % 5) * 0.7 * HOUR;
      return accountTicket(String(index), {
        serviceDate: date,
        biometricTicketAt: from,
        biometricStartedAt: started,
      });
    });
    const figures = accountFigures(accountRows({ tickets }));
    const sum = (list: readonly number[]) => list.reduce((one, other) => one + other, 0);
    const { total, days, hours, bins, outcomes } = figures;
    expect(sum(days.map(({ tickets: { passed } }) => passed))).toBe(total.tickets.passed);
    expect(sum(hours.map(({ passed }) => passed))).toBe(total.tickets.passed);
    expect(sum(hours.map(({ numbered }) => numbered))).toBe(60);
    expect(sum(bins.map(({ ended, goingOn }) => ended + goingOn))).toBe(60);
    expect(
      sum(bins.filter(({ fromMs }) => fromMs >= 2 * HOUR).map(({ ended, goingOn }) => ended + goingOn)),
    ).toBe(total.tickets.passed);
    expect(sum(outcomes.map((one) => one.tickets))).toBe(60);
  });
});
