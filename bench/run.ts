/**
 * `npm run bench [-- --quick] [--only check,issue,…]`
 * Every figure of docs/performance.md, in one call: each part measures a subject and its baseline in turn and keeps its
 * results beside it; the page's table is written from them at the end. Some twelve minutes on two idle cores, half of it
 * for `--quick`, which takes fewer rounds and leaves out the largest office.
 */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureAll } from "../scripts/ensure.mjs";

const { values } = parseArgs({
  options: { quick: { type: "boolean", default: false }, only: { type: "string" } },
});

/** By name, with the arguments of a whole run and of a quick one. */
const PARTS: Readonly<Record<string, readonly [whole: readonly string[], quick: readonly string[]]>> = {
  issue: [
    ["--count", "400"],
    ["--count", "150"],
  ],
  check: [
    ["--rounds", "240"],
    ["--rounds", "80"],
  ],
  flat: [
    ["--rounds", "60"],
    ["--rounds", "25", "--sizes", "1000,20000"],
  ],
  "kiosk-js": [[], []],
  scan: [
    ["--rounds", "9"],
    ["--rounds", "5"],
  ],
  process: [
    ["--rounds", "5"],
    ["--rounds", "3"],
  ],
  hall: [
    ["--changes", "200", "--clients", "50", "--browsers", "2"],
    ["--changes", "60", "--clients", "50", "--browsers", "1"],
  ],
};

ensureAll();
// What an earlier call built is not what is measured now; the parts of this one share their builds.
rmSync(path.join(".cache", "bench"), { recursive: true, force: true });
const failed: string[] = [];
const only = values.only?.split(",");
for (const [name, [whole, quick]] of Object.entries(PARTS)) {
  if (only && !only.includes(name)) continue;
  console.log(`\n== ${name}`);
  const begun = performance.now();
  const command = ["--conditions=react-server", "--import", "tsx", `bench/${name}/run.ts`, "--write"];
  const { status } = spawnSync(process.execPath, [...command, ...(values.quick ? quick : whole)], {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production", JANJI_LOG_LEVEL: "silent", JANJI_BENCH_BUILT: "1" },
  });
  if (status !== 0) failed.push(name);
  console.log(`== ${name}: ${((performance.now() - begun) / 1000).toFixed(0)} s`);
}
const summary = ["--import", "tsx", "bench/summary.ts"];
spawnSync(process.execPath, summary, { stdio: "inherit" });
const prettier = ["node_modules/prettier/bin/prettier.cjs", "--write", "--log-level=warn"];
spawnSync(process.execPath, [...prettier, "docs/performance.md", "bench/*/*.{json,md}"], {
  stdio: "inherit",
});
if (failed.length > 0) console.error(`\nNot measured: ${failed.join(", ")}`);
process.exitCode = failed.length > 0 ? 1 : 0;
