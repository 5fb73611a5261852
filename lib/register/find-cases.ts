import "server-only";
import type { SignedInAccount } from "@/lib/access/types";
import { reader } from "@/lib/platform/database";
import type { Prisma } from "@/lib/platform/generated/sqlite/client";
import { queueWritings, seriesNumber } from "@/lib/queue/queue-writings";
import { NO_STANDING, standings } from "./standings";
import type { Period, RegisterPage } from "./types";

const MOST_FOUND = 50;
const NEWEST = [{ serviceDate: "desc" }, { id: "desc" }] as const;

/** A number of the compensation series as it is printed: three digits or more. */
const voucherNumber = ({ lane, number }: { readonly lane: string; readonly number: string }) =>
  `${lane}-${number.padStart(3, "0")}`;

/**
 * Cases of a period by a voucher's number, a queue number in any writing, or the last four digits of a booking; the newest
 * first. No names are found or shown, so it is no look at a person's record. `next` is not null when there are more.
 */
export async function findCases(
  _context: { readonly account: SignedInAccount },
  { query, period }: { readonly query: string; readonly period: Period },
): Promise<RegisterPage> {
  const typed = query.trim().toUpperCase();
  const series = seriesNumber(typed);
  const serviceDate = { gte: period.from, lte: period.to };
  const wanted: Prisma.TicketWhereInput[] = [
    { queueNumber: { in: series ? queueWritings(series) : [typed] } },
  ];
  if (/^\d{4}$/.test(typed)) wanted.push({ bookingLast4: typed });
  const [vouchers, ...tickets] = await Promise.all([
    series
      ? reader().voucher.findMany({
          where: { number: voucherNumber(series), serviceDate },
          orderBy: [{ serviceDate: "desc" }],
          take: MOST_FOUND + 1,
          select: { ticket: true },
        })
      : [],
    ...wanted.map((where) =>
      reader().ticket.findMany({
        where: { ...where, serviceDate },
        orderBy: [...NEWEST],
        take: MOST_FOUND + 1,
      }),
    ),
  ]);
  const all = [...vouchers.map(({ ticket }) => ticket), ...tickets.flat()];
  const found = [...new Map(all.map((ticket) => [ticket.id, ticket])).values()].sort(
    (one, other) => other.serviceDate.localeCompare(one.serviceDate) || (one.id < other.id ? 1 : -1),
  );
  const rows = found.slice(0, MOST_FOUND);
  const standing = await standings(rows.map(({ id }) => id));
  return {
    rows: rows.map((ticket) => ({
      id: ticket.id,
      entry: { list: "cases" },
      at: ticket.biometricTicketAt?.getTime() ?? null,
      serviceDate: ticket.serviceDate,
      ticketId: ticket.id,
      queueNumber: ticket.queueNumber,
      last4: ticket.bookingLast4,
      waitedMs: null,
      ...(standing.get(ticket.id) ?? NO_STANDING),
    })),
    next: found.length > MOST_FOUND ? "more" : null,
  };
}
