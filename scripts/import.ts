/**
 * `npm run import -- FILE [--preview]`: takes a CSV file in, or with --preview only says what it would do. Prints counts
 * and what cannot be taken; `--report OUT.csv` writes the whole report. Exit codes: 0 every row is sound, 1 some are not,
 * 2 the file or the usage is wrong.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { assertInstallationMode } from "@/lib/access/installation-mode";
import { openOffice } from "@/lib/office/open-office";
import { closeDatabase } from "@/lib/platform/database";
import { ConfigurationError, environment } from "@/lib/platform/environment";
import { migrate } from "@/lib/platform/migrate";
import { importFile, ownCall, previewImport } from "@/lib/queue/import/import-file";

const USAGE = "Usage: npm run import -- FILE [--preview] [--report OUT.csv]";
const MOST_SHOWN = 50;

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { preview: { type: "boolean" }, report: { type: "string" } },
    });
    const [file, ...more] = positionals;
    return file !== undefined && more.length === 0 ? { file, ...values } : null;
  } catch {
    return null;
  }
}

async function main(): Promise<number> {
  const chosen = readArguments();
  if (!chosen) {
    console.error(USAGE);
    return 2;
  }
  try {
    const bytes = new Uint8Array(readFileSync(chosen.file));
    await migrate(environment().database);
    await assertInstallationMode();
    await openOffice();
    const view = await (chosen.preview ? previewImport : importFile)(bytes, ownCall());
    if (chosen.report !== undefined) writeFileSync(chosen.report, view.report);
    if (view.problem) {
      console.error(view.report.replace(/^\uFEFF/, ""));
      const open = view.columns.filter(({ field }) => field === null).map(({ heading }) => heading);
      if (open.length > 0)
        console.error(`Not known: ${open.join(", ")}. Say once at /staff/import what they hold.`);
      return 2;
    }
    const counts = Object.entries(view.counts).map(([verdict, count]) => `${verdict} ${count}`);
    console.log(`${chosen.preview ? "would be" : "written"}: ${counts.join(", ")}`);
    const refused = view.rows.filter(({ result }) => result === "REFUSED");
    for (const { line, ticketId, field, reason } of refused.slice(0, MOST_SHOWN))
      console.log(`line ${line}  ${ticketId ?? "-"}  ${field ?? ""}  ${reason ?? ""}`);
    if (refused.length > MOST_SHOWN) console.log(`and ${refused.length - MOST_SHOWN} more: see --report`);
    return refused.length > 0 ? 1 : 0;
  } catch (fault) {
    const expected =
      fault instanceof ConfigurationError || (fault as NodeJS.ErrnoException).code === "ENOENT";
    if (!expected) throw fault;
    console.error((fault as Error).message);
    return 2;
  } finally {
    await closeDatabase();
  }
}

process.exitCode = await main();
