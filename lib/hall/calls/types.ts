/** A voucher in the compensation series: numbers only, since the list is seen over shoulders and on the wall. */
export interface SeriesLine {
  readonly voucherId: string;
  readonly number: string;
  /** Since when it may be called; epoch ms (UTC). */
  readonly since: number;
}

/** A voucher called to a counter. */
export interface CalledLine extends SeriesLine {
  readonly counter: string;
  /** How often it was called, recalls counted. */
  readonly calls: number;
  readonly calledAt: number;
}

/** The series as the officers at the counters see it, each list in the order in which it is worked off. */
export interface CompensationSeries {
  readonly counters: readonly string[];
  readonly waiting: readonly SeriesLine[];
  readonly called: readonly CalledLine[];
  /** Called and not there: whoever comes back is called again. */
  readonly absent: readonly CalledLine[];
}

/** What the wall shows: the newest call first. Instants are epoch ms (UTC). */
export interface WallState {
  readonly now: number;
  /** A display of an older build loads itself anew. */
  readonly build: string;
  readonly office: string;
  readonly room: string;
  readonly timeZone: string;
  readonly called: readonly { readonly number: string; readonly counter: string; readonly calls: number }[];
  readonly next: readonly string[];
}

/** What a call answers: which voucher is now where. */
export interface CallAnswer {
  readonly number: string;
  readonly counter: string;
}
