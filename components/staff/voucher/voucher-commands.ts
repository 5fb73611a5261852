import type { PrintedBy, PrintProgress, PromiseSlip, VoucherSlip } from "@/lib/printing/types";
import type { ReceiptView } from "@/lib/register/receipts/types";
import type { VoucherView } from "@/lib/vouchers/types";
import type { FoundVoucher } from "../find/use-voucher-finder";
import type { Send } from "../types";

/** One more copy of a slip, and who prints it. */
export interface Reprint {
  readonly printJobId: string;
  readonly printedBy: PrintedBy;
  readonly slip: VoucherSlip | PromiseSlip;
}

/** What the voucher's page lets its parts ask of the server. */
export interface VoucherCommands {
  readonly find: Send<FoundVoucher>;
  readonly record: Send<VoucherView>;
  readonly confirm: Send<VoucherView>;
  readonly undo: Send<VoucherView>;
  readonly withhold: Send<VoucherView>;
  readonly reopen: Send<VoucherView>;
  readonly reprint: Send<Reprint>;
  readonly printPromise: Send<Reprint>;
  readonly signReceipt: Send<readonly ReceiptView[]>;
  readonly settlePrint: Send<null>;
  readonly printProgress: Send<PrintProgress>;
}
