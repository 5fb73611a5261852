import type { WaitQuantile } from "@/lib/queue/types";
import type { VoucherState } from "@/lib/rules/voucher-states";

/** How sure the forecast is that an applicant will pass the promise. */
export type ChanceWord = "UNLIKELY" | "POSSIBLE" | "LIKELY" | "ALMOST_SURE";

/** What keeps one applicant inside the promise: so many counters more, or only being called before their turn. */
export type Prevention =
  { readonly kind: "COUNTERS"; readonly more: number } | { readonly kind: "CALL_FIRST" };

/** One person waiting for biometrics. Instants are epoch ms; no name, and nothing of the application. */
export interface HallLine {
  readonly ticketId: string;
  readonly queueNumber: string | null;
  readonly ticketAt: number;
  /** Called but not begun. */
  readonly calledAt: number | null;
  /** First instant at which the wait is above the promise. */
  readonly promiseEndsAt: number;
  /** From 0 to 1; null once the promise has passed. */
  readonly chance: number | null;
  readonly word: ChanceWord | null;
  readonly prevention: Prevention | null;
  readonly voucher: { readonly id: string; readonly number: string; readonly state: VoucherState } | null;
  readonly acknowledged: readonly Acknowledgement[];
}

/** Who has seen an alert of a level (minutes waited). */
export interface Acknowledgement {
  readonly level: number;
  readonly at: number;
  readonly byName: string;
}

export type FeedState =
  /** Nothing has ever come by feed or file: the office enters tickets by hand. */
  | { readonly kind: "NONE" }
  | {
      readonly kind: "HEARD";
      /** Last word from the queue system, on the office's clock. */
      readonly lastAt: number;
      /** From this instant on it counts as silent, if nothing comes; null outside the office's hours. */
      readonly silentFrom: number | null;
    };

/** "One more counter from 10:40 keeps 6 people inside." */
export interface Advice {
  readonly more: number;
  readonly from: number;
  /** How many fewer are expected to pass the promise. */
  readonly keeps: number;
  /** How many are expected to pass it all the same. */
  readonly remaining: number;
}

/** What the hall is like at one instant. */
export interface LiveHall {
  /** The office's instant, epoch ms, at which this was read. */
  readonly now: number;
  /** The office's instant, epoch ms, at which it was told: a reading serves everybody until something changes. */
  readonly toldAt: number;
  readonly serviceDate: string;
  readonly thresholdMs: number;
  /** Minutes waited at which an alert rises, ascending. */
  readonly alertLevels: readonly number[];
  /** By time left, the shortest first; those past the promise before all. */
  readonly lines: readonly HallLine[];
  readonly median: WaitQuantile | null;
  readonly ninetieth: WaitQuantile | null;
  /** Served or waiting, above the promise, and without a voucher. */
  readonly pastWithoutVoucher: number;
  /** Estimated from who is being served. */
  readonly openCounters: number;
  /** Expected number of those now waiting who will pass the promise. */
  readonly expectedPast: number;
  readonly advice: Advice | null;
  readonly disturbedSince: number | null;
  readonly feed: FeedState;
}

/** What saving a disruption would do; people are counted, never named. */
export interface OutagePreview {
  /** Waiting, and the kiosk would begin to answer with the disruption; or would cease to. */
  readonly waitingInto: number;
  readonly waitingOutOf: number;
  /** The same for those served too late, without a voucher. */
  readonly servedInto: number;
  readonly servedOutOf: number;
  /** Already issued: shown, never changed by a disruption. */
  readonly vouchers: readonly {
    readonly id: string;
    readonly number: string;
    readonly state: VoucherState;
    readonly serviceDate: string;
    readonly becomes: "DISTURBED" | "UNDISTURBED";
  }[];
  /** It changes what was true more than ten minutes ago: a supervisor's, with a reason. */
  readonly backDated: boolean;
  /** Whether the signed-in account may save it. */
  readonly allowed: boolean;
}
