import "server-only";
import { accountName, accountNames } from "@/lib/access/accounts";
import type { SignedInAccount } from "@/lib/access/types";
import { appendAudit } from "@/lib/audit/append";
import { now } from "@/lib/platform/clock";
import { reader, writeTransaction } from "@/lib/platform/database";
import type { Prisma } from "@/lib/platform/generated/sqlite/client";
import type { ActionResult } from "@/lib/platform/types";
import type { AlertView, Contradiction } from "./types";

interface StaffContext {
  readonly account: SignedInAccount;
}

/** Recorded by an import (lib/queue/ingest.ts); other kinds are others' to show. */
const KIND = "TICKET_CONTRADICTS_VOUCHER";
const MOST_OPEN = 100;
const MOST_RESOLVED = 20;

const WITH_TICKET = {
  ticket: {
    select: {
      queueNumber: true,
      bookingLast4: true,
      serviceDate: true,
      voucher: { select: { id: true, number: true } },
    },
  },
} as const satisfies Prisma.AlertInclude;
type AlertRow = Prisma.AlertGetPayload<{ include: typeof WITH_TICKET }>;

async function views(rows: readonly AlertRow[]): Promise<AlertView[]> {
  const names = await accountNames(rows.flatMap(({ resolvedById }) => (resolvedById ? [resolvedById] : [])));
  return rows.map((row) => ({
    id: row.id,
    at: row.at.getTime(),
    ticketId: row.ticketId,
    queueNumber: row.ticket.queueNumber,
    last4: row.ticket.bookingLast4,
    serviceDate: row.ticket.serviceDate,
    voucher: row.ticket.voucher,
    changes: JSON.parse(row.data) as Contradiction[],
    resolved:
      row.resolvedAt && row.resolvedById
        ? {
            at: row.resolvedAt.getTime(),
            byName: names.get(row.resolvedById) ?? "–",
            note: row.note ?? "",
          }
        : null,
  }));
}

/** How many contradictions wait for an officer, of any day: they stay until one is resolved. */
export async function openAlertCount(): Promise<number> {
  return reader().alert.count({ where: { kind: KIND, resolvedAt: null } });
}

/** The contradictions that wait, the oldest first, and those resolved last. No names: it may be read over a shoulder. */
export async function listAlerts(
  _context: StaffContext,
): Promise<{ readonly open: AlertView[]; readonly resolved: AlertView[] }> {
  const alerts = reader().alert;
  const [open, resolved] = await Promise.all([
    alerts.findMany({
      where: { kind: KIND, resolvedAt: null },
      include: WITH_TICKET,
      orderBy: { at: "asc" },
      take: MOST_OPEN,
    }),
    alerts.findMany({
      where: { kind: KIND, resolvedAt: { not: null } },
      include: WITH_TICKET,
      orderBy: { resolvedAt: "desc" },
      take: MOST_RESOLVED,
    }),
  ]);
  return { open: await views(open), resolved: await views(resolved) };
}

/** What contradicts a ticket's voucher and is not resolved. */
export async function openAlertsOf(_context: StaffContext, ticketId: string): Promise<AlertView[]> {
  const rows = await reader().alert.findMany({
    where: { kind: KIND, ticketId, resolvedAt: null },
    include: WITH_TICKET,
    orderBy: { at: "asc" },
  });
  return views(rows);
}

/**
 * An officer resolves a contradiction with a note. Repeating it changes nothing; of two officers the first one's counts.
 * Refusals: UNKNOWN_ALERT, ALREADY_DONE with who and when.
 */
export async function resolveAlert(
  { account }: StaffContext,
  { alertId, note }: { readonly alertId: string; readonly note: string },
  requestId: string,
): Promise<ActionResult<null>> {
  const fields = { resolvedAt: now(), resolvedById: account.id, note };
  const resolved = await writeTransaction(async (tx) => {
    const { count } = await tx.alert.updateMany({ where: { id: alertId, resolvedAt: null }, data: fields });
    if (count > 0) {
      const actor = { kind: "OFFICER", id: account.id } as const;
      const subject = { kind: "alert", id: alertId };
      await appendAudit(tx, { actor, action: "alert.resolved", subject, requestId });
    }
    return count > 0;
  });
  if (resolved) return { ok: true, value: null };
  const known = await reader().alert.findUnique({ where: { id: alertId } });
  if (!known?.resolvedAt || !known.resolvedById) return { ok: false, code: "UNKNOWN_ALERT" };
  if (known.resolvedById === account.id && known.note === note) return { ok: true, value: null };
  const byName = (await accountName(known.resolvedById)) ?? "";
  return { ok: false, code: "ALREADY_DONE", details: { byName, at: known.resolvedAt.getTime() } };
}
