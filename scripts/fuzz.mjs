// `npm run fuzz [-- --runs 20000] [--requests 5000] [--seed N]`: the suite's fuzzing with that many inputs a property, and that
// many requests to each kind of door, from a seed of its own (docs/decisions/056-hostile-input.md). What fails is made
// small and told with its seed; the same seed tries the same inputs. Ends with vitest's own status.
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { ensureAll } from "./ensure.mjs";

const text = { type: "string" };
const { values } = parseArgs({ options: { runs: text, requests: text, seed: text } });
const number = (name, otherwise) => {
  const value = Number(values[name] ?? otherwise);
  if (Number.isSafeInteger(value) && value > 0) return value;
  console.error("Usage: npm run fuzz [-- --runs N] [--requests N] [--seed N]");
  process.exit(2);
};
const runs = number("runs", 20_000);
const requests = number("requests", Math.ceil(runs / 4));
const seed = number("seed", randomInt(1, 2 ** 31));

ensureAll();
const suites = [
  ["unit", "tests/unit/queue/fuzz-booking.test.ts", runs],
  ["unit", "tests/unit/office/fuzz-logo.test.ts", runs],
  ["db-sqlite", "tests/db/fuzz-intake.test.ts", runs],
  ["db-postgres", "tests/db/fuzz-intake.test.ts", runs],
  ["processes", "tests/processes/fuzz.test.ts", requests],
];
console.log(`Seed ${seed}: ${runs} inputs a property, ${requests} requests a kind of door.`);
let failed = 0;
for (const [project, file, count] of suites) {
  const args = ["node_modules/vitest/vitest.mjs", "run", "--project", project, file, "--testTimeout=0"];
  const env = { ...process.env, FUZZ_RUNS: String(count), FUZZ_SEED: String(seed) };
  failed += spawnSync(process.execPath, args, { stdio: "inherit", env }).status === 0 ? 0 : 1;
}
process.exitCode = failed === 0 ? 0 : 1;
