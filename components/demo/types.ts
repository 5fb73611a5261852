import type { ShowcaseCase, ShowcaseItem } from "@/lib/demo/types";
import type { ActionResult } from "@/lib/platform/types";
import type { QrMatrix } from "@/lib/printing/types";

/** A showcase item with its code drawn on the server; null where there is nothing to scan yet. */
export type ShowcaseCode = Omit<ShowcaseItem, "payload"> & { readonly qr: QrMatrix | null };

/** Brings a case up to now and answers with what a scanner would read. */
export type PrepareScan = (input: { id: ShowcaseCase }) => Promise<ActionResult<{ payload: string }>>;

/** Which cases stand together, in reading order. */
export const SHOWCASE_GROUPS = {
  time: ["not-yet", "eligible", "eligible-served", "served-in-time", "outage"],
  booking: ["no-number", "other-day", "unknown"],
  officer: ["lost-passport", "other-type", "not-in-smart", "under-review", "contradictory"],
  code: ["unreadable", "ambiguous"],
  voucher: ["eligible-again", "voucher", "already-received"],
} as const satisfies Record<string, readonly ShowcaseCase[]>;

export type ShowcaseGroup = keyof typeof SHOWCASE_GROUPS;
