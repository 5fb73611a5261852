/**
 * `npm run bench:year [-- --database FILE --log FILE] [--rounds 5]`
 * Loads a simulated year (about 35,000 tickets) through the feed, checks the account against a count made from the raw
 * feed, and times pages and files of the running product, in turn, as ratios to two baselines of the same call: a bare
 * count of tickets, and the page of one's own account. `--database` takes a SQLite file that `simulate-year` has loaded.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { YearLog } from "@/lib/demo/types";
import { PAGES } from "@/lib/access/pages";
import { closeDatabase, reader } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";
import { migrate } from "@/lib/platform/migrate";
import { accountFigures } from "@/lib/register/account/account-figures";
import { readAccount } from "@/lib/register/account/read-account";
import { ActionClient } from "../../tests/support/action-client";
import { DEMO_PASSWORDS } from "../../tests/support/demo-people";
import { asCounted, independentCount } from "../../tests/support/independent-count";
import { ensureBuilt, startServer } from "../../tests/support/server";

const YEAR = { from: "2026-01-01", to: "2026-12-31" };
const MONTH = { from: "2026-06-01", to: "2026-06-30" };
/** A working day after the year. */
const AFTER = "2027-01-05";

const { values } = parseArgs({
  options: {
    database: { type: "string" },
    log: { type: "string" },
    rounds: { type: "string", default: "5" },
  },
});
const rounds = Number(values.rounds);
const folder = values.database
  ? path.dirname(values.database)
  : mkdtempSync(path.join(tmpdir(), "janji-year-"));
const file = values.database ?? path.join(folder, "year.db");
const logFile = values.log ?? path.join(folder, "year.json");
Object.assign(process.env, {
  ...{ JANJI_MODE: "demo", JANJI_DATA_DIR: folder, DATABASE_URL: `file:${file}`, JANJI_LOG_LEVEL: "silent" },
});

const median = (list: readonly number[]) =>
  [...list].sort((one, other) => one - other)[Math.floor(list.length / 2)] ?? NaN;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Each subject once a round, so that whatever else the machine does meets them all alike. */
async function inTurn(subjects: ReadonlyMap<string, () => Promise<unknown>>): Promise<Map<string, number>> {
  const times = new Map([...subjects.keys()].map((name) => [name, [] as number[]]));
  for (const work of subjects.values()) await work();
  for (let round = 0; round < rounds; round += 1)
    for (const [name, work] of subjects) times.get(name)?.push(await timed(work));
  return new Map([...times].map(([name, list]) => [name, median(list)]));
}

function load(): void {
  if (values.database) return;
  const command = [
    "--conditions=react-server",
    "--import",
    "tsx",
    "scripts/simulate-year.ts",
    "--log",
    logFile,
  ];
  execFileSync(process.execPath, command, { env: process.env, stdio: ["ignore", "ignore", "inherit"] });
}

async function check(log: YearLog): Promise<void> {
  const asOf = Date.parse(`${AFTER}T10:30:00+07:00`);
  const months = Array.from({ length: 12 }, (_, index) => {
    const month = `2026-${String(index + 1).padStart(2, "0")}`;
    return { from: `${month}-01`, to: `${month}-${new Date(Date.UTC(2026, index + 1, 0)).getUTCDate()}` };
  });
  for (const period of [YEAR, ...months]) {
    const figures = accountFigures(await readAccount(period, asOf));
    assert.deepEqual(asCounted(figures), independentCount(log, period.from, period.to), period.from);
  }
  const { tickets, vouchers } = accountFigures(await readAccount(YEAR, asOf)).total;
  console.log(
    `${tickets.tickets} tickets, ${tickets.passed} above the promise, ${vouchers.issued} vouchers: ` +
      "the account of the year and of each month equals the independent count of the raw feed",
  );
}

function report(title: string, times: ReadonlyMap<string, number>, baseline: string): void {
  const base = times.get(baseline) ?? NaN;
  console.log(`\n| ${title} | ÷ ${baseline} | ms here |\n| --- | --- | --- |`);
  for (const [name, ms] of times) console.log(`| ${name} | ${(ms / base).toFixed(1)} | ${ms.toFixed(1)} |`);
}

load();
ensureBuilt();
await migrate(environment().database);
await check(JSON.parse(readFileSync(logFile, "utf8")) as YearLog);
const asOf = Date.parse(`${AFTER}T10:30:00+07:00`);
const account = (period: typeof YEAR) => async () => accountFigures(await readAccount(period, asOf));
report(
  "in the process",
  await inTurn(
    new Map<string, () => Promise<unknown>>([
      ["count of tickets", () => reader().ticket.count()],
      ["account of a month", account(MONTH)],
      ["account of the year", account(YEAR)],
    ]),
  ),
  "count of tickets",
);
await closeDatabase();

const server = await startServer({ database: `file:${file}`, dataDir: folder, date: AFTER });
try {
  const head = await new ActionClient(server).signIn("kepala", DEMO_PASSWORDS.kepala);
  const get = (address: string) => async () => {
    const response = await head.fetch(address);
    assert.equal(response.status, 200, address);
    await response.arrayBuffer();
  };
  const query = ({ from, to }: typeof YEAR) => `from=${from}&to=${to}`;
  const files = (["pdf", "xlsx", "csv"] as const).flatMap((format) =>
    [MONTH, YEAR].map((period): [string, () => Promise<void>] => [
      `${format.toUpperCase()} of ${period === YEAR ? "the year" : "a month"}`,
      get(`/staff/report/file?format=${format}&${query(period)}`),
    ]),
  );
  const pages = Object.keys(PAGES).filter((page) => !page.includes("["));
  report(
    "over HTTP",
    await inTurn(
      new Map<string, () => Promise<unknown>>([
        ["own account", get("/staff/account")],
        ["report of a month", get(`/staff/report?${query(MONTH)}`)],
        ["report of the year", get(`/staff/report?${query(YEAR)}`)],
        ...files,
        ...pages.map((page): [string, () => Promise<void>] => [page, get(page)]),
        ...(pages.includes("/staff/register")
          ? [["/staff/register, the year", get(`/staff/register?${query(YEAR)}`)] as const]
          : []),
      ]),
    ),
    "own account",
  );
} finally {
  await server.stop();
  if (!values.database) rmSync(folder, { recursive: true, force: true });
}
