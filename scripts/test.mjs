// npm test, on a bare clone or any time later: every check, in the order in which a mistake is cheapest to see.
// Closes with one line `N passed, N failed` over all suites and checks.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { ensureAll, ensureGenerated, ensureNode, ensurePackages, fail } from "./ensure.mjs";

const RESULTS = path.join("test-results", "suites");
const totals = { passed: 0, failed: 0 };
/** Named again at the end, where whoever reads only the last lines finds them. */
const failures = [];
/** What could not be tried here and therefore counts neither way. */
const untried = [];
/** A step's way of saying so: scripts/check-packages.mjs, where no registry answers. */
const NOT_TRIED = 3;
const typescript = ["--conditions=react-server", "--import", "tsx"];

function has(command) {
  return spawnSync(command, ["--version"], { stdio: "ignore" }).status === 0;
}

function aptGet(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync("apt-get", args, { stdio: "inherit", env }).status === 0;
}

/**
 * What the tests need beyond packages: installed where this process may, named clearly where it may not. The engine
 * without a window is only the faster one: where it cannot be had, the whole browser does its work.
 */
function ensureServices() {
  const own = process.env.CHROMIUM_PATH;
  const chromium = existsSync(own ?? "/usr/bin/chromium");
  const postgres = existsSync("/usr/lib/postgresql") || has("initdb");
  const missing = [...(chromium ? [] : ["chromium"]), ...(postgres ? [] : ["postgresql"])];
  const faster = own || existsSync("/usr/bin/chromium-headless-shell") ? [] : ["chromium-headless-shell"];
  const mayInstall = process.getuid?.() === 0 && has("apt-get");
  if (mayInstall && missing.length + faster.length > 0) {
    const install = (names) => {
      console.log(`Installing ${names.join(" and ")} for the tests …`);
      return aptGet("install", "-y", "-qq", "--no-install-recommends", ...names);
    };
    aptGet("update", "-qq");
    if (install([...missing, ...faster]) || missing.length === 0 || install(missing)) return;
  }
  if (missing.length === 0) return;
  fail(
    `The tests need ${missing.join(" and ")}. On Debian: apt-get install ${missing.join(" ")}\n(Chromium elsewhere: set CHROMIUM_PATH.)`,
  );
}

function report(name, passed, failed, seconds) {
  totals.passed += passed;
  totals.failed += failed;
  console.log(`== ${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(0)} s)\n`);
}

/** Runs one process to its end; what it says is shown as it comes, or held back until its neighbour is silent. */
function run(args, env, held) {
  return new Promise((resolve) => {
    const stdio = held ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"];
    const child = spawn(process.execPath, args, { stdio, env: { ...process.env, ...env } });
    let said = "";
    for (const stream of held ? [child.stdout, child.stderr] : []) {
      stream.setEncoding("utf8").on("data", (text) => (said += text));
    }
    child.on("close", (status) => resolve({ status, said }));
  });
}

/**
 * Runs one step; `count` reads how many passed and failed from its result, else the step counts as one. `held` keeps
 * its output together, for steps that run beside another.
 */
async function step(name, args, { env = {}, count, held = false } = {}) {
  if (!held) console.log(`== ${name}`);
  const started = performance.now();
  const { status, said } = await run(args, env, held);
  if (held) console.log(`== ${name}\n${said.trimEnd()}`);
  const seconds = (performance.now() - started) / 1000;
  const counted = count?.() ?? null;
  if (!counted && status === NOT_TRIED) {
    untried.push(name);
    return report(name, 0, 0, seconds);
  }
  if (!counted) {
    if (status !== 0) failures.push(name);
    return report(name, status === 0 ? 1 : 0, status === 0 ? 0 : 1, seconds);
  }
  failures.push(...counted.names.map((failed) => `${name}: ${failed}`));
  if (status !== 0 && counted.failed === 0) failures.push(`${name}: ended with status ${status}`);
  // A runner that ends badly without a failed test has failed all the same.
  report(name, counted.passed, Math.max(counted.failed, status === 0 ? 0 : 1), seconds);
}

