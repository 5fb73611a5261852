/** Souvenirs as tablets show them. Instants are epoch ms (UTC) of the office's clock. */

import type { StockLevel } from "@/lib/rules/stock-level";

export type { StockLevel };

/** An item that may be handed over. */
export interface SouvenirItem {
  readonly id: string;
  readonly name: string;
  readonly level: StockLevel;
  /** How many are left; null while it was never counted. */
  readonly stock: number | null;
}

/** An item with what a supervisor sets; `revision` goes back with each change, so that none overtakes another. */
export interface SouvenirRow extends SouvenirItem {
  readonly lowMark: number;
  readonly retired: boolean;
  readonly revision: number;
}

export const MOVEMENT_KINDS = ["DELIVERED", "COUNTED", "HANDED_OUT", "TAKEN_BACK"] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/** One line of what came in and went out. */
export interface MovementLine {
  readonly id: string;
  readonly at: number;
  readonly item: string;
  readonly kind: MovementKind;
  readonly change: number;
  readonly stockAfter: number;
  readonly byName: string | null;
  readonly reason: string | null;
  /** The voucher that it was handed out with. */
  readonly number: string | null;
}

/** A promised souvenir for staff. Nothing of it says who is concerned beyond queue number and last digits. */
export interface PromiseView {
  readonly id: string;
  readonly state: "OPEN" | "KEPT" | "CANCELLED";
  readonly voucherId: string;
  /** The voucher's number and day. */
  readonly number: string;
  readonly serviceDate: string;
  readonly queueNumber: string;
  readonly last4: string | null;
  /** Eight characters, shown in two groups of four. */
  readonly shortCode: string;
  readonly souvenirId: string;
  readonly item: string;
  readonly promisedAt: number;
  readonly promisedBy: string;
  readonly kept: { readonly at: number; readonly byName: string; readonly item: string } | null;
  /** Until when the signed-in account may take the hand-over back without a reason; null when it may not. */
  readonly undoUntil: number | null;
}

/** What the page of souvenirs shows. */
export interface SouvenirBoard {
  readonly items: readonly SouvenirRow[];
  /** Open ones, the oldest first. */
  readonly open: readonly PromiseView[];
  readonly keptToday: readonly PromiseView[];
  readonly movements: readonly MovementLine[];
  readonly now: number;
}
