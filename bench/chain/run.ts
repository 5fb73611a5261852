/**
 * `npm run bench:chain -- BASELINE-REVISION [--count 600] [--rounds 5]`
 * How fast vouchers are issued with the audit chain, as a ratio to a revision before it: the same measurement in both
 * trees, in turn, on both databases, by one kiosk and by ten at once. PostgreSQL writes through to the disk here.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { startPostgres } from "../../tests/support/postgres-server";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: "string", default: "600" }, rounds: { type: "string", default: "5" } },
});
const [revision] = positionals;
if (!revision) throw new Error("usage: npm run bench:chain -- BASELINE-REVISION [--count 600] [--rounds 5]");
const rounds = Number(values.rounds);

const folder = mkdtempSync(path.join(tmpdir(), "janji-bench-"));
const baseline = path.join(folder, "baseline");
execFileSync("git", ["worktree", "add", "--detach", baseline, revision], { stdio: "ignore" });
symlinkSync(path.resolve("node_modules"), path.join(baseline, "node_modules"));
cpSync("bench/chain/issue.ts", path.join(baseline, "bench-issue.ts"));
execFileSync(process.execPath, ["scripts/generate.mjs"], { cwd: baseline, stdio: "ignore" });

const server = await startPostgres({ durable: true });
let counter = 0;

async function freshDatabase(kind: string): Promise<string> {
  const name = `bench_${(counter += 1)}`;
  if (kind === "sqlite") return `file:${path.join(folder, `${name}.db`)}`;
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return server.url.replace(/\/[^/]*$/, `/${name}`);
}

async function measure(tree: "baseline" | "chain", kind: string, atOnce: number): Promise<number> {
  const [cwd, script] =
    tree === "baseline" ? [baseline, "bench-issue.ts"] : [process.cwd(), "bench/chain/issue.ts"];
  const env = {
    ...process.env,
    ...{ JANJI_MODE: "demo", JANJI_DATA_DIR: folder, DATABASE_URL: await freshDatabase(kind) },
    ...{ COUNT: values.count, AT_ONCE: String(atOnce), JANJI_LOG_LEVEL: "silent" },
  };
  const command = ["--conditions=react-server", "--import", "tsx", script];
  return Number(execFileSync(process.execPath, command, { cwd, env, encoding: "utf8" }).trim());
}

const median = (list: number[]) =>
  [...list].sort((one, other) => one - other)[Math.floor(list.length / 2)] ?? NaN;

try {
  console.log(
    `database  kiosks  speed with the chain ÷ without (median of ${rounds} rounds, lowest to highest)`,
  );
  for (const kind of ["sqlite", "postgres"])
    for (const atOnce of [1, 10]) {
      const ratios: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        // Which one goes first changes with each round.
        const order = round % 2 === 0 ? (["baseline", "chain"] as const) : (["chain", "baseline"] as const);
        const took = { baseline: 0, chain: 0 };
        for (const tree of order) took[tree] = await measure(tree, kind, atOnce);
        ratios.push(took.baseline / took.chain);
      }
      const range = [Math.min(...ratios), Math.max(...ratios)].map((ratio) => ratio.toFixed(2)).join(" to ");
      console.log(`${kind.padEnd(9)} ${String(atOnce).padStart(6)}  ${median(ratios).toFixed(2)} (${range})`);
    }
} finally {
  server.stop();
  execFileSync("git", ["worktree", "remove", "--force", baseline]);
  rmSync(folder, { recursive: true, force: true });
}
