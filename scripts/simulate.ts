/**
 * `npm run simulate -- [--days 1000] [--seed 0]`
 * Lives that many pretended hall days through on databases of its own, with faults, and checks every invariant after
 * every step (docs/decisions/050-simulation.md). A failing day is made as small as it gets and told. Exit code 0: all
 * held; 1: a day failed; 2: the arguments were not understood.
 */
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { openOffice } from "@/lib/office/open-office";
import { closeDatabase } from "@/lib/platform/database";
import { forgetEnvironment } from "@/lib/platform/environment";
import { migrate } from "@/lib/platform/migrate";
import { runDay } from "../tests/simulation/run-day";
import { shrink, told } from "../tests/simulation/shrink";
import { dayOf } from "../tests/simulation/world";
import { argumentsOr } from "./arguments";

/** So many days share a database: its chain is verified every evening, from the first row on. */
const A_DATABASE = 25;
const USAGE = "Usage: npm run simulate -- [--days N] [--seed N]";

const argumentsInput = z.strictObject({
  days: z.coerce.number().int().positive().default(1000),
  seed: z.coerce.number().int().nonnegative().default(0),
});

function readArguments(args: readonly string[]) {
  const option = { type: "string" } as const;
  return argumentsInput.parse(parseArgs({ args: [...args], options: { days: option, seed: option } }).values);
}

function point(file: string): void {
  const folder = path.dirname(file);
  Object.assign(process.env, { JANJI_MODE: "demo", JANJI_DATA_DIR: folder, DATABASE_URL: `file:${file}` });
  process.env.JANJI_SECRET = "a secret for simulated days, longer than needed";
  forgetEnvironment();
}

async function live(folder: string, { days, seed: first }: { days: number; seed: number }): Promise<number> {
  const template = path.join(folder, "template.db");
  await migrate({ kind: "sqlite", file: template });
  point(template);
  await openOffice();
  await closeDatabase();
  const started = performance.now();
  for (let done = 0; done < days; done += 1) {
    if (done % A_DATABASE === 0) {
      await closeDatabase();
      const file = path.join(folder, `${done}.db`);
      copyFileSync(template, file);
      for (const end of ["", "-wal", "-shm"])
        rmSync(path.join(folder, `${done - A_DATABASE}.db${end}`), { force: true });
      point(file);
    }
    const day = dayOf(first + done);
    const failure = await runDay(day);
    if (failure) {
      console.error(`Day ${day.seed} fails; making it smaller …`);
      console.error(told(day.seed, await shrink(day, failure, runDay)));
      return 1;
    }
    if ((done + 1) % 100 === 0)
      console.log(`${done + 1} days, ${((performance.now() - started) / 1000).toFixed(0)} s`);
  }
  console.log(`${days} days from seed ${first}: every invariant held`);
  return 0;
}

async function main(args: readonly string[]): Promise<number> {
  const options = argumentsOr(() => readArguments(args), USAGE);
  if (!options) return 2;
  const folder = mkdtempSync(path.join(tmpdir(), "janji-days-"));
  try {
    return await live(folder, options);
  } finally {
    await closeDatabase();
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main(process.argv.slice(2));
