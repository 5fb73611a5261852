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

/** What somebody holds to whom a souvenir was promised: a code, no name. It is good until the souvenir is handed over. */
export interface PromiseSlip {
  readonly kind: "PROMISE";
  readonly office: SlipOffice;
  readonly item: string;
  /** The voucher's number and its day. */
  readonly number: string;
  readonly serviceDate: string;
  /** Eight characters for typing, shown in two groups of four. */
  readonly shortCode: string;
  readonly promisedAt: number;
  readonly qr: QrMatrix;
}

export type Slip = VoucherSlip | DirectionSlip | PromiseSlip;

/** What a supervisor prints to see that a printer works; only ever printed by the server. */
export interface TestSlip {
  readonly kind: "TEST";
  readonly office: SlipOffice;
  readonly printerName: string;
  readonly issuedAt: number;
}

export const PRINT_JOB_STATES = ["QUEUED", "SENT", "UNCONFIRMED", "CONFIRMED", "FAILED"] as const;
export type PrintJobState = (typeof PRINT_JOB_STATES)[number];

/** Who puts a job on paper: the browser that asked for it, or the server on a printer of the network. */
export type PrintedBy = "BROWSER" | "SERVER";

/**
 * Why a job did not end well, as a stable code. What it means for the paper is in the job's state:
 * FAILED is certain that nothing was printed, UNCONFIRMED that something may have been.
 */
export const PRINT_FAILURES = [
  "PAPER_OUT",
  "COVER_OPEN",
  "FAULT",
  "UNREACHABLE",
  /** It waited too long in the queue, or its printer was removed; the person may be gone. */
  "EXPIRED",
  /** Handed over whole, but the printer never said that it had finished. */
  "NO_ANSWER",
  /** The connection, or the server itself, ended while it was being printed. */
  "INTERRUPTED",
  /** The person before the kiosk said that it did not come out. The one code of browser printing. */
  "NOT_OUT",
] as const;
export type PrintFailure = (typeof PRINT_FAILURES)[number];

/**
 * Where a job stands, for the kiosk that asked for it. QUEUED and SENT go on; CONFIRMED is the printer's own word
 * (or, printed by a browser, the person's); UNCONFIRMED asks the person; FAILED prints nothing more by itself.
 * An UNCONFIRMED job may still become CONFIRMED when paper is refilled and the printer finishes it.
 */
export interface PrintProgress {
  readonly state: PrintJobState;
  readonly failure: PrintFailure | null;
}

export const PRINTER_STATES = [
  "READY",
  "PAPER_LOW",
  "PAPER_OUT",
  "COVER_OPEN",
  "FAULT",
  "UNREACHABLE",
  "UNKNOWN",
] as const;
/** PAPER_LOW still prints. UNKNOWN was never asked. */
export type PrinterState = (typeof PRINTER_STATES)[number];

/** What the page of devices shows of a printer. Instants are epoch ms (UTC) of the system's clock. */
export interface PrinterRow {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly paperWidth: PaperWidth;
  readonly state: PrinterState;
  /** Since when it is in that state. */
  readonly stateAt: number;
  /** When the server last asked it; null before the first time. */
  readonly checkedAt: number | null;
  /** The kiosks that print on it. */
  readonly kiosks: readonly { readonly id: string; readonly name: string }[];
  /** How many slips wait for it. */
  readonly waiting: number;
}

/** A voucher of today whose newest slip is not known to have come out; for staff. Instants are the office's. */
export interface PrintTrouble {
  readonly printJobId: string;
  readonly voucherId: string;
  readonly number: string;
  readonly kioskId: string | null;
  readonly printerId: string | null;
  readonly state: "UNCONFIRMED" | "FAILED";
  readonly failure: PrintFailure | null;
  readonly at: number;
}
