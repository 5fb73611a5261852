import "server-only";
import { randomUUID } from "node:crypto";
import { appendAudit } from "@/lib/audit/append";
import type { Actor } from "@/lib/audit/types";
import { writeTransaction } from "@/lib/platform/database";
import { isDuplicate } from "@/lib/platform/faults";
import { refusalOf } from "./refusal";
import { ticketInput, type TicketInput } from "./schema";
import { takeIn, type Call } from "./take-in";
import type { IngestAnswer, TicketSource } from "./types";

/** Deliveries are written in pieces of this size, so that no transaction holds the hall up for long. */
const PIECE = 100;

/** SQLite answers within the turn it is asked in: without a pause a delivery would keep everybody else waiting. */
const othersTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

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
    const { answers, updated } = await takeIn(tx, items, source, call);
    const created = answers.filter(({ result }) => result === "CREATED").length;
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
    if (start > 0) await othersTurn();
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
