import type { Outcome } from "@/lib/rules/types";
import type { VoucherState } from "@/lib/rules/voucher-states";

export type { Outcome, VoucherState };

/** A span of service dates, both ends in it: local dates `YYYY-MM-DD` in the office's time zone. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** How a voucher came about: by the rules at a kiosk, or by a supervisor's written decision. */
export const VOUCHER_ORIGINS = ["KIOSK", "GRANT"] as const;
export type VoucherOrigin = (typeof VOUCHER_ORIGINS)[number];

/** What a person decided in writing about a ticket. */
export const RULING_KINDS = ["WITHHELD", "GRANTED", "REOPENED"] as const;
export type RulingKind = (typeof RULING_KINDS)[number];

/** What the register holds of a period. Nothing in it tells a review flag: SEE_OFFICER is one number for all causes. */
export interface RegisterCounts {
  /** Vouchers of these service dates by origin and by the state that they are in now. */
  readonly vouchers: Readonly<Record<VoucherOrigin, Readonly<Record<VoucherState, number>>>>;
  /** Every evaluation by what it came to: at kiosks, at confirmations and at grants. One applicant may have several. */
  readonly decisions: Readonly<Record<Outcome, number>>;
  /** Of those, decisions in the last ten minutes before the promise was broken. */
  readonly nearMisses: number;
  /** Written decisions by kind. A voucher that was withheld and reopened counts once in each. */
  readonly rulings: Readonly<Record<RulingKind, number>>;
}

/** The register's lists: vouchers, decisions of the rules, those just within the promise, written decisions of people. */
export const REGISTER_LISTS = ["vouchers", "near", "decisions", "rulings"] as const;
export type RegisterList = (typeof REGISTER_LISTS)[number];

/**
 * What a page of the register is asked for. Filters that a list does not know are left out of it. None of them, alone or
 * together, separates tickets by their review flag (F.2.g).
 */
export interface RegisterQuery {
  readonly list: RegisterList;
  readonly period: Period;
  /** vouchers */
  readonly state: VoucherState | null;
  readonly origin: VoucherOrigin | null;
  /** decisions */
  readonly outcome: Outcome | null;
  /** rulings */
  readonly ruling: RulingKind | null;
  /** vouchers, rulings: an account that had a hand in it. */
  readonly officerId: string | null;
  /** Where the page before ended; null for the first. */
  readonly after: string | null;
}

/** A written decision as the register shows it; `at` is epoch ms. */
export interface RulingLine {
  readonly kind: RulingKind;
  readonly at: number;
  readonly byName: string;
  readonly reason: string;
}

/** What a row of the register is about, besides its ticket. */
export type RegisterEntry =
  | { readonly list: "vouchers" }
  | { readonly list: "decisions"; readonly outcome: Outcome; readonly source: DecisionSource }
  | { readonly list: "rulings"; readonly ruling: RulingLine }
  | { readonly list: "cases" };

export type DecisionSource = "KIOSK" | "CONFIRMATION" | "OFFICER";

/** A row of the register. No names: the list may be seen over a shoulder. Instants are epoch ms. */
export interface RegisterRow {
  readonly id: string;
  readonly entry: RegisterEntry;
  readonly at: number | null;
  readonly serviceDate: string;
  /** Its case; null where no ticket was known. */
  readonly ticketId: string | null;
  readonly queueNumber: string | null;
  readonly last4: string | null;
  readonly waitedMs: number | null;
  /** How the ticket's compensation stands now. */
  readonly voucher: {
    readonly number: string;
    readonly state: VoucherState;
    readonly origin: VoucherOrigin;
  } | null;
  /** The newest written decision about it, where the row is not one itself. */
  readonly ruling: RulingLine | null;
}

export interface RegisterPage {
  readonly rows: readonly RegisterRow[];
  /** What `after` is for the next page; null on the last one. */
  readonly next: string | null;
}
