// npm test, on a bare clone or any time later: every check, in the order in which a mistake is cheapest to see.
// Closes with one line `N passed, N failed` over all suites and checks.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { ensureAll, ensureGenerated, ensureNode, ensurePackages, fail } from "./ensure.mjs";

const RESULTS = path.join("test-results", "suites");
const totals = { passed: 0, failed: 0 };
const typescript = ["--conditions=react-server", "--import", "tsx"];

function has(command) {
  return spawnSync(command, ["--version"], { stdio: "ignore" }).status === 0;
}

/** What the tests need beyond packages: installed where this process may, named clearly where it may not. */
function ensureServices() {
  const chromium = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
  const postgres = existsSync("/usr/lib/postgresql") || has("initdb");
  const missing = [...(existsSync(chromium) ? [] : ["chromium"]), ...(postgres ? [] : ["postgresql"])];
  if (missing.length === 0) return;
  const mayInstall = process.getuid?.() === 0 && has("apt-get");
  if (mayInstall) {
    console.log(`Installing ${missing.join(" and ")} for the tests …`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit", env });
    const { status } = spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...missing], {
      stdio: "inherit",
      env,
    });
    if (status === 0) return;
  }
  fail(
    `The tests need ${missing.join(" and ")}. On Debian: apt-get install ${missing.join(" ")}\n(Chromium elsewhere: set CHROMIUM_PATH.)`,
  );
}

function report(name, passed, failed, seconds) {
  totals.passed += passed;
  totals.failed += failed;
  console.log(`== ${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(0)} s)\n`);
}

/** Runs one step; `count` reads how many passed and failed from its result, else the step counts as one. */
function step(name, args, { env = {}, count } = {}) {
  console.log(`== ${name}`);
  const started = performance.now();
  const { status } = spawnSync(process.execPath, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  const seconds = (performance.now() - started) / 1000;
  const counted = count?.() ?? null;
  if (!counted) return report(name, status === 0 ? 1 : 0, status === 0 ? 0 : 1, seconds);
  // A runner that ends badly without a failed test has failed all the same.
  report(name, counted.passed, Math.max(counted.failed, status === 0 ? 0 : 1), seconds);
}

/** The numbers of a JSON report in vitest's form; skipped tests count as failed, since none may be. */
function vitestCount(file) {
  if (!existsSync(file)) return null;
  const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(file, "utf8"));
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests };
}

function playwrightCount(file) {
  if (!existsSync(file)) return null;
  const { stats } = JSON.parse(readFileSync(file, "utf8"));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
}

const vitest = (name, project) => {
  const file = path.join(RESULTS, `${project}.json`);
  const args = [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
  ];
  step(name, [...args, `--outputFile.json=${file}`], { count: () => vitestCount(file) });
};

ensureNode();
ensurePackages();
ensureServices();
ensureGenerated();
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

step("format", ["node_modules/prettier/bin/prettier.cjs", "--check", "--log-level=warn", "."]);
step("lint and borders", ["node_modules/eslint/bin/eslint.js", "."]);
step("types", ["node_modules/typescript/bin/tsc", "--noEmit"]);
for (const file of readdirSync("tests/fixtures/cases")) {
  step(`worked cases: ${file}`, [...typescript, "scripts/cases.ts", path.join("tests/fixtures/cases", file)]);
}
vitest("unit", "unit");
vitest("database: SQLite", "db-sqlite");
vitest("database: PostgreSQL", "db-postgres");
ensureAll();
vitest("processes: races on one database", "processes");
const e2e = path.join(RESULTS, "e2e.json");
step("end to end in Chromium", ["node_modules/@playwright/test/cli.js", "test", "--reporter=line,json"], {
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: e2e },
  count: () => playwrightCount(e2e),
});

console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;
