/**
 * `npm run verify-audit [-- --heads FILE]`: goes through the whole audit chain and compares it with the file of daily
 * heads; changes nothing. Exit codes: 0 sound, 1 a finding (the first bad row is named), 2 it could not be checked,
 * 3 sound in itself, but there is no file of daily heads.
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { verifyChain } from "@/lib/audit/verify-chain";
import { auditWords } from "@/lib/audit/words";
import { closeDatabase } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";

type Words = ReturnType<typeof auditWords>;
/** Indonesian first, English below. */
const inBoth = (words: (language: Words) => string) =>
  console.log(["id", "en"].map((locale) => words(auditWords(locale))).join("\n"));
const say = (key: string, values: Readonly<Record<string, string | number>>) =>
  inBoth((language) => language.say(key, values));

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { heads: { type: "string" } } });
  const file = values.heads === undefined ? environment().auditHeads : path.resolve(values.heads);
  const { finding, rows, seq, hash, heads, lastHead } = await verifyChain({ file });
  if (finding) {
    inBoth((language) => language.say("broken", { finding: language.finding(finding) }));
    say("until", { seq });
    if (lastHead) say("lastHead", { day: lastHead.day, seq: lastHead.seq });
    return 1;
  }
  say("sound", { rows, seq, hash });
  if (heads === null) say("noFile", { file });
  else say("heads", { count: heads });
  return heads === null ? 3 : 0;
}

try {
  process.exitCode = await main();
} catch (fault) {
  say("failed", {
    reason: String(fault instanceof Error ? fault.message : fault)
      .replace(/\s+/g, " ")
      .trim(),
  });
  process.exitCode = 2;
} finally {
  await closeDatabase();
}
