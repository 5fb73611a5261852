import "server-only";
import type { ActionResult } from "@/lib/platform/types";
import { confirmLocked } from "./confirmation";
import { changeVoucher, type StaffCall, type StaffContext } from "./staff-call";
import type { VoucherView } from "./types";

/**
 * The officer has the applicant before them: completes the provisional right that the kiosk gave (F.2.d).
 * Refusals: ALREADY_DONE (by whom, when), OTHER_DAY, OUTAGE, AUTHORISED_OFFICIAL, WITHHELD, LAPSED. A supervisor's
 * written `override` lets it go on against OUTAGE and AUTHORISED_OFFICIAL.
 */
export function confirmVoucher(
  context: StaffContext,
  input: { readonly voucherId: string; readonly key: string; readonly override?: string | undefined },
  requestId: string,
): Promise<ActionResult<VoucherView>> {
  const call: StaffCall = { ...context, requestId };
  return changeVoucher(call, input, async (tx, locked, settings, at) => {
    const done = await confirmLocked(tx, call, locked, settings, at, input.override);
    if (done.ok) return { ok: true };
    const { confirmedAt, confirmedById } = locked.voucher;
    if (done.code !== "ALREADY_DONE" || !confirmedAt || !confirmedById) return done;
    return { ...done, byId: confirmedById, details: { at: confirmedAt.getTime() } };
  });
}
