/**
 * `npm run simulate-hall -- --date 2026-11-24 [--seed 7] [--until 10:30] [--every 60] [--zone Asia/Jakarta]`
 * Prints a pretended hall day as bodies for POST /api/v1/queue/tickets, one JSON object a line. Without --every that is
 * how the hall stands at --until (default: when the last one has been served); with it, a push every so many seconds
 * that holds what changed since the one before. Exit code 2: the arguments were not understood.
 */
import { parseArgs } from "node:util";
import { z } from "zod";
import { deliveriesBetween, deliveriesUpTo } from "@/lib/demo/deliveries";
import { simulateDay } from "@/lib/demo/simulate-day";
import type { SimulatedDay } from "@/lib/demo/types";
import { instantOf } from "@/lib/office/local-time";
import { MAX_BATCH, type TicketPayload } from "@/lib/queue/schema";
import { argumentsOr } from "./arguments";

const USAGE =
  "Usage: npm run simulate-hall -- --date YYYY-MM-DD [--seed N] [--until HH:MM] [--every SECONDS] [--zone IANA]";

const argumentsInput = z.strictObject({
  date: z.iso.date(),
  seed: z.coerce.number().int().nonnegative().default(1),
  until: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  every: z.coerce.number().int().positive().optional(),
  zone: z.string().default("Asia/Jakarta").refine(isTimeZone, { error: "not an IANA time zone" }),
});

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

function readArguments(args: readonly string[]) {
  const option = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { date: option, seed: option, until: option, every: option, zone: option },
  });
  return argumentsInput.parse(values);
}

function* pushes(day: SimulatedDay, until: number, everyMs: number | null): Generator<TicketPayload[]> {
  if (everyMs === null) {
    yield deliveriesUpTo(day, until);
    return;
  }
  const first = day.applicants[0]?.timeline.arrivedAt ?? until;
  for (let from = first - 1; from < until; from += everyMs) {
    yield deliveriesBetween(day, from, Math.min(from + everyMs, until));
  }
}

function lastInstant(day: SimulatedDay): number {
  return Math.max(
    ...day.applicants.flatMap(({ timeline }) =>
      Object.values<number | null>({ ...timeline }).filter((at) => at !== null),
    ),
  );
}

function main(args: readonly string[]): number {
  const options = argumentsOr(() => readArguments(args), USAGE);
  if (!options) return 2;
  const { date, seed, until, every, zone } = options;
  const day = simulateDay({ seed, serviceDate: date, timeZone: zone });
  const end = until ? instantOf(date, until, zone) : lastInstant(day);
  for (const push of pushes(day, end, every ? every * 1000 : null)) {
    for (let start = 0; start < push.length; start += MAX_BATCH) {
      console.log(JSON.stringify({ tickets: push.slice(start, start + MAX_BATCH) }));
    }
  }
  return 0;
}

process.exitCode = main(process.argv.slice(2));
