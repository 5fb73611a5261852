/** Receipts as tablets and the case page show them. Instants are epoch ms (UTC) of the office's clock. */

export type ReceiptSouvenir = "RECEIVED" | "PROMISED" | "NOT_GIVEN";
export type UnsignedReason = "UNABLE" | "THUMBPRINT" | "DECLINED";

/** One receipt of a voucher. Whether there is a signature is said; the signature itself is never part of it. */
export interface ReceiptView {
  readonly id: string;
  /** The document's number. */
  readonly number: string;
  readonly signedAt: number;
  /** The officer before whom it was signed. */
  readonly witnessName: string;
  readonly unsignedReason: UnsignedReason | null;
  /** HELD can be looked at by those who may; REMOVED after the time that settings keep it; NONE where nobody signed. */
  readonly signature: "HELD" | "REMOVED" | "NONE";
  readonly apologyGiven: boolean;
  readonly souvenir: ReceiptSouvenir;
  readonly item: string | null;
  readonly souvenirAt: number;
  /** Set where it no longer holds. */
  readonly ended: { readonly at: number; readonly byName: string; readonly cause: string } | null;
}
