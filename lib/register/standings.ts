import "server-only";
import { accountNames } from "@/lib/access/accounts";
import { reader } from "@/lib/platform/database";
import type { Ruling } from "@/lib/platform/generated/sqlite/client";
import type { RegisterRow, RulingLine } from "./types";

type Standing = Pick<RegisterRow, "voucher" | "ruling">;

export const NO_STANDING: Standing = { voucher: null, ruling: null };

/** Written decisions as the register shows them, with the names of who made them. */
export async function rulingLines(rows: readonly Ruling[]): Promise<Map<string, RulingLine>> {
  const names = await accountNames(rows.map(({ byId }) => byId));
  return new Map(
    rows.map(({ id, kind, at, byId, reason }) => [
      id,
      { kind, at: at.getTime(), byName: names.get(byId) ?? "–", reason },
    ]),
  );
}

/**
 * How the tickets of one page stand now: the voucher, and what a person decided in writing last. It is the same for
 * whatever reason a ticket came to an officer.
 */
export async function standings(ticketIds: readonly (string | null)[]): Promise<Map<string, Standing>> {
  const ids = [...new Set(ticketIds.filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const [vouchers, rulings] = await Promise.all([
    reader().voucher.findMany({
      where: { ticketId: { in: ids } },
      select: { ticketId: true, number: true, state: true, origin: true },
    }),
    reader().ruling.findMany({
      where: { ticketId: { in: ids } },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    }),
  ]);
  const newest = new Map(rulings.map((ruling) => [ruling.ticketId, ruling]));
  const lines = await rulingLines([...newest.values()]);
  const held = new Map(vouchers.map(({ ticketId, ...voucher }) => [ticketId, voucher]));
  return new Map(
    ids.map((id) => [
      id,
      { voucher: held.get(id) ?? null, ruling: lines.get(newest.get(id)?.id ?? "") ?? null },
    ]),
  );
}
