import type { ReceiptSouvenir, ReceiptView } from "@/lib/register/receipts/types";
import type { VoucherView } from "@/lib/vouchers/types";

/** What somebody would sign for now, as the voucher on the screen tells it. */
export interface WhatIsSigned {
  readonly apologyGiven: boolean;
  readonly souvenir: ReceiptSouvenir;
  readonly item: string;
  /** Goes with the signature, so that it is for what was read and nothing else. */
  readonly seen: { readonly apologyAt: number; readonly souvenirAt: number };
}

/** Null until apology and souvenir are both recorded, and where neither was given. */
export function whatIsSigned({ steps, promise }: VoucherView): WhatIsSigned | null {
  const apology = steps.find(({ step }) => step === "APOLOGY");
  const gift = steps.find(({ step }) => step === "SOUVENIR");
  if (typeof apology?.at !== "number" || typeof gift?.at !== "number") return null;
  const apologyGiven = apology.state === "DONE";
  if (!apologyGiven && gift.state === "SETTLED") return null;
  const kept = gift.state === "PROMISED" ? (promise?.kept ?? null) : null;
  const promised = gift.state === "PROMISED" && kept === null;
  const received = gift.state === "DONE" || kept !== null;
  return {
    apologyGiven,
    souvenir: promised ? "PROMISED" : received ? "RECEIVED" : "NOT_GIVEN",
    item: kept?.item ?? gift.note ?? "–",
    seen: { apologyAt: apology.at, souvenirAt: kept?.at ?? gift.at },
  };
}

/** The receipt that holds, unless the souvenir it promised has been handed over since. */
export function holdingReceipt(
  receipts: readonly ReceiptView[],
  signed: WhatIsSigned | null,
): { readonly valid: ReceiptView | null; readonly again: boolean } {
  const valid = receipts.find(({ ended }) => ended === null) ?? null;
  return { valid, again: valid?.souvenir === "PROMISED" && signed?.souvenir === "RECEIVED" };
}
