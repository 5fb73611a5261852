import "server-only";
import { appendAudit } from "@/lib/audit/append";
import type { Actor } from "@/lib/audit/types";
import { readPolicy } from "@/lib/office/policies";
import { takenFrom } from "@/lib/office/retention";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/database";
import type { Ticket } from "@/lib/platform/generated/sqlite/client";
import { contradictions } from "./contradictions";
import type { TicketInput } from "./schema";
import { judge, toRow, type TicketRow } from "./ticket-row";
import type { IngestAnswer, TicketSource } from "./types";

/** Who delivers, and under which request. */
export interface Call {
  readonly actor: Actor;
  readonly requestId: string;
}

interface Correction {
  readonly before: Ticket;
  readonly after: TicketRow;
}

/**
 * Takes tickets in, inside a transaction that has written nothing before; the same for every source. However many they
 * are, they are locked and read by one statement. Writes no audit row of the delivery: its callers do.
 * @returns an answer an item, in the items' order; of one ticket's versions the later item meets what the earlier left.
 *   Also how many tickets it changed, those included of which the sender is told nothing (see judge in ticket-row.ts).
 */
export async function takeIn(
  tx: Tx,
  inputs: readonly TicketInput[],
  source: TicketSource,
  call: Call,
): Promise<{ readonly answers: IngestAnswer[]; readonly updated: number }> {
  // A write that changes nothing: it locks the rows before anything is compared, and keeps SQLite write-first.
  const locked = await tx.ticket.updateManyAndReturn({
    where: { sourceTicketId: { in: [...new Set(inputs.map(({ ticketId }) => ticketId))] } },
    data: { checks: { increment: 0 } },
  });
  const settings = await readSettings(tx);
  const taking = { timeZone: settings.timeZone, from: await takenFrom(tx, settings) };
  const stored = new Map(locked.map((row) => [row.sourceTicketId, row]));
  const changed = new Map<string, Correction>();
  const created = new Map<string, TicketRow>();
  const corrections: Correction[] = [];
  let updated = 0;
  const answers = inputs.map((input): IngestAnswer => {
    const { ticketId } = input;
    const after = toRow(input, source, taking);
    const earlier = changed.get(ticketId);
    const before = earlier ? { ...earlier.before, ...earlier.after } : stored.get(ticketId);
    const known = before ?? created.get(ticketId);
    const { result, told, takes } = known
      ? judge(after, known, taking.from)
      : ({ result: "CREATED", told: "CREATED", takes: true } as const);
    if (takes && before) changed.set(ticketId, { before, after });
    if (takes && !before) created.set(ticketId, after);
    if (result === "UPDATED") updated += 1;
    if (before && result === "UPDATED") corrections.push({ before, after });
    return { ticketId, result: told };
  });
  if (created.size > 0) await tx.ticket.createMany({ data: [...created.values()] });
  for (const { before, after } of changed.values())
    await tx.ticket.updateMany({ where: { id: before.id }, data: after });
  await raiseContradictions(tx, corrections, call);
  return { answers, updated };
}

/** A correction never touches an issued voucher; where it contradicts one, officers are told. */
async function raiseContradictions(
  tx: Tx,
  corrections: readonly Correction[],
  { actor, requestId }: Call,
): Promise<void> {
  if (corrections.length === 0) return;
  const vouchers = await tx.voucher.findMany({
    where: { ticketId: { in: [...new Set(corrections.map(({ before }) => before.id))] } },
    select: { ticketId: true, serviceDate: true },
  });
  const dates = new Map(vouchers.map(({ ticketId, serviceDate }) => [ticketId, serviceDate]));
  for (const { before, after } of corrections) {
    const serviceDate = dates.get(before.id);
    if (serviceDate === undefined) continue;
    const { thresholdMs } = await readPolicy(tx, serviceDate);
    const found = contradictions(before, after, thresholdMs);
    if (found.length === 0) continue;
    const alert = {
      kind: "TICKET_CONTRADICTS_VOUCHER",
      ticketId: before.id,
      at: now(),
      data: JSON.stringify(found),
    };
    const { id } = await tx.alert.create({ data: alert });
    await appendAudit(tx, {
      actor,
      action: "alert.raised",
      subject: { kind: "alert", id },
      data: { ticketId: before.id, fields: found.map(({ field }) => field).join(",") },
      requestId,
    });
  }
}
