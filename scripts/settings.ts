// npm run settings -- show            prints the settings in force as JSON
// npm run settings -- apply FILE      checks FILE and makes it the next version
import { readFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { ZodError } from "zod";
import { readLogoUrl } from "@/lib/office/logo";
import type { OfficeSettings } from "@/lib/office/schema";
import { changeSettings, readSettings } from "@/lib/office/settings";
import { closeDatabase, reader } from "@/lib/platform/database";
import { validatePatterns } from "@/lib/queue/booking-patterns";

const [verb, file] = process.argv.slice(2);

async function apply(path: string): Promise<void> {
  const raw = JSON.parse(readFileSync(path, "utf8")) as Partial<OfficeSettings>;
  const patterns = validatePatterns(raw.bookingPatterns ?? []);
  if (!patterns.ok) throw new Error(`bookingPatterns: ${patterns.reason} (entry ${String(patterns.index)})`);
  const logo = raw.letterhead?.logo;
  const picture = logo === undefined ? null : readLogoUrl(logo);
  if (picture && !picture.ok) throw new Error(`letterhead.logo: ${picture.code}`);
  const version = await changeSettings(raw, { kind: "SYSTEM" }, randomUUID());
  console.log(`settings version ${version} is in force`);
}

try {
  if (verb === "show") console.log(JSON.stringify(await readSettings(reader()), null, 2));
  else if (verb === "apply" && file) await apply(file);
  else throw new Error("usage: npm run settings -- show | apply FILE");
} catch (fault) {
  const problems =
    fault instanceof ZodError ? fault.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) : [];
  console.error(problems.length > 0 ? problems.join("\n") : fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
