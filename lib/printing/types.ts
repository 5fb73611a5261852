/** Slips as data: what is on the paper, no layout. Instants are epoch ms (UTC), shown in `office.timeZone`. */

export const PAPER_WIDTHS = ["80", "58"] as const;
export type PaperWidth = (typeof PAPER_WIDTHS)[number];

/** What every slip says of the office and of the way. All of it comes from the office's settings. */
export interface SlipOffice {
  readonly name: string;
  readonly subtitle: string;
  /** IANA zone and its printed abbreviation ("WIB"). */
  readonly timeZone: string;
  readonly zoneLabel: string;
  readonly room: { readonly name: string; readonly directions: string };
  /** Demo and test offices print CONTOH across every slip. */
  readonly demo: boolean;
}

/** A QR code as square modules, drawn by whoever prints it; `path` is SVG path data in module units without quiet zone. */
export interface QrMatrix {
  readonly size: number;
  readonly path: string;
}

export interface VoucherSlip {
  readonly kind: "VOUCHER";
  readonly office: SlipOffice;
  /** "K-003" */
  readonly number: string;
  readonly queueNumber: string;
  /** Last four digits of the booking, or null for a ticket without one. */
  readonly last4: string | null;
  /** Local date, `YYYY-MM-DD`. */
  readonly serviceDate: string;
  readonly ticketAt: number;
  readonly issuedAt: number;
  readonly waitedMinutes: number;
  readonly legalBasis: string;
  /** Eight characters for typing, shown in two groups of four. */
  readonly shortCode: string;
  readonly qr: QrMatrix;
}

/** Printed for SEE_OFFICER, the same for every cause: it carries nothing of the ticket. */
export interface DirectionSlip {
  readonly kind: "DIRECTION";
  readonly office: SlipOffice;
  readonly serviceDate: string;
  readonly issuedAt: number;
}

export type Slip = VoucherSlip | DirectionSlip;

export const PRINT_JOB_STATES = ["QUEUED", "SENT", "UNCONFIRMED", "CONFIRMED", "FAILED"] as const;
export type PrintJobState = (typeof PRINT_JOB_STATES)[number];
