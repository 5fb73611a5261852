import "server-only";
import type { OfficeSettings } from "@/lib/office/schema";
import { systemNow } from "@/lib/platform/clock";
import type { Ticket } from "@/lib/platform/generated/sqlite/client";
import { timeOrderedId } from "@/lib/platform/ids";
import { insertRows, type NewRows } from "@/lib/platform/insert-rows";
import type { PlainTx } from "@/lib/platform/plain-transactions";
import { rowsOf, sql } from "@/lib/platform/statements";
import { VOUCHER_STEPS } from "@/lib/rules/voucher-states";
import type { Policy } from "@/lib/rules/types";
import { voucherShortCode, voucherToken, voucherTokenHash } from "./tokens";
import { storedWait } from "./wait";

/** A voucher as it is when it was just issued. */
export type IssuedVoucher = Awaited<ReturnType<typeof issueVoucher>>;

/**
 * Issues the next voucher of the day's own series (F.3) inside the caller's transaction, which holds the ticket's row.
 * The counter's row makes the numbers gap-free in the order of issue; unique constraints stand behind it.
 * @param beside rows that are written together with the voucher's own; they know it by `issue.id`.
 * @throws a duplicate fault when the applicant already has a voucher on that date: the caller's transaction is lost.
 */
export async function issueVoucher(
  tx: PlainTx,
  issue: {
    /** The voucher's id, new and unguessable: its token is made of it. */
    readonly id: string;
    readonly ticket: Ticket & { readonly biometricTicketAt: Date };
    readonly serviceDate: string;
    readonly at: Date;
    readonly waitedMs: number;
    readonly policy: Policy;
    readonly settings: OfficeSettings;
    readonly origin: { readonly kioskId: string } | { readonly grantedById: string; readonly reason: string };
  },
  beside: NewRows,
) {
  const { id, ticket, serviceDate, at, policy, settings, origin } = issue;
  const { seq, prefix } = await nextNumber(tx, serviceDate, settings);
  const voucher = {
    id,
    serviceDate,
    seq,
    number: `${prefix}-${String(seq).padStart(3, "0")}`,
    ticketId: ticket.id,
    applicantRef: ticket.applicantRef,
    origin: "kioskId" in origin ? "KIOSK" : "GRANT",
    state: "ISSUED",
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
    updatedAt: systemNow(),
  } as const;
  const by =
    "kioskId" in origin ? { byId: null, reason: null } : { byId: origin.grantedById, reason: origin.reason };
  const kind = "kioskId" in origin ? "ISSUED" : "GRANTED";
  await insertRows(tx, {
    vouchers: [voucher],
    voucher_steps: VOUCHER_STEPS.map((step) => ({ voucherId: id, step })),
    voucher_events: [{ id: timeOrderedId(), voucherId: id, at, kind, ...by }],
    ...beside,
  });
  return voucher;
}

/**
 * The day's next number: UPDATE … RETURNING on the counter's row, which others wait for. A series keeps the prefix that
 * it began with: another one in the settings counts from the next service date.
 */
async function nextNumber(
  tx: PlainTx,
  serviceDate: string,
  settings: OfficeSettings,
): Promise<{ readonly seq: number; readonly prefix: string }> {
  const [counted] = await rowsOf<{ lastNumber: number; first: string | null }>(
    tx,
    sql`
    INSERT INTO "day_counters" ("serviceDate", "lastNumber") VALUES (${serviceDate}, 1)
    ON CONFLICT ("serviceDate") DO UPDATE SET "lastNumber" = "day_counters"."lastNumber" + 1
    RETURNING "lastNumber",
      (SELECT "number" FROM "vouchers" WHERE "serviceDate" = ${serviceDate} AND "seq" = 1) AS "first"`,
  );
  if (!counted) throw new Error("The day's counter gave no number");
  return { seq: counted.lastNumber, prefix: counted.first?.split("-")[0] ?? settings.voucherPrefix };
}
