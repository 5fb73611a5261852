import "server-only";
import { createHash, randomUUID } from "node:crypto";
import type { SignedInAccount } from "@/lib/access/types";
import { appendAudit } from "@/lib/audit/append";
import { readSettings } from "@/lib/office/settings";
import { systemNow } from "@/lib/platform/clock";
import { reader, writeTransaction } from "@/lib/platform/database";
import type { ActionResult } from "@/lib/platform/types";
import { applicantRef } from "@/lib/queue/applicant";
import { parseBooking } from "@/lib/queue/parse-booking";
import { EVIDENCE } from "./evidence";
import { gatherRecord } from "./gather-record";
import { recordHtml } from "./record-html";
import type { AccessRequestInput } from "./schema";
import type { ApplicantFile } from "./types";

const NO_RECORD = { ok: false, code: "NO_RECORD" } as const;

/** More visits of one person are a mistake of some source, and a file that nobody can read. */
const MOST_VISITS = 50;

type Found = ActionResult<{ readonly ticketId: string; readonly applicantRef: string }>;

async function find(input: AccessRequestInput, patterns: readonly string[]): Promise<Found> {
  const select = { id: true, applicantRef: true } as const;
  const value = ({
    id,
    applicantRef: ref,
  }: {
    readonly id: string;
    readonly applicantRef: string;
  }): Found => ({
    ok: true,
    value: { ticketId: id, applicantRef: ref },
  });
  if ("ticketId" in input) {
    const ticket = await reader().ticket.findUnique({ where: { id: input.ticketId }, select });
    return ticket ? value(ticket) : NO_RECORD;
  }
  const parsed = parseBooking(input.bookingScan, [...patterns]);
  if (parsed.kind === "NONE") return { ok: false, code: "BOOKING_UNREADABLE" };
  if (parsed.kind === "AMBIGUOUS") return { ok: false, code: "BOOKING_AMBIGUOUS" };
  // As the queue's own input keeps it. The mark outlives the booking, so visits without their person are found, too.
  const ref = applicantRef(parsed.code.replace(/[\s.-]/g, "").toUpperCase(), "");
  const where = { applicantRef: ref, serviceDate: input.serviceDate };
  const ticket = await reader().ticket.findFirst({ where, select });
  return ticket ? value(ticket) : NO_RECORD;
}

/**
 * Answers an applicant who asks what is held about them: one file that reads as a letter and carries the same as JSON.
 * Kept nowhere; the trail says that it was made, for which ticket and by whom, and the list of requests holds its digest.
 * Refusals: BOOKING_UNREADABLE, BOOKING_AMBIGUOUS, NO_RECORD (no visit of that booking on that date).
 */
export async function exportRecord(
  { account }: { readonly account: SignedInAccount },
  input: AccessRequestInput,
  call: { readonly requestId: string; readonly locale: string },
): Promise<ActionResult<ApplicantFile>> {
  const settings = await readSettings(reader());
  const found = await find(input, settings.bookingPatterns);
  if (!found.ok) return found;
  const { ticketId, applicantRef: ref } = found.value;
  const tickets = await reader().ticket.findMany({
    where: { applicantRef: ref },
    select: EVIDENCE,
    orderBy: [{ serviceDate: "desc" }, { id: "asc" }],
    take: MOST_VISITS,
  });
  const [id, at] = [randomUUID(), systemNow()];
  const record = await gatherRecord(tickets, settings, { id, at });
  const html = recordHtml(record, settings, call.locale);
  const digest = createHash("sha256").update(html).digest("hex");
  const visits = tickets.length;
  await writeTransaction(async (tx) => {
    const { ground } = input;
    const data = { id, at, byId: account.id, ticketId, applicantRef: ref, ground, visits, digest };
    await tx.accessRequest.create({ data });
    await appendAudit(tx, {
      actor: { kind: "OFFICER", id: account.id },
      action: "applicant.exported",
      subject: { kind: "ticket", id: ticketId },
      data: { request: id, visits, digest },
      requestId: call.requestId,
    });
  });
  // Nothing of the person is in the name: it lands in download folders.
  return { ok: true, value: { name: `salinan-data-${id.slice(0, 8)}.html`, html, visits } };
}
