/**
 * `npm run backup`: copies the office into an encrypted archive in JANJI_BACKUP_DIR while it is in use, and lets old ones
 * go. `-- --if-due` makes one only where the last is a day old: the server itself calls it so, every hour.
 * Exit codes: 0 made or not due, 1 another process is at it, 2 it could not be made; the reason is named.
 */
import { parseArgs } from "node:util";
import { takeBackup } from "@/lib/office/backups/take-backup";
import { closeDatabase } from "@/lib/platform/database";

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { "if-due": { type: "boolean", default: false } } });
  const taken = await takeBackup(values["if-due"] ? "DUE" : "NOW");
  if (taken === "NOT_DUE") return 0;
  if (taken === "ELSEWHERE") {
    console.error("Another process is making a backup at this moment.");
    return 1;
  }
  const { archive, bytes, rows, sha256, removed } = taken;
  console.log(`${archive}\n${rows} rows, ${(bytes / 1e6).toFixed(1)} MB, SHA-256 ${sha256}`);
  if (removed.length > 0) console.log(`${removed.length} older removed`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (fault) {
  console.error(`No backup was made: ${fault instanceof Error ? fault.message : String(fault)}`);
  process.exitCode = 2;
} finally {
  await closeDatabase();
}
