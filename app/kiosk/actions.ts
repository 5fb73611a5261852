"use server";

import { kioskGuard } from "@/lib/access/guards";
import { callOfficer, cancelCall } from "@/lib/access/officer-calls";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";
import { settlePrintJob } from "@/lib/printing/print-jobs";
import type { PrintedBy, VoucherSlip } from "@/lib/printing/types";
import { settlePrintInput } from "@/lib/vouchers/kiosk-schema";
import type { KioskAnswer } from "@/lib/vouchers/types";
import { z } from "zod";
import { checkAtKiosk, reprintLimited } from "./check-at-kiosk";

const settle = action({
  name: "kiosk.settle-print",
  guard: kioskGuard,
  schema: settlePrintInput,
  run: ({ context, input, requestId }) => settlePrintJob({ kioskId: context.kiosk.id }, input, requestId),
});

const call = action({
  name: "kiosk.call-officer",
  guard: kioskGuard,
  schema: z.strictObject({ cancel: z.boolean() }),
  run: ({ context, input, requestId }) =>
    input.cancel ? cancelCall(context.kiosk.id, requestId) : callOfficer(context.kiosk.id, requestId),
});

/** Where does this booking stand? `{ payload, key }` */
export async function checkBookingAction(input: unknown): Promise<ActionResult<KioskAnswer>> {
  return checkAtKiosk(input);
}

/** The one unaided reprint, of the booking that was scanned. `{ payload, key }` */
export async function reprintAction(
  input: unknown,
): Promise<
  ActionResult<{ printJobId: string; printedBy: PrintedBy; slip: VoucherSlip; reprintLeft: boolean }>
> {
  return reprintLimited(input);
}

/** What became of a slip. `{ printJobId, state }` */
export async function settlePrintAction(input: unknown): Promise<ActionResult<null>> {
  return settle(input);
}

/** Asks for an officer, or takes the call back. `{ cancel }` */
export async function callOfficerAction(input: unknown): Promise<ActionResult<null>> {
  return call(input);
}
