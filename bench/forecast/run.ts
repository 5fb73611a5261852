/**
 * `npm run bench:forecast -- [--seed 1] [--days 100] [--write]`
 * Measures the forecast of the hall on simulated days that it has not seen, beside two baselines, and prints the
 * figures as a table; --write keeps them in bench/forecast/RESULTS.md. Days of one seed are always the same.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { calibrated, elapsedTime, janji, positionTimesService, predict } from "./methods";
import { report } from "./report";
import { figures } from "./score";
import { learn, snapshotsOf, variedDay } from "./snapshots";

/** Days that the hall has behind it and the baselines are fitted on; far from any seed that is asked for. */
const EARLIER_SEED = 800_000;
const EARLIER_DAYS = 20;
const SEEDS_APART = 1_000;

const options = z
  .strictObject({
    seed: z.coerce.number().int().min(0).max(700).default(1),
    days: z.coerce.number().int().min(1).max(SEEDS_APART).default(100),
    write: z.boolean().default(false),
  })
  .parse(
    parseArgs({
      options: { seed: { type: "string" }, days: { type: "string" }, write: { type: "boolean" } },
    }).values,
  );

const daysFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => variedDay(first + index));

const earlier = daysFrom(EARLIER_SEED, EARLIER_DAYS);
const learned = learn(earlier);
const training = earlier.flatMap((day, index) => snapshotsOf(day, index, learned));
const unseen = daysFrom(options.seed * SEEDS_APART, options.days);
const snapshots = unseen.flatMap((day, index) => snapshotsOf(day, index, learned));

const methods = [
  { name: "elapsed time alone", score: calibrated(elapsedTime, training) },
  { name: "position × mean service time", score: calibrated(positionTimesService, training) },
  { name: "Janji", score: janji },
].map(({ name, score }) => {
  const predictions = predict(snapshots, score);
  return {
    name,
    predictions: predictions.length,
    passed: predictions.filter(({ passed }) => passed).length,
    figures: figures(predictions),
  };
});

const text = report({ ...options, earlierDays: EARLIER_DAYS, methods });
console.log(text);
if (options.write) writeFileSync(path.join(import.meta.dirname, "RESULTS.md"), text);
