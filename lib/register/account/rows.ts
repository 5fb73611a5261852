import "server-only";
import type { OutageFacts, Outcome, Policy, TicketFacts } from "@/lib/rules/types";
import type { VoucherState, VoucherStep } from "@/lib/rules/voucher-states";
import type { Period } from "@/lib/register/types";

/** A ticket as the account needs it: facts, and the id by which its voucher is found. Nothing personal. */
export interface TicketRow extends TicketFacts {
  readonly id: string;
}

/** A voucher of the period. Instants are epoch ms. */
export interface VoucherRow {
  readonly ticketId: string;
  readonly serviceDate: string;
  readonly state: VoucherState;
  readonly origin: "KIOSK" | "GRANT";
  readonly issuedAt: number;
  readonly steps: readonly {
    readonly step: VoucherStep;
    readonly state: "OPEN" | "DONE" | "SETTLED" | "PROMISED";
    readonly at: number | null;
  }[];
}

export interface OutageRow extends OutageFacts {
  readonly system: string;
  readonly reason: string;
}

export interface DecisionCount {
  readonly outcome: Outcome;
  readonly source: "KIOSK" | "CONFIRMATION" | "OFFICER";
  readonly count: number;
}

export interface SouvenirRow {
  readonly name: string;
  /** At the period's end; null where it was never counted by then. */
  readonly stock: number | null;
  /** Within the period. */
  readonly movements: readonly {
    readonly kind: "DELIVERED" | "COUNTED" | "HANDED_OUT" | "TAKEN_BACK";
    readonly change: number;
  }[];
}

/** All that an account is made of. Tickets and vouchers are those of the period's service dates up to `asOf`. */
export interface AccountRows {
  readonly period: Period;
  readonly asOf: number;
  readonly timeZone: string;
  /** Local times of day `HH:MM`. */
  readonly hours: { readonly opens: string; readonly closes: string };
  /** Dates of the period, up to today, on which the office served by its calendar. */
  readonly serviceDates: readonly string[];
  readonly policies: readonly Policy[];
  readonly tickets: readonly TicketRow[];
  readonly vouchers: readonly VoucherRow[];
  readonly decisions: readonly DecisionCount[];
  readonly outages: readonly OutageRow[];
  readonly souvenirs: readonly SouvenirRow[];
  readonly promises: { readonly made: number; readonly kept: number; readonly open: number };
}