/** The numbers of a JSON report in vitest's form; skipped tests count as failed, since none may be. */
function vitestCount(file) {
  if (!existsSync(file)) return null;
  const { numPassedTests, numTotalTests, testResults } = JSON.parse(readFileSync(file, "utf8"));
  const names = testResults.flatMap(({ name, message, assertionResults }) => {
    const bad = assertionResults.filter(({ status }) => status !== "passed");
    const where = path.relative(process.cwd(), name);
    if (bad.length === 0) return message ? [`${where} › ${message.split("\n")[0]}`] : [];
    return bad.map(({ fullName, failureMessages }) => {
      const why = (failureMessages?.[0] ?? "").split("\n")[0];
      return `${where} › ${fullName}${why ? ` (${why})` : ""}`;
    });
  });
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests, names };
}

function playwrightCount(file) {
  if (!existsSync(file)) return null;
  const { stats, suites } = JSON.parse(readFileSync(file, "utf8"));
  const within = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(within)];
  const bad = suites
    .flatMap(within)
    .filter(({ ok, tests }) => !ok || tests.some((t) => t.status !== "expected"));
  const names = bad.map((spec) => `${spec.file}:${spec.line} › ${spec.title}`);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped, names };
}

const vitest = (name, projects, ...options) => {
  const file = path.join(RESULTS, `${projects[0]}.json`);
  const args = [
    "node_modules/vitest/vitest.mjs",
    "run",
    ...projects.flatMap((project) => ["--project", project]),
    ...options,
    "--reporter=default",
    "--reporter=json",
  ];
  return step(name, [...args, `--outputFile.json=${file}`], { count: () => vitestCount(file) });
};

/** Watches which branches of these sources the tests take; below the promise of vitest.config.ts the step fails. */
const branchesOf = (folder) => ["--coverage.enabled", `--coverage.include=${folder}/**/*.ts`];

ensureNode();
ensurePackages();
ensureServices();
ensureGenerated();
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

// Reading the sources keeps one core busy; the other meanwhile works.
const oneBesideTheOther = { held: true };
await Promise.all([
  step("lint and borders", ["node_modules/eslint/bin/eslint.js", "."], oneBesideTheOther),
  (async () => {
    const prettier = "node_modules/prettier/bin/prettier.cjs";
    await step("format", [prettier, "--check", "--log-level=warn", "."], oneBesideTheOther);
    await step("types", ["node_modules/typescript/bin/tsc", "--noEmit"], oneBesideTheOther);
    // Beside the lock's own soundness, which needs nobody: a registry that cannot be asked is no answer.
    await step("packages: advisories", ["scripts/check-packages.mjs"], oneBesideTheOther);
    for (const file of readdirSync("tests/fixtures/cases")) {
      const cases = [...typescript, "scripts/cases.ts", path.join("tests/fixtures/cases", file)];
      await step(`worked cases: ${file}`, cases, oneBesideTheOther);
    }
  })(),
]);
await vitest("unit", ["unit", "db-sqlite-apart"], ...branchesOf("lib/rules"));
// Each file has a database of its own; loading the product anew for each would cost more than its tests.
await vitest("database: SQLite", ["db-sqlite"], "--no-isolate", ...branchesOf("lib/vouchers"));
await vitest("database: PostgreSQL", ["db-postgres"], "--no-isolate");
ensureAll();
await vitest("processes: races on one database", ["processes"]);
const e2e = path.join(RESULTS, "e2e.json");
await step(
  "end to end in Chromium",
  ["node_modules/@playwright/test/cli.js", "test", "--reporter=line,json"],
  {
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: e2e },
    count: () => playwrightCount(e2e),
  },
);

if (failures.length > 0) console.log(`Failed:\n${failures.map((line) => `  ${line}`).join("\n")}\n`);
if (untried.length > 0)
  console.log(`Neither passed nor failed, since it could not be tried: ${untried.join(", ")}\n`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;
