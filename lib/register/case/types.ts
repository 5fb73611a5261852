import type { Contradiction } from "@/lib/queue/types";
import type { Outcome } from "@/lib/rules/types";
import type { VoucherState, VoucherStep } from "@/lib/rules/voucher-states";
import type { OfficerClause, ReviewFlag } from "@/lib/vouchers/types";
import type { DecisionSource, VoucherOrigin } from "@/lib/register/types";

export type { Contradiction, OfficerClause, ReviewFlag };

/** What a decision rested on, as an officer may see it. */
export interface DecisionEvidence {
  readonly source: DecisionSource;
  readonly outcome: Outcome;
  /**
   * CONFIRMATION: what stood against the voucher at that moment, and whether a supervisor went on all the same. Then the
   * clauses say no more of g than the obstacle does.
   */
  readonly obstacle: "OUTAGE" | "AUTHORISED_OFFICIAL" | null;
  readonly overruled: boolean;
  readonly waitedMs: number | null;
  readonly policyVersion: number;
  readonly legalBasis: string;
  readonly clauses: readonly OfficerClause[];
  readonly contradictory: boolean;
}

/** What a line of the timeline tells; its wording is in the catalogues, under the same key. */
export type TimelineKind =
  | "NUMBER"
  | "PROMISE_ENDS"
  | "CALLED"
  | "STARTED"
  | "FINISHED"
  | "OUTAGE"
  | "OUTAGE_DECLARED"
  | "OUTAGE_CORRECTED"
  | "OUTAGE_ENDED"
  | "HALL_SEEN"
  | "DECISION"
  | "RULING_WITHHELD"
  | "RULING_GRANTED"
  | "RULING_REOPENED"
  | "VOUCHER_ISSUED"
  | "VOUCHER_GRANTED"
  | "VOUCHER_CONFIRMED"
  | "VOUCHER_STEP_DONE"
  | "VOUCHER_STEP_SETTLED"
  | "VOUCHER_STEP_PROMISED"
  | "VOUCHER_STEP_UNDONE"
  | "VOUCHER_COMPLETED"
  | "VOUCHER_WITHHELD"
  | "VOUCHER_REOPENED"
  | "VOUCHER_LAPSED"
  | "VOUCHER_PROMISE_KEPT"
  | "VOUCHER_PROMISE_REOPENED"
  | "VOUCHER_RECEIPT_SIGNED"
  | "VOUCHER_RECEIPT_UNSIGNED"
  | "VOUCHER_RECEIPT_SUPERSEDED"
  | "VOUCHER_OTHER"
  | "PRINTED"
  | "REPRINTED"
  | "PROMISE_PRINTED"
  | "COUNTER_CALLED"
  | "COUNTER_SERVED"
  | "COUNTER_ABSENT"
  | "STOCK_HANDED_OUT"
  | "STOCK_TAKEN_BACK"
  | "CONTRADICTION"
  | "CONTRADICTION_RESOLVED";

/** One line of a case's timeline. Instants are epoch ms, of the office's clock. */
export interface TimelineEntry {
  readonly id: string;
  readonly at: number;
  readonly kind: TimelineKind;
  /** Whose account did it; null where nobody did. */
  readonly byName?: string | null;
  /** A kiosk's, counter's or system's own name. */
  readonly place?: string | null;
  /** OUTAGE: its end; null while it goes on. */
  readonly until?: number | null;
  readonly step?: VoucherStep | null;
  /** A number that the words need: a slip's copy, a level of the hall's alerts, what is left of a stock. */
  readonly count?: number;
  /** An item's name, a voucher's number. */
  readonly item?: string;
  /** What a person wrote. */
  readonly note?: string | null;
  readonly evidence?: DecisionEvidence;
  readonly changes?: readonly Contradiction[];
}

/** A case: everything that is on record of one ticket, with nothing of the person but a queue number and four digits. */
export interface CaseView {
  readonly ticketId: string;
  readonly serviceDate: string;
  readonly queueNumber: string | null;
  readonly last4: string | null;
  /** Name and booking number were removed when their time was over. */
  readonly erased: boolean;
  readonly source: "FEED" | "HAND" | "FILE" | "DEMO";
  readonly waitedMs: number | null;
  readonly thresholdMs: number;
  readonly voucher: {
    readonly id: string;
    readonly number: string;
    readonly state: VoucherState;
    readonly origin: VoucherOrigin;
    readonly issuedAt: number;
    readonly waitedMs: number;
    readonly policyVersion: number;
    readonly legalBasis: string;
    readonly steps: readonly {
      readonly step: VoucherStep;
      readonly state: "OPEN" | "DONE" | "SETTLED" | "PROMISED";
      readonly at: number | null;
      readonly byName: string | null;
      readonly note: string | null;
    }[];
  } | null;
  /** The voucher that the same applicant got on another ticket of the date. */
  readonly elsewhere: { readonly ticketId: string; readonly number: string } | null;
  /** The whole timeline, the earliest first, by the office's local date. */
  readonly days: readonly { readonly date: string; readonly entries: readonly TimelineEntry[] }[];
  /** Decisions that are too many to show; the newest are shown. */
  readonly decisionsLeftOut: number;
}

/** The applicant's name, for one look that is in the trail. */
export interface ApplicantName {
  readonly name: string | null;
  readonly erased: boolean;
}

/** Everything on record of a ticket's review flag (F.2.g), for supervisors; each look is in the trail. */
export interface ReviewHistory {
  readonly flag: ReviewFlag;
  readonly decisions: readonly {
    readonly at: number;
    readonly flag: ReviewFlag;
    readonly byName: string;
    readonly reason: string;
  }[];
  /** What each evaluation found of clause g. */
  readonly found: readonly { readonly at: number; readonly flag: ReviewFlag }[];
}
