import "server-only";
import type { OfficeSettings } from "@/lib/office/schema";
import type { Tx } from "@/lib/platform/database";
import type { Voucher } from "@/lib/platform/generated/sqlite/client";
import { printedByFor, UNAIDED_COPIES, unaidedCopies } from "@/lib/printing/print-jobs";
import { voucherSlip } from "@/lib/printing/slips";
import { voucherToken } from "./tokens";
import type { KioskAnswer, TicketGlimpse } from "./types";

type WithoutEnvelope<T> = T extends unknown ? Omit<T, "serverNow" | "room"> : never;

/** An answer without its envelope: what is stored under the request key. */
export type AnswerBody = WithoutEnvelope<KioskAnswer>;

/** What the hall may see of a ticket: its queue number and the booking's last four digits. */
export function glimpse(
  row: { readonly queueNumber: string | null; readonly bookingLast4: string | null } | undefined,
): TicketGlimpse {
  return { queueNumber: row?.queueNumber || null, last4: row?.bookingLast4 ?? null };
}

/** The voucher on screen, with a job to print now (fresh) or without one (a rescan prints only when asked). */
export async function eligibleAnswer(
  tx: Pick<Tx, "printJob" | "kiosk">,
  kioskId: string,
  voucher: Voucher,
  printJobId: string | null,
  settings: OfficeSettings,
): Promise<AnswerBody> {
  const printed = await unaidedCopies(tx, voucher.id);
  return {
    outcome: "ELIGIBLE",
    ticket: glimpse(voucher),
    waitedMinutes: Math.floor(voucher.waitedMs / 60_000),
    fresh: printJobId !== null,
    printJobId,
    printedBy: await printedByFor(tx, kioskId),
    reprintLeft: printed < UNAIDED_COPIES,
    slip: voucherSlip(voucher, voucherToken(voucher.id), settings),
  };
}
