import "server-only";
import { auditHash, type AuditContent } from "@/lib/platform/audit-hash";
import { systemNow } from "@/lib/platform/clock";
import { insertRows } from "@/lib/platform/insert-rows";
import type { PlainTx } from "@/lib/platform/plain-transactions";
import { rowsOf, sql } from "@/lib/platform/statements";
import type { Actor } from "./types";

export type NewAuditRow = Omit<AuditContent, "seq" | "at"> & { readonly actorKind: Actor["kind"] };

/**
 * Adds rows at the end of the chain. The first statement locks the head until the transaction ends, so rows are numbered
 * and become visible in one order, without gaps; the trigger moves the head on. Call last: everybody waits here.
 * A row that somebody forged behind the head is stepped over, and found by the verification: the office must go on.
 */
export async function continueChain(tx: PlainTx, rows: readonly NewAuditRow[]): Promise<void> {
  const [head] = await rowsOf<{ seq: number | bigint; hash: string }>(
    tx,
    sql`
    UPDATE "audit_head" SET "seq" =
      CASE WHEN EXISTS (SELECT 1 FROM "audit_events" WHERE "audit_events"."seq" = "audit_head"."seq" + 1)
      THEN (SELECT max("seq") FROM "audit_events") ELSE "seq" END
    WHERE "id" = 1
    RETURNING "seq", "hash"`,
  );
  if (!head) throw new Error("The audit chain has no head: start with npm start");
  const at = systemNow();
  let last = { seq: Number(head.seq), hash: head.hash };
  const data = rows.map((row) => {
    const content = { ...row, seq: last.seq + 1, at: at.toISOString() };
    last = { seq: content.seq, hash: auditHash(last.hash, content) };
    return { ...content, at, hash: last.hash };
  });
  await insertRows(tx, { audit_events: data });
}
