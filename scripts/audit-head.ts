/**
 * `npm run audit-head`: writes where the audit chain ends now to the file of daily heads, beside what the server writes
 * each day. Exit codes: 0 written, or nothing new to write; 2 it could not be written.
 */
import { auditWords } from "@/lib/audit/words";
import { writeOfficeHead } from "@/lib/office/keep-chain";
import { closeDatabase } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";

try {
  const file = environment().auditHeads;
  const written = await writeOfficeHead("NEWER");
  for (const { say } of [auditWords("id"), auditWords("en")])
    console.log(written ? say("written", { file, ...written }) : say("nothingNew", { file }));
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 2;
} finally {
  await closeDatabase();
}
