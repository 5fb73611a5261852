import "server-only";
import { accountNames } from "@/lib/access/accounts";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import type { Prisma } from "@/lib/platform/generated/sqlite/client";
import { normaliseCode } from "@/lib/platform/secrets";
import { parseBooking } from "@/lib/queue/parse-booking";
import { OWN_UNDO_MS } from "@/lib/rules/voucher-states";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { PROMISE_MARK } from "@/lib/vouchers/tokens";
import type { PromiseView } from "./types";

const INCLUDE = {
  voucher: { select: { number: true, serviceDate: true, queueNumber: true, bookingLast4: true } },
  souvenir: { select: { name: true } },
  movements: {
    where: { kind: "HANDED_OUT", undoneBy: null },
    orderBy: { at: "desc" },
    take: 1,
    select: { souvenir: { select: { name: true } } },
  },
} as const satisfies Prisma.SouvenirPromiseInclude;

const MOST = 200;

async function views(
  { account }: StaffContext,
  where: Prisma.SouvenirPromiseWhereInput,
): Promise<PromiseView[]> {
  const rows = await reader().souvenirPromise.findMany({
    where,
    include: INCLUDE,
    orderBy: [{ promisedAt: "asc" }, { id: "asc" }],
    take: MOST,
  });
  const ids = rows.flatMap(({ promisedById, keptById }) => [promisedById, keptById]);
  const names = await accountNames([...new Set(ids.filter((id) => id !== null))]);
  const at = now().getTime();
  return rows.map((row): PromiseView => {
    const { keptAt, keptById, voucher } = row;
    const until = keptAt && keptById === account.id ? keptAt.getTime() + OWN_UNDO_MS : null;
    return {
      id: row.id,
      state: row.state,
      voucherId: row.voucherId,
      number: voucher.number,
      serviceDate: voucher.serviceDate,
      queueNumber: voucher.queueNumber,
      last4: voucher.bookingLast4,
      shortCode: row.shortCode,
      souvenirId: row.souvenirId,
      item: row.souvenir.name,
      promisedAt: row.promisedAt.getTime(),
      promisedBy: names.get(row.promisedById) ?? "–",
      kept:
        keptAt && keptById
          ? {
              at: keptAt.getTime(),
              byName: names.get(keptById) ?? "–",
              item: row.movements[0]?.souvenir.name ?? row.souvenir.name,
            }
          : null,
      undoUntil: until !== null && until >= at ? until : null,
    };
  });
}

/** One promise as it stands. */
export async function promiseOf(context: StaffContext, id: string): Promise<PromiseView | null> {
  return (await views(context, { id }))[0] ?? null;
}

/** The promise that a voucher's souvenir step made and nobody took back. */
export async function promiseOfVoucher(
  context: StaffContext,
  voucherId: string,
): Promise<PromiseView | null> {
  return (await views(context, { held: voucherId }))[0] ?? null;
}

/** Every promise still to be kept, the oldest first. */
export const openPromises = (context: StaffContext): Promise<PromiseView[]> =>
  views(context, { state: "OPEN" });

/** Those kept since an instant. */
export const promisesKeptSince = (context: StaffContext, since: Date): Promise<PromiseView[]> =>
  views(context, { state: "KEPT", keptAt: { gte: since } });

/**
 * Promises that somebody means who shows a slip or a booking letter: by the slip's QR or code, the voucher's number,
 * the whole booking number, or its last four digits. Kept and open ones; the asked text is kept nowhere.
 */
export async function findPromises(context: StaffContext, query: string): Promise<PromiseView[]> {
  const settings = await readSettings(reader());
  const typed = query
    .replace(/[\u0000-\u001f\u007f]/g, "")
    .trim()
    .toUpperCase();
  const code = normaliseCode(typed.startsWith(PROMISE_MARK) ? typed.slice(PROMISE_MARK.length) : typed);
  const means: Prisma.SouvenirPromiseWhereInput[] = [{ shortCode: code }, { voucher: { number: typed } }];
  if (/^[A-Z0-9]{4}$/.test(typed)) means.push({ voucher: { bookingLast4: typed } });
  const booking = parseBooking(query, settings.bookingPatterns);
  if (booking.kind === "BOOKING")
    means.push({ voucher: { ticket: { bookingCode: booking.code.toUpperCase() } } });
  return views(context, { state: { not: "CANCELLED" }, OR: means });
}
