import { openSouvenirs } from "@/lib/office/open-souvenirs";
import { reader } from "@/lib/platform/database";
import { ingestTickets } from "@/lib/queue/ingest";
import type { TicketPayload } from "@/lib/queue/schema";
import type { VoucherStep } from "@/lib/rules/voucher-states";
import { recordStep } from "@/lib/vouchers/record-step";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { scan } from "../support/kiosk";
import { newKey } from "../support/keys";
import { ticket } from "../support/tickets";

/** An applicant whose kiosk printed a voucher; returns the voucher's id. */
export async function givenVoucher(number = 1, changes: Partial<TicketPayload> = {}): Promise<string> {
  await ingestTickets([ticket(number, changes)], { kind: "DEMO" });
  const answer = await scan(number);
  if (answer.outcome !== "ELIGIBLE") throw new Error(`the kiosk said ${answer.outcome}`);
  const voucher = await reader().voucher.findFirstOrThrow({
    where: { ticket: { sourceTicketId: `T-${number}` } },
  });
  return voucher.id;
}

/** An applicant of whom the feed has told; returns the ticket's id. */
export async function givenTicket(number = 1, changes: Partial<TicketPayload> = {}): Promise<string> {
  await ingestTickets([ticket(number, changes)], { kind: "DEMO" });
  return (await reader().ticket.findUniqueOrThrow({ where: { sourceTicketId: `T-${number}` } })).id;
}

/** What the feed says later of the same applicant. */
export const corrected = (number: number, changes: Partial<TicketPayload>) =>
  ingestTickets([ticket(number, { updatedAt: "2026-11-24T10:20:00+07:00", ...changes })], { kind: "DEMO" });

interface TapInput {
  /** SOUVENIR: the item's name. */
  readonly item?: string;
  readonly note?: string;
  readonly settled?: boolean;
  readonly promised?: boolean;
  readonly override?: string;
  readonly key?: string;
}

/** The id of an item that the office began with, or that a test added. */
export async function souvenirId(name: string): Promise<string> {
  await openSouvenirs();
  return (await reader().souvenir.findFirstOrThrow({ where: { name }, select: { id: true } })).id;
}

/** One tap for a step, under a key of its own unless one is given; a souvenir is an umbrella unless it is named. */
export const tap = async (
  by: StaffContext,
  voucherId: string,
  step: VoucherStep,
  { item = "Payung", ...more }: TapInput = {},
) => {
  const gift = step === "SOUVENIR" && !more.settled ? { souvenirId: await souvenirId(item) } : {};
  return recordStep(by, { voucherId, step, key: newKey(), ...gift, ...more }, "test");
};

export const voucherRow = (id: string) =>
  reader().voucher.findUniqueOrThrow({ where: { id }, include: { steps: { orderBy: { step: "asc" } } } });

/** The voucher's history as codes, in order. */
export const historyOf = async (voucherId: string) =>
  (
    await reader().voucherEvent.findMany({
      where: { voucherId },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    })
  ).map(({ kind, step }) => (step ? `${kind} ${step}` : kind));

/** Actions in the audit trail about one subject, in order, without looks. */
export const auditOf = async (subjectId: string) =>
  (await reader().auditEvent.findMany({ where: { subjectId }, orderBy: { seq: "asc" } }))
    .map(({ action }) => action)
    .filter((action) => !action.endsWith(".viewed"));

/** The trail about one subject, in order, without looks and the kiosk's own: all that a row says but its place and time. */
export const trailOf = async (subjectId: string) =>
  (await reader().auditEvent.findMany({ where: { subjectId }, orderBy: { seq: "asc" } }))
    .filter(({ action, actorKind }) => !action.endsWith(".viewed") && actorKind !== "KIOSK")
    .map(({ actorKind, actorId, action, subjectKind, data, requestId }) => [
      ...[actorKind, actorId, action, subjectKind, requestId],
      JSON.parse(data) as unknown,
    ]);

/** What the voucher's history says after its issue: kind, step, who, why and when. */
export const eventsOf = async (voucherId: string) =>
  (await reader().voucherEvent.findMany({ where: { voucherId }, orderBy: [{ at: "asc" }, { id: "asc" }] }))
    .slice(1)
    .map(({ at, kind, step, byId, reason }) => [kind, step, byId, reason, at]);
