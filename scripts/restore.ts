/**
 * `npm run restore -- ARCHIVE --key FILE`: brings an office back into the empty database that .env names.
 * `--check` only looks whether the archive can be read and is whole. `--secret-to FILE` writes the installation's secret
 * out of the archive, for the .env of a new machine. Exit codes: 0 done, 1 not done and nothing changed, 2 wrong usage,
 * 3 brought back, but its audit chain has a finding.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { auditWords } from "@/lib/audit/words";
import { checkBackup, restoreBackup } from "@/lib/office/backups/restore-backup";
import type { BackupManifest } from "@/lib/platform/backup/schema";
import { closeDatabase } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";

const USAGE = "Usage: npm run restore -- ARCHIVE --key FILE [--check] [--secret-to FILE]";

function tell(manifest: BackupManifest): void {
  const rows = Object.values(manifest.tables).reduce((sum, count) => sum + count, 0);
  console.log(`backup of ${manifest.takenAt}, ${manifest.kind}, ${manifest.mode}: ${rows} rows`);
  for (const [table, count] of Object.entries(manifest.tables)) console.log(`  ${table}: ${count}`);
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      key: { type: "string" },
      check: { type: "boolean", default: false },
      "secret-to": { type: "string" },
    },
  });
  const [archive, ...more] = positionals;
  const identity = values.key
    ? readFileSync(values.key, "utf8")
        .split("\n")
        .find((line) => line.startsWith("AGE-SECRET-KEY-"))
        ?.trim()
    : undefined;
  if (!archive || more.length > 0 || !identity) {
    console.error(identity === undefined && values.key ? `${values.key} holds no key.` : USAGE);
    return 2;
  }
  if (values.check) {
    tell(await checkBackup(archive, identity));
    console.log("It can be read and is whole. Nothing was changed.");
    return 0;
  }
  const file = values["secret-to"];
  if (file && existsSync(file)) {
    console.error(`${file} is there already; nothing was changed.`);
    return 2;
  }
  const { manifest, secret, finding } = await restoreBackup(archive, identity);
  tell(manifest);
  if (file) writeFileSync(file, secret, { mode: 0o600, flag: "wx" });
  if (secret !== environment().secret)
    console.log(
      `\nJANJI_SECRET here is not that of the backup: put ${file ? `the one in ${file}` : "the backup's (--secret-to FILE)"} into .env before the server starts.`,
    );
  if (finding) {
    const words = auditWords("en");
    console.error(`\n${words.say("broken", { finding: words.finding(finding) })}`);
    return 3;
  }
  console.log("\nBrought back, as many rows as in the backup; the audit chain is sound.");
  return 0;
}

try {
  process.exitCode = await main();
} catch (fault) {
  console.error(`Not brought back: ${fault instanceof Error ? fault.message : String(fault)}`);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
