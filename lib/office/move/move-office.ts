import "server-only";
import { appendAudit } from "@/lib/audit/append";
import type { ChainFinding } from "@/lib/audit/types";
import { verifyChain } from "@/lib/audit/verify-chain";
import { systemNow } from "@/lib/platform/clock";
import { writeTransaction } from "@/lib/platform/database";
import { ConfigurationError, environment } from "@/lib/platform/environment";
import { moveRows } from "@/lib/platform/move/move-rows";
import { openSource } from "@/lib/platform/move/source";

/**
 * Moves an office from an SQLite file into the empty PostgreSQL database that the environment names. Nobody serves the
 * file meanwhile, and no server will open it afterwards. The chain of records is verified in the new place, which is
 * the first row that is added there.
 * @returns what the verification found first; null when the chain is sound
 * @throws MoveError, ConfigurationError; the file is as it was, the target empty
 */
export async function moveOffice(
  file: string,
  tell: (table: string, rows: number) => void,
): Promise<ChainFinding | null> {
  const { database, auditHeads } = environment();
  if (database.kind !== "postgres")
    throw new ConfigurationError("DATABASE_URL must name the PostgreSQL database to move to");
  const source = openSource(file);
  try {
    await moveRows(source, database.url, tell);
    source.markMoved(systemNow().toISOString());
  } finally {
    source.close();
  }
  const { finding } = await verifyChain({ file: auditHeads });
  await writeTransaction((tx) =>
    appendAudit(tx, {
      actor: { kind: "SYSTEM" },
      action: "database.moved",
      subject: { kind: "installation", id: null },
      requestId: "move-database",
    }),
  );
  return finding;
}
