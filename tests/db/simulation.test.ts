import { expect, test } from "vitest";
import { runDay } from "../simulation/run-day";
import { shrink, told } from "../simulation/shrink";
import { dayOf } from "../simulation/world";
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
