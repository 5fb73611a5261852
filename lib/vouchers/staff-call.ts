import "server-only";
import { accountName } from "@/lib/access/accounts";
import type { SignedInAccount } from "@/lib/access/types";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/database";
import type { ActionRefusal, ActionResult } from "@/lib/platform/types";
import type { OfficeSettings } from "@/lib/office/schema";
import { lockVoucher, type LockedVoucher } from "./locked-voucher";
import { openVoucher } from "./queries";
import { oncePerKey } from "./request-keys";
import type { VoucherView } from "./types";

/** A signed-in person's request. */
export interface StaffContext {
  readonly account: SignedInAccount;
}

export interface StaffCall extends StaffContext {
  readonly requestId: string;
}

/** What happened in the transaction: nothing more to say, or a refusal, perhaps with who did it before. */
export type Effect = { readonly ok: true } | (ActionRefusal & { readonly byId?: string });

/** Puts the name of whoever did it already into a refusal. */
export async function worded({
  byId,
  ...refusal
}: ActionRefusal & { readonly byId?: string }): Promise<ActionRefusal> {
  if (!byId) return refusal;
  return { ...refusal, details: { ...refusal.details, byName: (await accountName(byId)) ?? "" } };
}

/**
 * The frame of every change to a voucher by a person: once a request key, the voucher's row locked first, and in the
 * end the voucher as it stands for everybody. Refusals: UNKNOWN_VOUCHER and those of `change`.
 */
export async function changeVoucher(
  call: StaffCall,
  { voucherId, key }: { readonly voucherId: string; readonly key: string },
  change: (tx: Tx, locked: LockedVoucher, settings: OfficeSettings, at: Date) => Promise<Effect>,
): Promise<ActionResult<VoucherView>> {
  const effect = await oncePerKey<Effect>(key, `${call.account.id}:${voucherId}`, async (tx) => {
    const locked = await lockVoucher(tx, voucherId);
    if (!locked) return { ok: false, code: "UNKNOWN_VOUCHER" };
    return change(tx, locked, await readSettings(tx), now());
  });
  if (!effect.ok) return worded(effect);
  const view = await openVoucher(call, voucherId);
  return view ? { ok: true, value: view } : { ok: false, code: "UNKNOWN_VOUCHER" };
}
