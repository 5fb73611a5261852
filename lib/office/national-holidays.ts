import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { NationalYear } from "./types";

/** Beside the other data that an administrator may edit; read anew each time, so that an edit needs no restart. */
const FILE = path.join(process.cwd(), "lib", "office", "national-holidays.json");

const file = z.object({
  years: z.record(
    z.string().regex(/^\d{4}$/),
    z.object({
      source: z.string(),
      holidays: z.array(
        z.object({
          date: z.iso.date(),
          name: z.string().trim().min(1).max(80),
          status: z.enum(["DECREED", "FIXED", "EXPECTED"]),
        }),
      ),
    }),
  ),
});

/**
 * The national holidays on file, by year. EXPECTED ones are no more than a calendar's guess.
 * @throws ZodError when the edited file is not sound.
 */
export function nationalHolidays(): NationalYear[] {
  const { years } = file.parse(JSON.parse(readFileSync(FILE, "utf8")));
  return Object.entries(years)
    .map(([year, { source, holidays }]) => ({ year, source, holidays }))
    .sort((one, other) => one.year.localeCompare(other.year));
}
