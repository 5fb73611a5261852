import { expect, test } from "vitest";
import { shrink, told } from "../../simulation/shrink";
import { dayOf, type Day } from "../../simulation/world";

const SEED = 7;
const kinds = ({ moments }: Day) => moments.flatMap(({ acts }) => acts.map((act) => act.do));

test("the same seed makes the same day, and another one another", () => {
  expect(dayOf(SEED)).toEqual(dayOf(SEED));
  expect(dayOf(SEED)).not.toEqual(dayOf(SEED + 1));
});

test("a thousand days hold every deed and every fault, at exactly two hours, too", () => {
  const days = Array.from({ length: 1000 }, (_, seed) => dayOf(seed));
  const acts = days.flatMap(({ moments }) => moments.flatMap((moment) => moment.acts));
  expect(new Set(acts.map((act) => act.do)).size).toBe(16);
  expect(new Set(acts.map(({ fault }) => fault?.kind)).size).toBe(5);
  const exact = days.filter(({ people, moments }) =>
    people.some(({ tickets }) =>
      moments.some(({ at }) =>
        tickets.some((versions) => versions.some((one) => one.ticketAt === at - 7_200_000)),
      ),
    ),
  );
  expect(exact.length).toBeGreaterThan(500);
});

test("of a failing day only what it fails by is left, and told with its seed", async () => {
  const day = dayOf(SEED);
  const failure = { at: 25 * 3_600_000, violations: ["a lapse after a scan"] };
  const run = async (candidate: Day) => {
    const order = kinds(candidate);
    return order.includes("scan") && order.lastIndexOf("lapse") > order.indexOf("scan") ? failure : null;
  };
  const smallest = await shrink(day, failure, run);
  expect(kinds(smallest.day)).toEqual(["scan", "lapse"]);
  for (const { acts } of smallest.day.moments)
    for (const act of acts) expect(act).toMatchObject({ fault: null, copies: 1, again: false });
  const text = told(SEED, smallest);
  expect(text).toContain(`--seed ${SEED} --days 1`);
  expect(text).toContain("a lapse after a scan");
});
