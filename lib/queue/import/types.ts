/** The fields that a column may hold, in the order in which they are offered. */
export const COLUMN_FIELDS = [
  ...(["ticketId", "bookingCode", "queueNumber", "serviceDate", "biometricTicketAt", "calledAt"] as const),
  ...(["biometricStartedAt", "completedAt", "applicationType", "replacementReason"] as const),
  ...(["bookingChannel", "registeredInSmart", "underReview", "applicantName", "updatedAt"] as const),
] as const;
export type ColumnField = (typeof COLUMN_FIELDS)[number];

/** Why a whole file cannot be read. */
export type FileProblem =
  | "EMPTY"
  | "NO_ROWS"
  | "SPREADSHEET"
  | "NOT_TEXT"
  | "TOO_LARGE"
  | "TOO_MANY_ROWS"
  | "BROKEN_QUOTES"
  | "NO_TICKET_ID"
  | "COLUMN_TWICE";

/** Why a row cannot be taken, before the queue's own rules look at it. */
export type RowProblem =
  | "COLUMN_COUNT"
  | "SCIENTIFIC_NUMBER"
  | "ZEROS_LOST"
  | "DATE_UNREADABLE"
  | "TIME_WITHOUT_DATE"
  | "VALUE_UNKNOWN"
  | "NO_INSTANT";

/** A column of a file; `field` is null while nobody has said what it holds, "-" when it is left out. */
export interface ColumnView {
  readonly heading: string;
  readonly field: ColumnField | "-" | null;
}

export type Verdict = "CREATED" | "UPDATED" | "UNCHANGED" | "STALE" | "REFUSED";

/** What became, or would become, of one row. `reason` is a RowProblem or a reason of the feed. */
export interface RowOutcome {
  readonly line: number;
  readonly ticketId: string | null;
  readonly result: Verdict;
  readonly field: string | null;
  readonly reason: string | null;
}

export interface ImportView {
  /** Whether it was written, or only looked at. */
  readonly written: boolean;
  readonly problem: FileProblem | null;
  readonly columns: readonly ColumnView[];
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly rows: readonly RowOutcome[];
  /** The report as a file: UTF-8 with a mark, semicolons. */
  readonly report: string;
}
