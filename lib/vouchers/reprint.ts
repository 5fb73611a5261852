import "server-only";
import { appendAudit } from "@/lib/audit/append";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import type { ActionResult } from "@/lib/platform/types";
import { printerStands, queuePrintJob, unaidedCopies, UNAIDED_COPIES } from "@/lib/printing/print-jobs";
import { voucherSlip } from "@/lib/printing/slips";
import type { PrintedBy, VoucherSlip } from "@/lib/printing/types";
import { wakePrinting } from "@/lib/printing/wake";
import { parseBooking } from "@/lib/queue/parse-booking";
import { localDate } from "@/lib/rules/local-date";
import type { CheckInput } from "./kiosk-schema";
import { lockVoucher } from "./locked-voucher";
import { oncePerKey } from "./request-keys";
import { voucherToken } from "./tokens";
import type { StaffContext } from "./staff-call";

type Reprint = ActionResult<{
  readonly printJobId: string;
  readonly printedBy: PrintedBy;
  readonly slip: VoucherSlip;
  readonly reprintLeft: boolean;
}>;

type Requester = { readonly kioskId: string } | { readonly byId: string; readonly printerId?: string };

async function printAgain(
  voucherId: string,
  key: string,
  requester: Requester,
  requestId: string,
): Promise<Reprint> {
  const unaided = "kioskId" in requester;
  const reprint = await oncePerKey<Reprint>(
    key,
    `${unaided ? requester.kioskId : requester.byId}:reprint:${voucherId}`,
    async (tx) => {
      const locked = await lockVoucher(tx, voucherId);
      if (!locked) return { ok: false, code: "UNKNOWN_VOUCHER" };
      const { voucher } = locked;
      const settings = await readSettings(tx);
      const at = now();
      if (voucher.serviceDate !== localDate(at.getTime(), settings.timeZone))
        return { ok: false, code: "OTHER_DAY" };
      if (voucher.state === "WITHHELD" || voucher.state === "LAPSED")
        return { ok: false, code: voucher.state };
      const printed = await unaidedCopies(tx, voucherId);
      if (unaided && printed >= UNAIDED_COPIES) return { ok: false, code: "ASK_STAFF" };
      if (!unaided && requester.printerId && !(await printerStands(tx, requester.printerId)))
        return { ok: false, code: "UNKNOWN_PRINTER" };
      const job = await queuePrintJob(tx, { kind: "VOUCHER", voucherId, ...requester });
      const byId = unaided ? null : requester.byId;
      await tx.voucherEvent.create({ data: { voucherId, at, kind: "REPRINTED", byId } });
      const actor = unaided
        ? ({ kind: "KIOSK", id: requester.kioskId } as const)
        : ({ kind: "OFFICER", id: requester.byId } as const);
      const subject = { kind: "voucher", id: voucherId };
      await appendAudit(tx, {
        actor,
        action: "print.requested",
        subject,
        data: { copy: job.copy },
        requestId,
      });
      const slip = voucherSlip(voucher, voucherToken(voucherId), settings);
      return {
        ok: true,
        value: {
          printJobId: job.id,
          printedBy: job.printedBy,
          slip,
          reprintLeft: unaided && printed + 1 < UNAIDED_COPIES,
        },
      };
    },
  );
  wakePrinting();
  return reprint;
}

/**
 * An officer prints the same slip again: in the tablet's browser, or on a printer of the hall that is still there.
 * Refusals: UNKNOWN_VOUCHER, OTHER_DAY, WITHHELD, LAPSED, UNKNOWN_PRINTER.
 */
export function reprintVoucher(
  { account }: StaffContext,
  ask: { readonly voucherId: string; readonly key: string; readonly printerId?: string | null },
  requestId: string,
): Promise<Reprint> {
  const { voucherId, key, printerId } = ask;
  return printAgain(voucherId, key, { byId: account.id, ...(printerId ? { printerId } : {}) }, requestId);
}

/**
 * One reprint at the kiosk unaided, for the booking that was scanned. Its one refusal is ASK_STAFF, whether the reprint
 * is used up, the voucher was withheld or there is none: the hall must not learn which.
 */
export async function reprintAtKiosk(
  call: { readonly kiosk: { readonly id: string }; readonly requestId: string },
  input: CheckInput,
): Promise<Reprint> {
  const refused = { ok: false, code: "ASK_STAFF" } as const;
  const settings = await readSettings(reader());
  const parsed = parseBooking(input.payload, settings.bookingPatterns);
  if (parsed.kind !== "BOOKING") return refused;
  const serviceDate = localDate(now().getTime(), settings.timeZone);
  const voucher = await reader().voucher.findFirst({
    where: { serviceDate, ticket: { bookingCode: parsed.code.toUpperCase() } },
  });
  if (!voucher) return refused;
  const answer = await printAgain(voucher.id, input.key, { kioskId: call.kiosk.id }, call.requestId);
  return answer.ok ? answer : refused;
}
