import "server-only";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/database";
import type { Souvenir } from "@/lib/platform/generated/sqlite/client";
import type { ActionRefusal, ActionResult } from "@/lib/platform/types";
import { oncePerKey } from "@/lib/vouchers/request-keys";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { lockSouvenir, moveStock } from "./stock";

type Change = (
  tx: Tx,
  item: Souvenir,
  at: Date,
) => Promise<ActionRefusal | { readonly ok: true; readonly value: null }>;

/**
 * The frame of a supervisor's change to one item: once a request key, on the item as the tablet saw it. Refusals:
 * UNKNOWN_SOUVENIR, and STOCK_CHANGED with the present stock when another delivery, count or setting came first.
 */
export function changeItem(
  { account }: StaffContext,
  input: { readonly souvenirId: string; readonly revision: number; readonly key: string },
  change: Change,
): Promise<ActionResult<null>> {
  const { souvenirId, revision, key } = input;
  return oncePerKey<ActionResult<null>>(key, `${account.id}:souvenir:${souvenirId}`, async (tx) => {
    const item = await lockSouvenir(tx, souvenirId);
    if (!item) return { ok: false, code: "UNKNOWN_SOUVENIR" };
    if (item.revision !== revision) return stockChanged(item);
    return change(tx, item, now());
  });
}

const stockChanged = ({ stock }: Souvenir): ActionRefusal => ({
  ok: false,
  code: "STOCK_CHANGED",
  details: { stock },
});

const NEXT = { revision: { increment: 1 } } as const;

/** Takes a delivery in. Refusals: those of `changeItem`; NOT_COUNTED where nobody knows what it is added to. */
export function deliverSouvenir(
  context: StaffContext,
  input: {
    readonly souvenirId: string;
    readonly revision: number;
    readonly pieces: number;
    readonly note?: string | undefined;
    readonly key: string;
  },
  requestId: string,
): Promise<ActionResult<null>> {
  return changeItem(context, input, async (tx, item, at) => {
    if (item.countedAt === null) return { ok: false, code: "NOT_COUNTED" };
    const who = { at, byId: context.account.id, reason: input.note?.trim() || null };
    await moveStock(tx, item, { kind: "DELIVERED", change: input.pieces, ...who }, requestId, NEXT);
    return { ok: true, value: null };
  });
}

/**
 * Sets the stock to what was counted on the shelf, with a reason unless it is the first count. A piece handed over
 * since the tablet showed the stock would be counted twice: then it must be looked at again (STOCK_CHANGED).
 * Refusals: those of `changeItem`, REASON_NEEDED.
 */
export function countSouvenir(
  context: StaffContext,
  input: {
    readonly souvenirId: string;
    readonly revision: number;
    readonly seen: number;
    readonly counted: number;
    readonly reason?: string | undefined;
    readonly key: string;
  },
  requestId: string,
): Promise<ActionResult<null>> {
  return changeItem(context, input, async (tx, item, at) => {
    const reason = input.reason?.trim() || null;
    if (item.countedAt !== null && reason === null) return { ok: false, code: "REASON_NEEDED" };
    if (item.stock !== input.seen) return stockChanged(item);
    const who = { at, byId: context.account.id, reason };
    const change = input.counted - item.stock;
    const first = item.countedAt === null ? { countedAt: at } : {};
    await moveStock(tx, item, { kind: "COUNTED", change, ...who }, requestId, { ...NEXT, ...first });
    return { ok: true, value: null };
  });
}
