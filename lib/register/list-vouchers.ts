import "server-only";
import { reader } from "@/lib/platform/database";
import type { Prisma } from "@/lib/platform/generated/sqlite/client";
import { columnPlace, lastDate, readPosition, writePosition } from "./position";
import { NO_STANDING, standings } from "./standings";
import type { RegisterPage, RegisterQuery } from "./types";

/**
 * Vouchers of a period, the newest first. With an officer, those on which anything is recorded in their name: then the
 * period's vouchers are looked through until a page is full, each with one search for the officer's events.
 */
export async function listVouchers(
  { period, state, origin, officerId, after: written }: RegisterQuery,
  size: number,
): Promise<RegisterPage> {
  const after = readPosition(written);
  const and: Prisma.VoucherWhereInput[] = [
    { serviceDate: { gte: period.from, lte: lastDate(period.to, after) } },
  ];
  if (state) and.push({ state });
  if (origin) and.push({ origin });
  if (officerId) and.push({ events: { some: { byId: officerId } } });
  if (after) {
    const { serviceDate } = after;
    const seq = columnPlace(after);
    and.push({ OR: [{ serviceDate: { lt: serviceDate } }, { serviceDate, seq: { lt: seq } }] });
  }
  const found = await reader().voucher.findMany({
    where: { AND: and },
    orderBy: [{ serviceDate: "desc" }, { seq: "desc" }],
    take: size + 1,
  });
  const rows = found.slice(0, size);
  const last = found.length > size ? rows.at(-1) : undefined;
  const standing = await standings(rows.map(({ ticketId }) => ticketId));
  return {
    rows: rows.map((row) => ({
      id: row.id,
      entry: { list: "vouchers" },
      at: row.issuedAt.getTime(),
      serviceDate: row.serviceDate,
      ticketId: row.ticketId,
      queueNumber: row.queueNumber || null,
      last4: row.bookingLast4,
      waitedMs: row.waitedMs,
      ...(standing.get(row.ticketId) ?? NO_STANDING),
    })),
    next: last ? writePosition({ serviceDate: last.serviceDate, place: last.seq, id: last.id }) : null,
  };
}
