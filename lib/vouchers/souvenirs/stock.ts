import "server-only";
import { appendAudit } from "@/lib/audit/append";
import type { AuditAction } from "@/lib/audit/types";
import { systemNow } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/database";
import type { Souvenir, SouvenirMovement } from "@/lib/platform/generated/sqlite/client";
import type { ActionRefusal } from "@/lib/platform/types";
import { mayHandOut, stockLevel } from "@/lib/rules/stock-level";
import type { MovementKind } from "./types";

const ACTIONS: Readonly<Record<MovementKind, AuditAction>> = {
  DELIVERED: "souvenir.delivered",
  COUNTED: "souvenir.counted",
  HANDED_OUT: "souvenir.handed-out",
  TAKEN_BACK: "souvenir.taken-back",
};

/** Locks an item's row by writing to it and reads it; null when there is none. */
export async function lockSouvenir(tx: Tx, id: string): Promise<Souvenir | null> {
  const [item] = await tx.souvenir.updateManyAndReturn({ where: { id }, data: { updatedAt: systemNow() } });
  return item ?? null;
}

/** How many are left; null for an item that was never counted. */
export const stockOf = ({ stock, countedAt }: Pick<Souvenir, "stock" | "countedAt">): number | null =>
  countedAt === null ? null : stock;

export const levelOf = (item: Souvenir) => stockLevel(stockOf(item), item.lowMark);

/**
 * Moves a locked item's stock and writes the movement and its audit row. The condition on the stock settles what the
 * lock already has, and a trigger stands behind it.
 */
export async function moveStock(
  tx: Tx,
  item: Souvenir,
  movement: {
    readonly kind: MovementKind;
    readonly change: number;
    readonly at: Date;
    readonly byId: string | null;
    readonly reason?: string | null;
    readonly voucherId?: string | null;
    readonly promiseId?: string | null;
    readonly undoesId?: string;
  },
  requestId: string,
  more: { readonly countedAt?: Date; readonly revision?: { readonly increment: number } } = {},
): Promise<void> {
  const { kind, change, byId } = movement;
  const stockAfter = item.stock + change;
  if (stockAfter < 0) throw new RangeError("a stock is never below zero");
  const { count } = await tx.souvenir.updateMany({
    where: { id: item.id, stock: item.stock },
    data: { stock: stockAfter, ...more },
  });
  if (count !== 1) throw new Error("an item's stock changed under its lock");
  const row = await tx.souvenirMovement.create({ data: { ...movement, souvenirId: item.id, stockAfter } });
  await appendAudit(tx, {
    actor: byId === null ? { kind: "SYSTEM" } : { kind: "OFFICER", id: byId },
    action: ACTIONS[kind],
    subject: { kind: "souvenir", id: item.id },
    data: { movement: row.id, change, stockAfter },
    requestId,
  });
}

export type Offered =
  | { readonly ok: true; readonly item: Souvenir }
  | { readonly ok: false; readonly code: "UNKNOWN_SOUVENIR" }
  | { readonly ok: false; readonly code: "NONE_LEFT"; readonly item: Souvenir };

/** Locks an item for being handed over. Refuses with UNKNOWN_SOUVENIR (also a retired one) or NONE_LEFT. */
export async function offerSouvenir(tx: Tx, id: string | undefined): Promise<Offered> {
  const item = id === undefined ? null : await lockSouvenir(tx, id);
  if (!item || item.retiredAt !== null) return { ok: false, code: "UNKNOWN_SOUVENIR" };
  if (!mayHandOut(levelOf(item))) return { ok: false, code: "NONE_LEFT", item };
  return { ok: true, item };
}

/** What a tablet hears of an item that cannot be handed over. */
export function noSouvenir(offered: Extract<Offered, { ok: false }>): ActionRefusal {
  const { code } = offered;
  return code === "NONE_LEFT"
    ? { ok: false, code, details: { item: offered.item.name } }
    : { ok: false, code };
}

/** Takes one of an item that `offerSouvenir` locked in this transaction. One never counted loses nothing. */
export function handOut(
  tx: Tx,
  item: Souvenir,
  to: { readonly voucherId: string; readonly promiseId: string | null },
  by: { readonly byId: string; readonly at: Date; readonly requestId: string },
): Promise<void> {
  const { requestId, ...who } = by;
  const change = item.countedAt === null ? 0 : -1;
  return moveStock(tx, item, { kind: "HANDED_OUT", change, ...to, ...who }, requestId);
}

/** Puts back exactly what a hand-out took, once: of a voucher's own step, or of a promise. */
export async function takeBack(
  tx: Tx,
  from: { readonly voucherId: string; readonly promiseId: string | null },
  by: {
    readonly byId: string;
    readonly at: Date;
    readonly requestId: string;
    readonly reason: string | null;
  },
): Promise<void> {
  const handedOut: SouvenirMovement | null = await tx.souvenirMovement.findFirst({
    where: { ...from, kind: "HANDED_OUT", undoneBy: null },
    orderBy: { at: "desc" },
  });
  // A souvenir that was recorded before items had a stock left no movement to undo.
  if (!handedOut) return;
  const item = await lockSouvenir(tx, handedOut.souvenirId);
  if (!item) throw new Error("a movement's item is gone");
  const { requestId, ...who } = by;
  const change = -handedOut.change;
  const undo = { kind: "TAKEN_BACK", change, ...from, ...who, undoesId: handedOut.id } as const;
  await moveStock(tx, item, undo, requestId);
}
