/**
 * `npm run crash -- [--times 100] [--database sqlite|postgres|both] [--seed N] [--log FOLDER]`
 * Kills a demo office of its own under load that many times and holds what its clients were told against its database
 * (docs/decisions/053-crashes.md). The clients' log stays in the folder, by default one of the system's for what is
 * temporary. Exit code 0: nothing was lost, doubled or halved; 1: something was; 2: the arguments were not understood.
 */
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { crash, type Totals } from "../tests/crash/run";
import { ensureBuilt } from "../tests/support/server";
import { argumentsOr } from "./arguments";

const USAGE =
  "Usage: npm run crash -- [--times N] [--database sqlite|postgres|both] [--seed N] [--log FOLDER]";
const EVERY = 10;

const argumentsInput = z.strictObject({
  times: z.coerce.number().int().positive().default(100),
  database: z.enum(["sqlite", "postgres", "both"]).default("both"),
  seed: z.coerce.number().int().nonnegative().default(1),
  log: z.string().optional(),
});

function readArguments(args: readonly string[]) {
  const option = { type: "string" } as const;
  const options = { times: option, database: option, seed: option, log: option };
  return argumentsInput.parse(parseArgs({ args: [...args], options }).values);
}

function told({ kills, ...counts }: Totals): string {
  const { requests, acknowledged, refused, unanswered, whole, nothing, late, repeated } = counts;
  return [
    `kills: ${kills.SERVER} server, ${kills.DATABASE} database, ${kills.BOTH} both`,
    `${requests} requests: ${acknowledged} acknowledged, ${refused} refused`,
    `${unanswered} had no answer when killed: ${whole} were whole, ${nothing} not there${late > 0 ? ` (${late} not asked again: too late)` : ""}`,
    `${repeated} answers asked for again were the same`,
  ].join("; ");
}

async function main(args: readonly string[]): Promise<number> {
  const options = argumentsOr(() => readArguments(args), USAGE);
  if (!options) return 2;
  ensureBuilt();
  const { times, seed, database } = options;
  const folder = options.log ?? mkdtempSync(path.join(tmpdir(), "janji-crash-"));
  mkdirSync(folder, { recursive: true });
  for (const kind of database === "both" ? (["sqlite", "postgres"] as const) : [database]) {
    const logFile = path.join(folder, `${kind}-${seed}.jsonl`);
    const started = performance.now();
    const progress = (round: number, totals: Totals) => {
      if (round % EVERY === 0) console.log(`${kind}, ${round} kills; ${told(totals)}`);
    };
    const { totals, violations } = await crash({ kind, times, seed, logFile, progress });
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(`${kind}, seed ${seed}, ${seconds} s; ${told(totals)}`);
    if (violations.length > 0) {
      console.error([`Not sound; the clients' log is ${logFile}`, ...violations].slice(0, 40).join("\n  "));
      return 1;
    }
    console.log(`${kind}: every acknowledged request is there once, every other whole or not at all`);
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
