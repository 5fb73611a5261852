// npm run mutation [-- SLICE … | --report]: changes lib/rules and lib/vouchers in one small place after another and looks whether
// a test notices. Tells the score a file and in all, and every survivor without an explanation (survivors.json).
// `--report` runs nothing and tells of what was run before.
// Ends with 1 below the promised score, or when a survivor is not explained or an explained one no longer survives.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureGenerated, ensureNode, ensurePackages, fail } from "../../scripts/ensure.mjs";
import { SLICES } from "./slices.mjs";

const HERE = "tools/mutation";
const CACHE = path.join(".cache", "mutation");
const PROMISED_SCORE = 90;
const MUTATED = ["lib/rules", "lib/vouchers"];

/** The tool has packages of its own: sixty megabytes that nobody needs who only works on the product. */
function ensureTool() {
  if (existsSync(path.join(HERE, "node_modules/@stryker-mutator/vitest-runner/package.json"))) return;
  console.log("Installing the tool for mutation tests …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  if (spawnSync(npm, ["ci"], { cwd: HERE, stdio: "inherit" }).status !== 0)
    fail("The packages of tools/mutation could not be installed.");
}

function sourcesUnder(folder) {
  return readdirSync(folder).flatMap((name) => {
    const file = path.posix.join(folder, name);
    return statSync(file).isDirectory() ? sourcesUnder(file) : [file];
  });
}

/** Every source belongs to one slice, so that a new file cannot be forgotten. */
function ensureComplete() {
  const listed = Object.values(SLICES).flatMap(({ mutate }) => mutate);
  for (const file of MUTATED.flatMap(sourcesUnder)) {
    const times = listed.filter((one) => one === file).length;
    if (times !== 1) fail(`${file} belongs to ${times} slices in ${HERE}/slices.mjs; it should be one.`);
  }
}

async function runSlice(name) {
  const { mutate, tests, cold = false } = SLICES[name];
  process.env.MUTATION_WARM = cold ? "0" : "1";
  process.env.MUTATION_TESTS = tests.join(",");
  const modules = path.resolve(HERE, "node_modules/@stryker-mutator");
  const { Stryker } = await import(pathToFileURL(path.join(modules, "core/dist/src/index.js")).href);
  await new Stryker({
    mutate: [...mutate],
    testRunner: "vitest",
    plugins: [path.join(modules, "vitest-runner/dist/src/index.js")],
    vitest: { configFile: path.join(HERE, "vitest.config.ts"), related: false },
    coverageAnalysis: "perTest",
    // What is known of a mutant holds as long as it and the tests that reach it are the same.
    incremental: true,
    incrementalFile: path.join(CACHE, `${name}.known.json`),
    tempDirName: path.join(CACHE, `sandbox-${name}`),
    ignorePatterns: [
      ".cache",
      ".next*",
      "app",
      "bench",
      "coverage",
      "data",
      "docs",
      "public",
      "test-results",
    ].concat(path.join(HERE, "node_modules")),
    reporters: ["progress-append-only", "json"],
    jsonReporter: { fileName: path.join(CACHE, `${name}.json`) },
    concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 1),
    timeoutMS: 20_000,
    disableTypeChecks: false,
    thresholds: { high: 95, low: PROMISED_SCORE, break: null },
  }).runMutationTest();
}

/** The mutants of one slice's report, with the text that they replace. */
function mutantsOf(name) {
  const { files } = JSON.parse(readFileSync(path.join(CACHE, `${name}.json`), "utf8"));
  return Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split("\n");
    return mutants.map(({ mutatorName, location: { start, end }, replacement, status }) => {
      const text = lines.slice(start.line - 1, end.line);
      text[text.length - 1] = text.at(-1).slice(0, end.column - 1);
      text[0] = text[0].slice(start.column - 1);
      const original = text.join("\n").replace(/\s+/g, " ");
      const becomes = (replacement ?? "").replace(/\s+/g, " ");
      return { file, line: start.line, change: mutatorName, original, becomes, status };
    });
  });
}

const LIVES = ["Survived", "NoCoverage"];
const COUNTS = ["Killed", "Timeout", ...LIVES];
const same = (one, other) =>
  ["file", "change", "original", "becomes"].every((field) => one[field] === other[field]);

function scoreOf(mutants) {
  const counted = mutants.filter(({ status }) => COUNTS.includes(status));
  const alive = counted.filter(({ status }) => LIVES.includes(status));
  const score = counted.length === 0 ? 100 : (100 * (counted.length - alive.length)) / counted.length;
  return { counted: counted.length, alive, score };
}

function table(mutants) {
  const files = [...new Set(mutants.map(({ file }) => file))].sort();
  const rows = [
    ...files.map((file) => [file, mutants.filter((mutant) => mutant.file === file)]),
    ["all", mutants],
  ];
  return rows
    .map(([label, some]) => [label, scoreOf(some)])
    .filter(([, { counted }]) => counted > 0)
    .map(
      ([label, { counted, alive, score }]) =>
        `| ${label} | ${counted} | ${alive.length} | ${score.toFixed(1)} % |`,
    );
}

ensureNode();
ensurePackages();
ensureGenerated();
ensureTool();
ensureComplete();
mkdirSync(CACHE, { recursive: true });

const reportOnly = process.argv.includes("--report");
const asked = process.argv.slice(2).filter((word) => word !== "--report");
const unknown = asked.filter((name) => !(name in SLICES));
if (unknown.length > 0) fail(`Unknown: ${unknown.join(", ")}. There are: ${Object.keys(SLICES).join(", ")}`);
const all = Object.keys(SLICES).filter((name) => !reportOnly || existsSync(path.join(CACHE, `${name}.json`)));
const names = asked.length > 0 ? asked : all;
for (const name of reportOnly ? [] : names) {
  console.log(`== ${name}`);
  await runSlice(name);
}

const mutants = names.flatMap(mutantsOf);
const { alive, score } = scoreOf(mutants);
const explained = JSON.parse(readFileSync(path.join(HERE, "survivors.json"), "utf8"));
const unexplained = alive.filter((mutant) => !explained.some((entry) => same(entry, mutant)));
const seen = new Set(mutants.map(({ file }) => file));
const gone = explained.filter(
  (entry) => seen.has(entry.file) && !alive.some((mutant) => same(entry, mutant)),
);
const report = [
  "| file | mutants | survived | score |",
  "| --- | ---: | ---: | ---: |",
  ...table(mutants),
].join("\n");
writeFileSync(path.join(CACHE, "scores.md"), `${report}\n`);
console.log(`\n${report}\n`);
for (const { file, line, change, original, becomes, status } of unexplained)
  console.log(`${status}, not explained: ${file}:${line} ${change}: ${original} → ${becomes}`);
for (const { file, original, becomes } of gone)
  console.log(`Explained, but noticed by now: ${file}: ${original} → ${becomes}`);
console.log(
  `${mutants.length} mutants, score ${score.toFixed(1)} %, ${unexplained.length} survivors unexplained`,
);
process.exitCode = score >= PROMISED_SCORE && unexplained.length === 0 && gone.length === 0 ? 0 : 1;
