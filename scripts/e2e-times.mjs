// npm run e2e:ten [-- --times N] [Playwright's own options]: the browser tests so many times one after the other, on one
// build. Stops at the first failure, names it, and leaves its trace. A test that fails once in ten has found something.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureAll, fail } from "./ensure.mjs";

const RESULTS = path.join("test-results", "e2e-times");

const own = { times: { type: "string", default: "10" } };
const { values, tokens } = parseArgs({ options: own, strict: false, allowPositionals: true, tokens: true });
const times = Number(values.times);
if (!Number.isInteger(times) || times < 1) fail("--times takes a whole number from 1 on.");
/** Everything but our own option goes to Playwright as it was typed. */
const passedOn = process.argv
  .slice(2)
  .filter((_, index) => !tokens.some((token) => token.name === "times" && within(token, index)));

function within({ index, inlineValue, value }, place) {
  return place === index || (!inlineValue && value !== undefined && place === index + 1);
}

/** The titles of everything that did not pass, each with its file and line. */
function failuresIn({ suites }) {
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  return suites
    .flatMap(specs)
    .filter(({ tests }) => tests.some(({ results }) => results.some(({ status }) => isFault(status))))
    .map(({ file, line, title }) => `${file}:${line} › ${title}`);
}

const isFault = (status) => ["failed", "timedOut", "interrupted"].includes(status);

ensureAll();
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

const seconds = [];
let tests = 0;
for (let run = 1; run <= times; run += 1) {
  const json = path.join(RESULTS, `run-${run}.json`);
  const output = path.join(RESULTS, `run-${run}`);
  const playwright = ["node_modules/@playwright/test/cli.js", "test", "--reporter=line,json"];
  const args = [...playwright, "--max-failures=1", "--trace=retain-on-failure", `--output=${output}`];
  const env = { ...process.env, JANJI_TEST_AS_BUILT: "1", PLAYWRIGHT_JSON_OUTPUT_NAME: json };
  console.log(`== run ${run} of ${times}`);
  const started = performance.now();
  const { status } = spawnSync(process.execPath, [...args, ...passedOn], { stdio: "inherit", env });
  seconds.push((performance.now() - started) / 1000);
  const report = existsSync(json) ? JSON.parse(readFileSync(json, "utf8")) : null;
  const passed = report?.stats.expected ?? 0;
  const other = report ? report.stats.unexpected + report.stats.flaky + report.stats.skipped : 1;
  if (status !== 0 || passed === 0 || other > 0) {
    const names = report ? failuresIn(report) : [];
    console.log(`run ${run} of ${times} failed: ${names.join("; ") || `no test ran, status ${status}`}`);
    console.log(`Its trace: npx playwright show-trace ${output}/*/trace.zip`);
    process.exit(1);
  }
  tests = passed;
}
const average = seconds.reduce((sum, one) => sum + one, 0) / times;
const slowest = Math.max(...seconds);
console.log(
  `${times} of ${times} runs passed, ${tests} tests each; ${average.toFixed(0)} s a run, the slowest ${slowest.toFixed(0)} s`,
);
