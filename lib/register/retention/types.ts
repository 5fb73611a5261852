/** What a removal counts: rows of these tables, and files of the drop folder, from which something was removed. */
export interface RetentionCounts {
  readonly tickets: number;
  readonly vouchers: number;
  readonly signatures: number;
  readonly requests: number;
  readonly files: number;
}

/** One removal; instants are epoch ms of the system's clock, dates the office's own. */
export interface RetentionRunView extends RetentionCounts {
  readonly id: string;
  readonly startedAt: number;
  /** Null while it runs, or until it is taken up again. */
  readonly finishedAt: number | null;
  readonly byHand: boolean;
  /** The first service date whose personal data were kept. */
  readonly upTo: string;
  readonly days: number;
}

/** What the page shows of removals. */
export interface RetentionView {
  /** Days that the settings say now. */
  readonly days: number;
  /** Newest first. */
  readonly runs: readonly RetentionRunView[];
  readonly late: boolean;
}

/** RUNNING: another process is at it. LOST: another process took it over, since this one had been silent for too long. */
export type RetentionOutcome =
  { readonly end: "DONE"; readonly run: RetentionRunView } | { readonly end: "RUNNING" | "LOST" };
