/**
 * `npm run simulate-year -- [--from 2026-01-01] [--days 250] [--seed 11] [--log FILE.json]`
 * Loads a pretended year, about 140 applicants a day, into the configured demo office, which must hold no tickets yet.
 * With --log it writes what the feed sent and what people did. Exit code 2: the arguments or the office are not fit.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { assertInstallationMode } from "@/lib/access/installation-mode";
import { loadYear } from "@/lib/demo/load-year";
import { openOffice } from "@/lib/office/open-office";
import { closeDatabase } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";
import { migrate } from "@/lib/platform/migrate";

const argumentsInput = z.strictObject({
  from: z.iso.date().default("2026-01-01"),
  days: z.coerce.number().int().min(1).max(366).default(250),
  seed: z.coerce.number().int().nonnegative().default(11),
  log: z.string().optional(),
});

async function main(): Promise<number> {
  const option = { type: "string" } as const;
  const { values } = parseArgs({ options: { from: option, days: option, seed: option, log: option } });
  const parsed = argumentsInput.safeParse(values);
  if (!parsed.success) {
    console.error(z.prettifyError(parsed.error));
    return 2;
  }
  const { log: file, ...plan } = parsed.data;
  await migrate(environment().database);
  await assertInstallationMode();
  await openOffice();
  const log = await loadYear(plan, (date, given) => {
    if (date.endsWith("1")) console.log(`${date}  ${given} tickets`);
  });
  const vouchers = log.events.filter(({ kind }) => kind === "GRANTED").length;
  console.log(`loaded: ${log.deliveries.length} deliveries, ${log.events.length} events, ${vouchers} grants`);
  if (file !== undefined) writeFileSync(file, JSON.stringify(log));
  return 0;
}

try {
  process.exitCode = await main();
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 2;
} finally {
  await closeDatabase();
}
