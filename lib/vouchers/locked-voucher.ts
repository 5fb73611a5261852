import "server-only";
import { systemNow } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/database";
import type { Voucher, VoucherStep as StepRow } from "@/lib/platform/generated/sqlite/client";
import { NO_STEPS, type StepRecords, type VoucherStatus } from "@/lib/rules/voucher-states";

export interface LockedVoucher {
  readonly voucher: Voucher;
  readonly steps: readonly StepRow[];
  readonly status: VoucherStatus;
}

/** The rows of a voucher as the rules' state machine wants them. */
export function voucherStatus(voucher: Voucher, steps: readonly StepRow[]): VoucherStatus {
  const records = steps.reduce<StepRecords>(
    (all, { step, state, at, byId }) =>
      state === "OPEN" || !at || !byId
        ? all
        : { ...all, [step]: { result: state, by: byId, at: at.getTime() } },
    NO_STEPS,
  );
  return { state: voucher.state, serviceDate: voucher.serviceDate, steps: records };
}

/** Locks a voucher's row by writing to it and reads it; null when there is none. The first statement of its use case. */
export async function lockVoucher(tx: Tx, id: string): Promise<LockedVoucher | null> {
  const [voucher] = await tx.voucher.updateManyAndReturn({ where: { id }, data: { updatedAt: systemNow() } });
  if (!voucher) return null;
  const steps = await tx.voucherStep.findMany({ where: { voucherId: id } });
  return { voucher, steps, status: voucherStatus(voucher, steps) };
}
