import type { OfficePlan } from "@/lib/office/schema";
import type { DirectionSlip, PrintedBy, Slip, VoucherSlip } from "@/lib/printing/types";
import type { ApplicationType, BookingChannel, ReplacementReason } from "@/lib/rules/types";
import type { VoucherState, VoucherStep } from "@/lib/rules/voucher-states";
import type { PromiseView } from "./souvenirs/types";

export type { PromiseView };

/** What a kiosk may show of a ticket: nothing else of it ever reaches a browser in the hall. */
export interface TicketGlimpse {
  readonly queueNumber: string | null;
  readonly last4: string | null;
}

/** Whether the complaint room still receives people today; if not, screens say where to go instead. */
export type RoomState = "OPEN" | "CLOSED";

/**
 * A kiosk's answer to one scan. Instants are epoch ms (UTC) of the server.
 * SEE_OFFICER is one shape of one size whatever its cause: it carries nothing of the ticket.
 */
export type KioskAnswer = { readonly serverNow: number; readonly room: RoomState } & (
  | { readonly outcome: "UNREADABLE" }
  | { readonly outcome: "AMBIGUOUS" }
  | { readonly outcome: "CLOSED"; readonly opensAt: number | null }
  | { readonly outcome: "UNKNOWN_BOOKING" }
  | { readonly outcome: "OTHER_DAY" }
  | { readonly outcome: "NO_BIOMETRIC_TICKET"; readonly ticket: TicketGlimpse }
  | {
      readonly outcome: "NOT_YET";
      readonly ticket: TicketGlimpse;
      readonly ticketAt: number;
      readonly waitedMs: number;
      readonly thresholdMs: number;
      /** First instant at which the wait is above the promise. */
      readonly checkAgainFrom: number;
      /** True when that instant lies after the complaint room closes today. */
      readonly afterClosing: boolean;
    }
  | { readonly outcome: "SERVED_IN_TIME"; readonly ticket: TicketGlimpse; readonly waitedMs: number }
  | { readonly outcome: "OUTAGE"; readonly ticket: TicketGlimpse; readonly waitedMs: number }
  | {
      readonly outcome: "SEE_OFFICER";
      readonly printJobId: string;
      /** Whether this kiosk's browser prints the slip or the server does, on the kiosk's printer. */
      readonly printedBy: PrintedBy;
      readonly slip: DirectionSlip;
    }
  | {
      readonly outcome: "ELIGIBLE";
      readonly ticket: TicketGlimpse;
      /** Minutes waited when the voucher was issued. */
      readonly waitedMinutes: number;
      /** False on a rescan: the same voucher is shown and printed again only when asked. */
      readonly fresh: boolean;
      /** The job to print now; null on a rescan. */
      readonly printJobId: string | null;
      /** Who prints that job; on a rescan, who would print the reprint. */
      readonly printedBy: PrintedBy;
      /** True while the one unaided reprint is still unused. */
      readonly reprintLeft: boolean;
      readonly slip: VoucherSlip;
    }
  | {
      readonly outcome: "ALREADY_RECEIVED";
      readonly ticket: TicketGlimpse;
      readonly number: string;
      /** The souvenir was promised and is still to come: the screen must not say that it was received. */
      readonly souvenirPromised: boolean;
    }
);
export type KioskOutcome = KioskAnswer["outcome"];

/** What the kiosk screens need to know of the office; server-rendered, nothing personal. */
export interface KioskOffice {
  readonly name: string;
  readonly subtitle: string;
  readonly timeZone: string;
  readonly zoneLabel: string;
  readonly room: {
    readonly name: string;
    readonly directions: string;
    /** Where to go when the room is shut. */
    readonly afterHours: string;
    /** The way there as a small map, where the office has drawn one. */
    readonly plan: OfficePlan | null;
  };
  readonly hours: { readonly opens: string; readonly closes: string };
  readonly paperWidth: "80" | "58";
  readonly thresholdMs: number;
  readonly legalBasis: string;
  /** What the policy in force asks of an application, for the screen that names the conditions. */
  readonly conditions: {
    readonly types: readonly ApplicationType[];
    readonly channels: readonly BookingChannel[];
    readonly excludedReasons: readonly ReplacementReason[];
  };
  /** Where the notice on personal data stands, as people type it: shown as text, since a kiosk leads nowhere else. */
  readonly noticeAddress: string;
  readonly demo: boolean;
}

/** How things stand for a kiosk at rest; instants are epoch ms. */
export interface KioskStanding {
  /** Null on a service day. */
  readonly closed: { readonly opensAt: number | null } | null;
  /** Since when a declared disruption goes on; null when none does. */
  readonly disturbedSince: number | null;
  /** Another one than the page was made with: settings or policy have changed since. */
  readonly officeMark: string;
}

export { VOUCHER_STATES, VOUCHER_STEPS } from "@/lib/rules/voucher-states";
export type { VoucherState, VoucherStep };

export type { Slip };

