import "server-only";
import { reader } from "@/lib/platform/database";
import type { Prisma } from "@/lib/platform/generated/sqlite/client";
import { readPosition, writePosition } from "./position";
import { instantsOf } from "./register-counts";
import { rulingLines, standings } from "./standings";
import { RULING_KINDS, type RegisterPage, type RegisterQuery } from "./types";

const WITH_TICKET = {
  ticket: { select: { serviceDate: true, queueNumber: true, bookingLast4: true } },
} as const satisfies Prisma.RulingInclude;
type Found = Prisma.RulingGetPayload<{ include: typeof WITH_TICKET }>;

const newestFirst = (one: Found, other: Found) =>
  other.at.getTime() - one.at.getTime() || (one.id < other.id ? 1 : -1);

/** Written decisions of people in a period with their reasons, the newest first: of all kinds or one, of all officers or one. */
export async function listRulings(
  { period, ruling, officerId, after: written }: RegisterQuery,
  size: number,
): Promise<RegisterPage> {
  const after = readPosition(written);
  const and: Prisma.RulingWhereInput[] = [{ at: await instantsOf(period) }];
  if (officerId) and.push({ byId: officerId });
  if (after) {
    const at = new Date(after.place);
    and.push({ at: { lte: at } }, { OR: [{ at: { lt: at } }, { id: { lt: after.id } }] });
  }
  const kinds = ruling ? [ruling] : RULING_KINDS;
  const found = await Promise.all(
    kinds.map((kind) =>
      reader().ruling.findMany({
        where: { AND: [...and, { kind }] },
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take: size + 1,
        include: WITH_TICKET,
      }),
    ),
  );
  const merged = found.flat().sort(newestFirst);
  const rows = merged.slice(0, size);
  const last = merged.length > size ? rows.at(-1) : undefined;
  const [lines, standing] = await Promise.all([
    rulingLines(rows),
    standings(rows.map(({ ticketId }) => ticketId)),
  ]);
  return {
    rows: rows.flatMap((row) => {
      const line = lines.get(row.id);
      if (!line) return [];
      return {
        id: row.id,
        entry: { list: "rulings" as const, ruling: line },
        at: line.at,
        serviceDate: row.ticket.serviceDate,
        ticketId: row.ticketId,
        queueNumber: row.ticket.queueNumber,
        last4: row.ticket.bookingLast4,
        waitedMs: null,
        voucher: standing.get(row.ticketId)?.voucher ?? null,
        ruling: null,
      };
    }),
    next: last
      ? writePosition({ serviceDate: last.ticket.serviceDate, place: last.at.getTime(), id: last.id })
      : null,
  };
}
