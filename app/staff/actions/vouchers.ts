"use server";

import { rightGuard } from "@/lib/access/guards";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";
import { printProgress, settlePrintJob } from "@/lib/printing/print-jobs";
import { printProgressInput, settlePrintInput } from "@/lib/printing/schema";
import type { PrintedBy, PrintProgress, VoucherSlip } from "@/lib/printing/types";
import { confirmVoucher } from "@/lib/vouchers/confirm-voucher";
import { findVoucher } from "@/lib/vouchers/queries";
import { recordStep } from "@/lib/vouchers/record-step";
import { reprintVoucher } from "@/lib/vouchers/reprint";
import {
  confirmVoucherInput,
  findVoucherInput,
  recordStepInput,
  reopenVoucherInput,
  reprintVoucherInput,
  undoStepInput,
  withholdVoucherInput,
} from "@/lib/vouchers/schema";
import type { VoucherView } from "@/lib/vouchers/types";
import { undoStep } from "@/lib/vouchers/undo-step";
import { reopenVoucher, withholdVoucher } from "@/lib/vouchers/withhold";

const find = action({
  name: "staff.find-voucher",
  guard: rightGuard("records.see"),
  schema: findVoucherInput,
  run: async ({ context, input }) => {
    const found = await findVoucher(context, input.scanned);
    // The page shows the rest; a scan needs only to know where to go.
    return found.ok ? { ok: true, value: { voucherId: found.value.id, number: found.value.number } } : found;
  },
});

const record = action({
  name: "staff.record-step",
  guard: rightGuard("voucher.confirm"),
  schema: recordStepInput,
  run: ({ context, input, requestId }) => recordStep(context, input, requestId),
});

const confirm = action({
  name: "staff.confirm-voucher",
  guard: rightGuard("voucher.confirm"),
  schema: confirmVoucherInput,
  run: ({ context, input, requestId }) => confirmVoucher(context, input, requestId),
});

const undo = action({
  name: "staff.undo-step",
  guard: rightGuard("voucher.confirm"),
  schema: undoStepInput,
  run: ({ context, input, requestId }) => undoStep(context, input, requestId),
});

const withhold = action({
  name: "staff.withhold-voucher",
  guard: rightGuard("voucher.withhold"),
  schema: withholdVoucherInput,
  run: ({ context, input, requestId }) => withholdVoucher(context, input, requestId),
});

const reopen = action({
  name: "staff.reopen-voucher",
  guard: rightGuard("voucher.withhold"),
  schema: reopenVoucherInput,
  run: ({ context, input, requestId }) => reopenVoucher(context, input, requestId),
});

const reprint = action({
  name: "staff.reprint-voucher",
  guard: rightGuard("voucher.confirm"),
  schema: reprintVoucherInput,
  run: ({ context, input, requestId }) => reprintVoucher(context, input, requestId),
});

const settle = action({
  name: "staff.settle-print",
  guard: rightGuard("voucher.confirm"),
  schema: settlePrintInput,
  run: ({ context, input, requestId }) => settlePrintJob({ byId: context.account.id }, input, requestId),
});

const progress = action({
  name: "staff.print-progress",
  guard: rightGuard("voucher.confirm"),
  schema: printProgressInput,
  run: async ({ context, input }): Promise<ActionResult<PrintProgress>> => {
    const value = await printProgress({ byId: context.account.id }, input.printJobId);
    return value ? { ok: true, value } : { ok: false, code: "UNKNOWN_JOB" };
  },
});

/** Which voucher a scanned QR, a typed short code or a number of today means. */
export async function findVoucherAction(
  raw: unknown,
): Promise<ActionResult<{ voucherId: string; number: string }>> {
  return find(raw);
}

/** Records one of the three duties of F.1; the first also confirms the voucher (F.2.d). */
export async function recordStepAction(raw: unknown): Promise<ActionResult<VoucherView>> {
  return record(raw);
}

/** Confirms a voucher against an obstacle, by a supervisor's written reason. */
export async function confirmVoucherAction(raw: unknown): Promise<ActionResult<VoucherView>> {
  return confirm(raw);
}

/** Takes back one recorded duty; history stays. */
export async function undoStepAction(raw: unknown): Promise<ActionResult<VoucherView>> {
  return undo(raw);
}

/** An officer decides otherwise, with a written reason. */
export async function withholdVoucherAction(raw: unknown): Promise<ActionResult<VoucherView>> {
  return withhold(raw);
}

/** Takes back a decision otherwise. */
export async function reopenVoucherAction(raw: unknown): Promise<ActionResult<VoucherView>> {
  return reopen(raw);
}

/** The same slip once more: on a printer of the hall, or as data for the tablet to print. */
export async function reprintVoucherAction(
  raw: unknown,
): Promise<ActionResult<{ printJobId: string; printedBy: PrintedBy; slip: VoucherSlip }>> {
  return reprint(raw);
}

/** What became of a slip that this account had printed. */
export async function settlePrintAction(raw: unknown): Promise<ActionResult<null>> {
  return settle(raw);
}

/** How a slip stands that this account had printed. */
export async function printProgressAction(raw: unknown): Promise<ActionResult<PrintProgress>> {
  return progress(raw);
}
