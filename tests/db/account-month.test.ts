import { expect, test } from "vitest";
import { loadYear } from "@/lib/demo/load-year";
import { now } from "@/lib/platform/clock";
import { accountFigures } from "@/lib/register/account/account-figures";
import { readAccount } from "@/lib/register/account/read-account";
import { registerCounts } from "@/lib/register/register-counts";
import { asCounted, independentCount } from "../support/independent-count";
import { useTestDatabase } from "../support/test-database";

useTestDatabase();

const sum = (record: Readonly<Record<string, number>>) =>
  Object.values(record).reduce((one, other) => one + other, 0);

test("a month of 20 simulated days: the account, a count of the raw feed and the register agree to the unit", async () => {
  const log = await loadYear({ seed: 11, from: "2026-07-28", days: 20 });
  expect(new Set(log.deliveries.map(({ ticketId }) => ticketId)).size).toBeGreaterThan(2_500);
  // Over a month's turn, one month alone, a single day, and months in which nobody came.
  for (const [from, to] of [
    ["2026-07-01", "2026-09-30"],
    ["2026-08-01", "2026-08-31"],
    ["2026-07-29", "2026-07-29"],
  ] as const) {
    const figures = accountFigures(await readAccount({ from, to }, now().getTime()));
    expect(asCounted(figures)).toEqual(independentCount(log, from, to));

    const register = await registerCounts({ from, to });
    const { KIOSK, GRANT } = register.vouchers;
    const { vouchers } = figures.total;
    const state = (name: keyof typeof KIOSK) => KIOSK[name] + GRANT[name];
    expect(vouchers).toEqual({
      ...{ issued: sum(KIOSK) + sum(GRANT), kiosk: sum(KIOSK), granted: sum(GRANT), open: state("ISSUED") },
      ...{ confirmed: state("CONFIRMED") + state("COMPLETED"), completed: state("COMPLETED") },
      ...{ withheld: state("WITHHELD"), lapsed: state("LAPSED") },
    });
    const decided = figures.decisions.map(({ outcome, kiosk, confirmation, officer }) => [
      outcome,
      kiosk + confirmation + officer,
    ]);
    expect(Object.fromEntries(decided)).toEqual(
      Object.fromEntries(Object.entries(register.decisions).filter(([, count]) => count > 0)),
    );
  }
  const quarter = accountFigures(
    await readAccount({ from: "2026-07-01", to: "2026-09-30" }, now().getTime()),
  );
  const { issued, granted, withheld } = quarter.total.vouchers;
  // The simulated days hold what the comparison is about.
  expect(issued).toBeGreaterThan(20);
  expect(granted + withheld).toBeGreaterThan(0);
  expect(quarter.outages.length).toBeGreaterThan(3);
}, 600_000);
