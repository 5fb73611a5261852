/**
 * `npm run backup`: copies the office into an encrypted archive in JANJI_BACKUP_DIR while it is in use, and lets old ones
 * go. `-- --if-due` makes one only where the last is a day old: the server itself calls it so, every hour, and it speaks as
 * the server does, in the journal's structured lines.
 * Exit codes: 0 made or not due, 1 another process is at it, 2 it could not be made; the reason is named.
 */
import { parseArgs } from "node:util";
import { takeBackup } from "@/lib/office/backups/take-backup";
import { closeDatabase } from "@/lib/platform/database";
import { log } from "@/lib/platform/log";

const { values } = parseArgs({ options: { "if-due": { type: "boolean", default: false } } });
const forTheServer = values["if-due"];

async function main(): Promise<number> {
  const taken = await takeBackup(forTheServer ? "DUE" : "NOW");
  if (taken === "NOT_DUE") return 0;
  if (taken === "ELSEWHERE") {
    const elsewhere = "Another process is making a backup at this moment.";
    if (forTheServer) log.info(elsewhere);
    else console.error(elsewhere);
    return 1;
  }
  const { archive, bytes, rows, sha256, removed } = taken;
  if (forTheServer) {
    log.info({ archive, bytes, rows, sha256, removed: removed.length }, "a backup was made");
    return 0;
  }
  console.log(`${archive}\n${rows} rows, ${(bytes / 1e6).toFixed(1)} MB, SHA-256 ${sha256}`);
  if (removed.length > 0) console.log(`${removed.length} older removed`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (fault) {
  const why = fault instanceof Error ? fault.message : String(fault);
  if (forTheServer) log.error({ why }, "no backup was made");
  else console.error(`No backup was made: ${why}`);
  process.exitCode = 2;
} finally {
  await closeDatabase();
}
