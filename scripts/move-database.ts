/**
 * `npm run move-database -- FILE`: moves an office from its SQLite file into the empty PostgreSQL database that
 * DATABASE_URL names, row by row, compared and verified. Stop the server first. `--take-back FILE` lets a server open the
 * file again that was left by a move. Exit codes: 0 done, 1 not done and nothing changed, 2 wrong usage, 3 moved, but the
 * chain of records has a finding.
 */
import { parseArgs } from "node:util";
import { auditWords } from "@/lib/audit/words";
import { moveOffice } from "@/lib/office/move/move-office";
import { closeDatabase } from "@/lib/platform/database";
import { takeBack } from "@/lib/platform/move/source";

const USAGE = "Usage: npm run move-database -- FILE | --take-back FILE";

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { "take-back": { type: "boolean", default: false } },
  });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) {
    console.error(USAGE);
    return 2;
  }
  if (values["take-back"]) {
    const moved = takeBack(file);
    console.log(
      moved
        ? `${file} may be served again. What was recorded since ${moved} in the other database is not in it.`
        : `${file} was not moved; nothing was changed.`,
    );
    return 0;
  }
  let rows = 0;
  const finding = await moveOffice(file, (table, count) => {
    rows += count;
    console.log(`  ${table}: ${count}`);
  });
  console.log(
    `${rows} rows moved, each compared. ${file} stays as it is and is not opened by a server again.`,
  );
  if (!finding) return 0;
  const words = auditWords("en");
  console.error(words.say("broken", { finding: words.finding(finding) }));
  return 3;
}

try {
  process.exitCode = await main();
} catch (fault) {
  console.error(`Nothing was moved: ${fault instanceof Error ? fault.message : String(fault)}`);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
