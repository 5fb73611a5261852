import "server-only";
import { randomUUID } from "node:crypto";
import { appendAudit } from "@/lib/audit/append";
import type { Actor } from "@/lib/audit/types";
import { readPolicy } from "@/lib/office/policies";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { writeTransaction, type Tx } from "@/lib/platform/database";
import { isDuplicate } from "@/lib/platform/faults";
import type { Ticket } from "@/lib/platform/generated/sqlite/client";
import { contradictions } from "./contradictions";
import { refusalOf } from "./refusal";
import { ticketInput, type TicketInput } from "./schema";
import { judge, toRow, type TicketRow } from "./ticket-row";
import type { IngestAnswer, TicketSource } from "./types";

/** Deliveries are written in pieces of this size, so that no transaction holds the hall up for long. */
const PIECE = 100;

/** Takes one ticket in, inside a transaction; the same for every source. Writes no audit row: its callers do. */
export async function ingestOne(
  tx: Tx,
  input: TicketInput,
  source: TicketSource,
  timeZone: string,
  call: Call,
) {
  const { ticketId } = input;
  // A write that changes nothing: it locks the row before anything is compared, and keeps SQLite write-first.
  const [stored] = await tx.ticket.updateManyAndReturn({
    where: { sourceTicketId: ticketId },
    data: { checks: { increment: 0 } },
  });
  const row = toRow(input, source, timeZone);
  if (!stored) {
    await tx.ticket.create({ data: row });
    return { ticketId, result: "CREATED" } as const;
  }
  const { result, takes } = judge(row, stored);
  if (takes) await tx.ticket.update({ where: { id: stored.id }, data: row });
  if (result === "UPDATED") await raiseContradictions(tx, stored, row, call);
  return { ticketId, result } as const;
}

/** A correction never touches an issued voucher; where it contradicts one, officers are told. */
async function raiseContradictions(
  tx: Tx,
  stored: Ticket,
  row: TicketRow,
  { actor, requestId }: Call,
): Promise<void> {
  const voucher = await tx.voucher.findUnique({ where: { ticketId: stored.id } });
  if (!voucher) return;
  const { thresholdMs } = await readPolicy(tx, voucher.serviceDate);
  const found = contradictions(stored, row, thresholdMs);
  if (found.length === 0) return;
  const alert = {
    kind: "TICKET_CONTRADICTS_VOUCHER",
    ticketId: stored.id,
    at: now(),
    data: JSON.stringify(found),
  };
  const { id } = await tx.alert.create({ data: alert });
  await appendAudit(tx, {
    actor,
    action: "alert.raised",
    subject: { kind: "alert", id },
    data: { ticketId: stored.id, fields: found.map(({ field }) => field).join(",") },
    requestId,
  });
}

/** Who delivers, and under which request. */
export interface Call {
  readonly actor: Actor;
  readonly requestId: string;
}

function actorOf(source: TicketSource): Actor {
  if (source.kind === "FEED") return { kind: "FEED", id: source.feedTokenId };
  const accountId = source.kind === "DEMO" ? null : source.accountId;
  return accountId ? { kind: "OFFICER", id: accountId } : { kind: "SYSTEM" };
}

async function ingestPiece(
  items: readonly TicketInput[],
  source: TicketSource,
  call: Call,
): Promise<IngestAnswer[]> {
  return writeTransaction(async (tx) => {
    const answers: IngestAnswer[] = [];
    let timeZone: string | undefined;
    for (const item of items) {
      // The zone is read after the first write has taken the lock.
      if (!timeZone) {
        await tx.ticket.updateMany({
          where: { sourceTicketId: item.ticketId },
          data: { checks: { increment: 0 } },
        });
        timeZone = (await readSettings(tx)).timeZone;
      }
      answers.push(await ingestOne(tx, item, source, timeZone, call));
    }
    const count = (result: IngestAnswer["result"]) =>
      answers.filter((answer) => answer.result === result).length;
    const [created, updated] = [count("CREATED"), count("UPDATED")];
    if (created + updated > 0) {
      const subject = { kind: "tickets", id: items.length === 1 ? (items[0]?.ticketId ?? null) : null };
      const data = { created, updated, source: source.kind };
      await appendAudit(tx, { ...call, action: "tickets.ingested", subject, data });
    }
    return answers;
  });
}

/**
 * The one way in for queue data, behind the API, files, hand entry and the demo. Idempotent by the source's ticket id;
 * an older `updatedAt` never overwrites a newer one, and of two with the same `updatedAt` the same one stands in
 * whichever order they come (see ticket-row.ts).
 * @returns an answer an item, in the items' order; sound items are written even when others are refused.
 * @throws BusyError when the database stays locked; pieces already written stay, and the delivery may be repeated.
 */
export async function ingestTickets(
  items: readonly unknown[],
  source: TicketSource,
  requestId: string = randomUUID(),
): Promise<IngestAnswer[]> {
  const answers = new Array<IngestAnswer>(items.length);
  const sound: { index: number; input: TicketInput }[] = [];
  items.forEach((raw, index) => {
    const parsed = ticketInput.safeParse(raw);
    if (parsed.success) sound.push({ index, input: parsed.data });
    else answers[index] = refusalOf(raw, parsed.error.issues);
  });
  // One lock order for everybody: by ticket id, deliveries of one ticket staying in their order.
  sound.sort((one, other) =>
    one.input.ticketId < other.input.ticketId ? -1 : Number(one.input.ticketId > other.input.ticketId),
  );
  const call = { actor: actorOf(source), requestId };
  for (let start = 0; start < sound.length; start += PIECE) {
    const piece = sound.slice(start, start + PIECE);
    const inputs = piece.map(({ input }) => input);
    // Two processes may meet a new ticket together: the loser's piece is run again and finds it there.
    const written = await ingestPiece(inputs, source, call).catch((fault: unknown) => {
      if (isDuplicate(fault)) return ingestPiece(inputs, source, call);
      throw fault;
    });
    written.forEach((answer, offset) => {
      const place = piece[offset];
      if (place) answers[place.index] = answer;
    });
  }
  return answers;
}
