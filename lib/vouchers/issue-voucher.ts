import "server-only";
import { randomUUID } from "node:crypto";
import type { OfficeSettings } from "@/lib/office/schema";
import type { Tx } from "@/lib/platform/database";
import type { Ticket, Voucher } from "@/lib/platform/generated/sqlite/client";
import { VOUCHER_STEPS } from "@/lib/rules/voucher-states";
import type { Policy } from "@/lib/rules/types";
import { voucherShortCode, voucherToken, voucherTokenHash } from "./tokens";
import { storedWait } from "./wait";

/**
 * Issues the next voucher of the day's own series (F.3) inside the caller's transaction, which holds the ticket's row.
 * The counter's row makes the numbers gap-free in the order of issue; unique constraints stand behind it.
 * @throws a duplicate fault when the applicant already has a voucher on that date: the caller's transaction is lost.
 */
export async function issueVoucher(
  tx: Tx,
  issue: {
    readonly ticket: Ticket & { readonly biometricTicketAt: Date };
    readonly serviceDate: string;
    readonly at: Date;
    readonly waitedMs: number;
    readonly policy: Policy;
    readonly settings: OfficeSettings;
    readonly origin: { readonly kioskId: string } | { readonly grantedById: string; readonly reason: string };
  },
): Promise<Voucher> {
  const { ticket, serviceDate, at, policy, settings, origin } = issue;
  const id = randomUUID();
  const { lastNumber: seq } = await tx.dayCounter.upsert({
    where: { serviceDate },
    create: { serviceDate, lastNumber: 1 },
    update: { lastNumber: { increment: 1 } },
  });
  const prefix = await prefixOfDay(tx, serviceDate, seq, settings);
  const voucher = await tx.voucher.create({
    data: {
      id,
      serviceDate,
      seq,
      number: `${prefix}-${String(seq).padStart(3, "0")}`,
      ticketId: ticket.id,
      applicantRef: ticket.applicantRef,
      origin: "kioskId" in origin ? "KIOSK" : "GRANT",
      policyVersion: policy.version,
      legalBasis: policy.legalBasis,
      queueNumber: ticket.queueNumber ?? "",
      bookingLast4: ticket.bookingLast4,
      ticketAt: ticket.biometricTicketAt,
      issuedAt: at,
      waitedMs: storedWait(issue.waitedMs),
      tokenHash: voucherTokenHash(voucherToken(id)),
      shortCode: voucherShortCode(id),
      kioskId: "kioskId" in origin ? origin.kioskId : null,
    },
  });
  await tx.voucherStep.createMany({ data: VOUCHER_STEPS.map((step) => ({ voucherId: id, step })) });
  const by =
    "kioskId" in origin ? { byId: null, reason: null } : { byId: origin.grantedById, reason: origin.reason };
  const kind = "kioskId" in origin ? "ISSUED" : "GRANTED";
  await tx.voucherEvent.create({ data: { voucherId: id, at, kind, ...by } });
  return voucher;
}

/** A day's series keeps the prefix that it began with: another one in the settings counts from the next service date. */
async function prefixOfDay(
  tx: Tx,
  serviceDate: string,
  seq: number,
  settings: OfficeSettings,
): Promise<string> {
  if (seq === 1) return settings.voucherPrefix;
  const where = { serviceDate_seq: { serviceDate, seq: 1 } };
  const first = await tx.voucher.findUnique({ where, select: { number: true } });
  return first?.number.split("-")[0] ?? settings.voucherPrefix;
}
