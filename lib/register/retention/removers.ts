import "server-only";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/database";
import { PERSONAL } from "@/lib/queue/ticket-row";
import type { RetentionCounts } from "./types";

/** Before what: a service date of the office, and the instant at which that date begins there. */
export interface Before {
  readonly date: string;
  readonly instant: Date;
}

export interface Remover {
  readonly what: Exclude<keyof RetentionCounts, "files">;
  /** Removes from at most `limit` rows, inside a transaction that has written already; says from how many. */
  readonly remove: (tx: Tx, before: Before, limit: number) => Promise<number>;
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

/** Names and bookings of applicants. Everything else of a ticket stays, also the mark by which its applicant is one. */
const tickets: Remover = {
  what: "tickets",
  remove: async (tx, { date }, limit) => {
    const where = {
      serviceDate: { lt: date },
      OR: [{ bookingCode: { not: null } }, { bookingLast4: { not: null } }, { applicantName: { not: null } }],
    };
    const due = await tx.ticket.findMany({ where, select: { id: true }, take: limit });
    // Asked again while it is written: a correction may have moved a ticket to another date meanwhile.
    const { count } = await tx.ticket.updateMany({
      where: { ...where, id: { in: idsOf(due) } },
      data: PERSONAL,
    });
    return count;
  },
};

/** The last digits on vouchers. A correction may have moved the ticket to another date since: the older one counts. */
const vouchers: Remover = {
  what: "vouchers",
  remove: async (tx, { date }, limit) => {
    const where = {
      bookingLast4: { not: null },
      OR: [{ serviceDate: { lt: date } }, { ticket: { serviceDate: { lt: date } } }],
    };
    const due = await tx.voucher.findMany({ where, select: { id: true }, take: limit });
    const data = { bookingLast4: null };
    return (await tx.voucher.updateMany({ where: { id: { in: idsOf(due) } }, data })).count;
  },
};

/** Strokes of signatures. Their receipts stay, and say that there was one. */
const signatures: Remover = {
  what: "signatures",
  remove: async (tx, { date }, limit) => {
    const old = { serviceDate: { lt: date } };
    const where = {
      sealed: { not: null },
      receipt: { voucher: { OR: [old, { ticket: old }] } },
    };
    const due = await tx.receiptSignature.findMany({ where, select: { receiptId: true }, take: limit });
    const { count } = await tx.receiptSignature.updateMany({
      where: { receiptId: { in: due.map(({ receiptId }) => receiptId) }, sealed: { not: null } },
      data: { sealed: null, removedAt: now() },
    });
    return count;
  },
};

/** What officers wrote of how they made sure who asked for their data. */
const requests: Remover = {
  what: "requests",
  remove: async (tx, { instant }, limit) => {
    const where = { ground: { not: null }, at: { lt: instant } };
    const due = await tx.accessRequest.findMany({ where, select: { id: true }, take: limit });
    const data = { ground: null };
    return (await tx.accessRequest.updateMany({ where: { id: { in: idsOf(due) } }, data })).count;
  },
};

/**
 * Every column that tells who an applicant is. A new one belongs here, and where it can be delivered again also into the
 * way in (lib/queue/ticket-row); tests/unit/register/personal-columns.test.ts asks of each new column.
 */
export const REMOVERS: readonly Remover[] = [tickets, vouchers, signatures, requests];