/**
 * A clause as an officer may see it. Clause g is only ever MET, NOT_REACHED or AUTHORISED_OFFICIAL:
 * what lies behind the last reaches supervisors alone, through a look that is audited.
 */
export type OfficerClauseResult = "MET" | "NOT_MET" | "UNKNOWN" | "NOT_REACHED" | "AUTHORISED_OFFICIAL";

export interface OfficerClause {
  readonly clause: "F.2.a" | "F.2.b" | "F.2.c" | "F.2.e" | "F.2.f" | "F.2.g";
  readonly result: OfficerClauseResult;
}

/** One of the three duties of F.1 as the tablet shows it. Instants are epoch ms. */
export interface StepView {
  readonly step: VoucherStep;
  readonly state: "OPEN" | "DONE" | "SETTLED" | "PROMISED";
  readonly at: number | null;
  readonly byName: string | null;
  /** Souvenir: the item handed over or promised. Settled: the reason. */
  readonly note: string | null;
  /** Until when the signed-in officer may undo it without giving a reason; null when they may not. */
  readonly undoUntil: number | null;
}

export interface HistoryEntry {
  readonly at: number;
  /** Stable code: ISSUED, GRANTED, CONFIRMED, STEP_DONE, STEP_SETTLED, STEP_PROMISED, STEP_UNDONE, PROMISE_KEPT, PROMISE_REOPENED, RECEIPT_SIGNED, RECEIPT_UNSIGNED, RECEIPT_SUPERSEDED, COMPLETED, WITHHELD, REOPENED, REPRINTED, LAPSED */
  readonly kind: string;
  readonly step: VoucherStep | null;
  readonly byName: string | null;
  readonly reason: string | null;
}

/** Why confirmation is refused with the facts of this moment. */
export type ConfirmationObstacle = "OTHER_DAY" | "OUTAGE" | "AUTHORISED_OFFICIAL" | "WITHHELD" | "LAPSED";

/** A voucher with its evidence, for a signed-in officer. */
export interface VoucherView {
  readonly id: string;
  readonly ticketId: string;
  readonly number: string;
  readonly state: VoucherState;
  readonly origin: "KIOSK" | "GRANT";
  readonly serviceDate: string;
  readonly queueNumber: string;
  readonly last4: string | null;
  readonly applicantName: string | null;
  readonly ticketAt: number;
  /** ticketAt + the promise. */
  readonly promiseEndsAt: number;
  readonly biometricStartedAt: number | null;
  readonly issuedAt: number;
  readonly waitedMinutes: number;
  readonly legalBasis: string;
  readonly policyVersion: number;
  /** As evaluated when it was issued. */
  readonly clauses: readonly OfficerClause[];
  /** With the facts of this moment; null when nothing stands in the way. */
  readonly obstacle: ConfirmationObstacle | null;
  readonly steps: readonly StepView[];
  /** The souvenir that was promised, as long as nobody took the promise back. */
  readonly promise: PromiseView | null;
  readonly withheld: { readonly at: number; readonly byName: string; readonly reason: string } | null;
  readonly grantReason: string | null;
  readonly history: readonly HistoryEntry[];
  /** Whether the signed-in account may go on against an obstacle, or undo for others, with a written reason. */
  readonly mayOverride: boolean;
  /** The office's present instant. */
  readonly now: number;
}

/** A line of today's list. */
export interface VoucherLine {
  readonly id: string;
  readonly number: string;
  readonly state: VoucherState;
  readonly queueNumber: string;
  readonly last4: string | null;
  readonly issuedAt: number;
  readonly waitedMinutes: number;
  readonly stepsDone: number;
  readonly origin: "KIOSK" | "GRANT";
}

/** A ticket of today as found by an officer, with what the rules say of it now. */
export interface TicketView {
  readonly id: string;
  readonly queueNumber: string | null;
  readonly last4: string | null;
  readonly applicantName: string | null;
  readonly serviceDate: string;
  readonly ticketAt: number | null;
  readonly calledAt: number | null;
  readonly biometricStartedAt: number | null;
  readonly completedAt: number | null;
  readonly waitedMs: number | null;
  readonly outcome: string;
  readonly clauses: readonly OfficerClause[];
  readonly contradictory: boolean;
  readonly voucher: { readonly id: string; readonly number: string; readonly state: VoucherState } | null;
  readonly ruling: {
    readonly kind: string;
    readonly at: number;
    readonly byName: string;
    readonly reason: string;
  } | null;
  /** Whether the signed-in account may grant now (supervisor, wait over the threshold, no voucher yet). */
  readonly mayGrant: boolean;
  readonly mayWithhold: boolean;
  readonly now: number;
}

/** What a supervisor sees of the review flag; each look is audited. */
export type ReviewFlag = "CLEAR" | "UNDER_REVIEW" | "NOT_KNOWN";

/** The flag with the newest decision of a supervisor about it; `at` is epoch ms. */
export interface ReviewFlagView {
  readonly flag: ReviewFlag;
  readonly decision: {
    readonly flag: ReviewFlag;
    readonly at: number;
    readonly byName: string;
    readonly reason: string;
  } | null;
}
