import { expect, test } from "vitest";
import { writeTransaction } from "@/lib/platform/database";
import { runDay, type Sabotage } from "../simulation/run-day";
import { shrink, told } from "../simulation/shrink";
import { dayOf, type Day } from "../simulation/world";
import { kind, useTestDatabase } from "../support/test-database";

useTestDatabase();

/** The same days in every run; other ones by `npm run simulate`. */
const DAYS = kind === "sqlite" ? 100 : 4;
const A_DATABASE = 25;

const batches = Array.from({ length: Math.ceil(DAYS / A_DATABASE) }, (_, index) => index * A_DATABASE);

test.each(batches)(
  "every invariant holds through hall days that break, from day %i",
  async (first) => {
    for (let seed = first; seed < Math.min(DAYS, first + A_DATABASE); seed += 1) {
      const failure = await runDay(dayOf(seed));
      if (failure) expect.fail(told(seed, await shrink(dayOf(seed), failure, runDay)));
    }
  },
  300_000,
);

/** A day on which promises are kept and receipts signed, found by trying. */
const PAPERS = 5;

const answeredOk = (answer: unknown) => (answer as { readonly ok?: boolean }).ok === true;

/** A product that does one thing wrong: after each such act that it took, its books are changed behind its back. */
const after =
  (
    deed: string,
    change: (
      tx: Parameters<Parameters<typeof writeTransaction>[0]>[0],
      souvenirId: string,
    ) => Promise<unknown>,
  ): Sabotage =>
  async ({ souvenirId }, outcomes) => {
    if (outcomes.some(({ act, answers }) => act.do === deed && answers.some(answeredOk)))
      await writeTransaction((tx) => change(tx, souvenirId));
  };

const WRONGS: [what: string, sabotage: Sabotage, found: string, deed: string][] = [
  [
    "takes no piece from the shelf for a promise that is kept",
    after("keep", (tx, id) => tx.souvenir.update({ where: { id }, data: { stock: { increment: 1 } } })),
    "a stock of",
    "keep",
  ],
  [
    "lets a receipt hold for what was taken back",
    after("sign", (tx) =>
      tx.voucherStep.updateMany({ where: { step: "APOLOGY", at: { not: null } }, data: { at: new Date(0) } }),
    ),
    "no longer stands",
    "sign",
  ],
];

test.each(kind === "sqlite" ? WRONGS : [])(
  "a product that %s is found out, at the same place again, and told by the little that it takes",
  async (_, sabotage, found, deed) => {
    const day = dayOf(PAPERS);
    const run = (one: Day) => runDay(one, sabotage);
    const failure = await run(day);
    if (!failure) return expect.fail("nothing was found");
    expect(failure.violations.join("\n")).toContain(found);
    expect((await run(dayOf(PAPERS)))?.at).toBe(failure.at);
    const deeds = ({ moments }: Day) => moments.flatMap(({ acts }) => acts.map((act) => act.do));
    const smallest = await shrink(day, failure, run, 20_000);
    // How small it gets is a matter of the machine's time.
    expect(deeds(smallest.day).length).toBeLessThan(deeds(day).length - 5);
    expect(deeds(smallest.day)).toContain(deed);
    expect(told(PAPERS, smallest)).toContain(`--seed ${PAPERS} --days 1`);
  },
  120_000,
);
