import type { Slip, VoucherSlip, DirectionSlip } from "@/lib/printing/types";

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
  | { readonly outcome: "SEE_OFFICER"; readonly printJobId: string; readonly slip: DirectionSlip }
  | {
      readonly outcome: "ELIGIBLE";
      readonly ticket: TicketGlimpse;
      /** Minutes waited when the voucher was issued. */
      readonly waitedMinutes: number;
      /** False on a rescan: the same voucher is shown and printed again only when asked. */
      readonly fresh: boolean;
      /** The job to print now; null on a rescan. */
      readonly printJobId: string | null;
      /** True while the one unaided reprint is still unused. */
      readonly reprintLeft: boolean;
      readonly slip: VoucherSlip;
    }
  | { readonly outcome: "ALREADY_RECEIVED"; readonly ticket: TicketGlimpse; readonly number: string }
);
export type KioskOutcome = KioskAnswer["outcome"];

/** Why a kiosk got no answer at all. */
export type KioskRefusal = "TOO_MANY" | "NOT_ENROLLED" | "STALE_BUILD" | "BUSY";

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
  };
  readonly hours: { readonly opens: string; readonly closes: string };
  readonly paperWidth: "80" | "58";
  readonly thresholdMs: number;
  readonly legalBasis: string;
  readonly demo: boolean;
}

export { VOUCHER_STATES, VOUCHER_STEPS } from "@/lib/rules/voucher-states";
export type { VoucherState, VoucherStep } from "@/lib/rules/voucher-states";

export type { Slip };
