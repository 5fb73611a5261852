import "server-only";
import type { OfficeSettings } from "@/lib/office/schema";
import type { Voucher } from "@/lib/platform/generated/sqlite/client";
import type { PlainTx } from "@/lib/platform/plain-transactions";
import { printedByFor, UNAIDED_COPIES, unaidedCopies, type QueuedJob } from "@/lib/printing/print-jobs";
import { voucherSlip, type SlipFacts } from "@/lib/printing/slips";
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

const onScreen = (voucher: SlipFacts & { readonly id: string }, settings: OfficeSettings) =>
  ({
    outcome: "ELIGIBLE",
    ticket: glimpse(voucher),
    waitedMinutes: Math.floor(voucher.waitedMs / 60_000),
    slip: voucherSlip(voucher, voucherToken(voucher.id), settings),
  }) as const;

/** A voucher that was just issued, with its first slip to print now. */
export function freshAnswer(
  voucher: SlipFacts & { readonly id: string },
  job: QueuedJob,
  settings: OfficeSettings,
): AnswerBody {
  const { id: printJobId, printedBy } = job;
  return { ...onScreen(voucher, settings), fresh: true, printJobId, printedBy, reprintLeft: true };
}

/** A voucher that its holder scans again: nothing is printed until somebody asks. */
export async function rescanAnswer(
  tx: PlainTx,
  kioskId: string,
  voucher: Voucher,
  settings: OfficeSettings,
): Promise<AnswerBody> {
  const printed = await unaidedCopies(tx, voucher.id);
  return {
    ...onScreen(voucher, settings),
    fresh: false,
    printJobId: null,
    printedBy: await printedByFor(tx, kioskId),
    reprintLeft: printed < UNAIDED_COPIES,
  };
}
