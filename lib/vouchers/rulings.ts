import "server-only";
import type { Tx } from "@/lib/platform/database";
import type { Ruling } from "@/lib/platform/generated/sqlite/client";
import { rowsOf, sql } from "@/lib/platform/statements";

/** What a person last decided about a ticket, if anybody did. Rulings are never changed; the newest counts. */
export function latestRuling(tx: Pick<Tx, "ruling">, ticketId: string): Promise<Ruling | null> {
  return tx.ruling.findFirst({ where: { ticketId }, orderBy: [{ at: "desc" }, { id: "desc" }] });
}

/** Whether a person withheld compensation from any of an applicant's tickets and it still stands. */
export async function isWithheld(tx: Pick<Tx, "$queryRaw">, ticketIds: readonly string[]): Promise<boolean> {
  for (const id of ticketIds) {
    const [newest] = await rowsOf<Pick<Ruling, "kind">>(
      tx,
      sql`
      SELECT "kind" FROM "rulings" WHERE "ticketId" = ${id} ORDER BY "at" DESC, "id" DESC LIMIT 1`,
    );
    if (newest?.kind === "WITHHELD") return true;
  }
  return false;
}
