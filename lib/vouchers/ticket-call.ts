import "server-only";
import type { OfficeSettings } from "@/lib/office/schema";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/database";
import type { Ruling, Ticket } from "@/lib/platform/generated/sqlite/client";
import type { ActionResult } from "@/lib/platform/types";
import { localDate } from "@/lib/rules/local-date";
import { openTicket } from "./ticket-queries";
import { oncePerKey } from "./request-keys";
import { latestRuling } from "./rulings";
import { worded, type Effect, type StaffCall } from "./staff-call";
import type { TicketView } from "./types";

interface LockedTicket {
  readonly ticket: Ticket;
  readonly ruling: Ruling | null;
  readonly settings: OfficeSettings;
  readonly at: Date;
  readonly call: StaffCall;
}

type TicketKey = { readonly ticketId: string; readonly key: string };

/**
 * Runs a person's decision about a ticket of today that has no voucher: once a request key, the ticket's row locked
 * first, as the kiosk does it. Refusals: UNKNOWN_TICKET, OTHER_DAY, HAS_VOUCHER and those of `change`.
 */
export function decideTicket(
  call: StaffCall,
  { ticketId, key }: TicketKey,
  change: (tx: Tx, locked: LockedTicket) => Promise<Effect>,
): Promise<Effect> {
  return oncePerKey<Effect>(key, `${call.account.id}:${ticketId}`, async (tx) => {
    const data = { checks: { increment: 1 } };
    const [ticket] = await tx.ticket.updateManyAndReturn({ where: { id: ticketId }, data });
    if (!ticket) return { ok: false, code: "UNKNOWN_TICKET" };
    const settings = await readSettings(tx);
    const at = now();
    const serviceDate = localDate(at.getTime(), settings.timeZone);
    if (ticket.serviceDate !== serviceDate) return { ok: false, code: "OTHER_DAY" };
    const { applicantRef } = ticket;
    const voucher = await tx.voucher.findFirst({
      where: { OR: [{ ticketId }, { serviceDate, applicantRef }] },
    });
    if (voucher) return { ok: false, code: "HAS_VOUCHER" };
    return change(tx, { ticket, ruling: await latestRuling(tx, ticketId), settings, at, call });
  });
}

/** The same, answered with the ticket as it stands afterwards. */
export async function changeTicket(
  call: StaffCall,
  input: TicketKey,
  change: (tx: Tx, locked: LockedTicket) => Promise<Effect>,
): Promise<ActionResult<TicketView>> {
  const effect = await decideTicket(call, input, change);
  if (!effect.ok) return worded(effect);
  const view = await openTicket(call, input.ticketId);
  return view ? { ok: true, value: view } : { ok: false, code: "UNKNOWN_TICKET" };
}
