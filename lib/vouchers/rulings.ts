import "server-only";
import { anyOf } from "@/lib/platform/columns";
import type { Tx } from "@/lib/platform/database";
import type { Ruling } from "@/lib/platform/generated/sqlite/client";
import { rowsOf, sql } from "@/lib/platform/statements";

/** What a person last decided about a ticket, if anybody did. Rulings are never changed; the newest counts. */
export function latestRuling(tx: Pick<Tx, "ruling">, ticketId: string): Promise<Ruling | null> {
  return tx.ruling.findFirst({ where: { ticketId }, orderBy: [{ at: "desc" }, { id: "desc" }] });
}

/** Whether a person withheld compensation from any of an applicant's tickets and it still stands. */
export async function isWithheld(tx: Pick<Tx, "$queryRaw">, ticketIds: readonly string[]): Promise<boolean> {
  const rulings = await rowsOf<Pick<Ruling, "ticketId" | "kind">>(
    tx,
    sql`
    SELECT "ticketId", "kind" FROM "rulings" WHERE "ticketId" IN ${anyOf(ticketIds)} ORDER BY "at", "id"`,
  );
  const newest = new Map(rulings.map(({ ticketId, kind }) => [ticketId, kind]));
  return [...newest.values()].includes("WITHHELD");
}
