import type { DeliveryAnswer } from "./answer-schema";

/** Who delivers tickets; recorded with each ticket and in the audit trail. */
export type TicketSource =
  | { readonly kind: "FEED"; readonly feedTokenId: string }
  | { readonly kind: "HAND"; readonly accountId: string }
  | { readonly kind: "FILE"; readonly accountId: string | null }
  | { readonly kind: "DEMO" };

/** The answer to one delivered ticket. Each item is answered by itself: one bad row does not sink a batch. */
export type IngestAnswer = DeliveryAnswer["results"][number];

export type TicketStage = "ARRIVED" | "WAITING" | "CALLED" | "SERVING" | "DONE";

/** A line of the page that enters tickets by hand. Instants are epoch ms. */
export interface HandTicketLine {
  readonly id: string;
  readonly queueNumber: string | null;
  readonly last4: string | null;
  readonly stage: TicketStage;
  readonly ticketAt: number | null;
  readonly waitedMs: number | null;
}

export type OutageEventKind = "DECLARED" | "CORRECTED" | "ENDED" | "WITHDRAWN";

/** A disruption with its history, for officers. Instants are epoch ms. */
export interface OutageView {
  readonly id: string;
  readonly system: string;
  readonly reason: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly state: "GOING_ON" | "ENDED" | "WITHDRAWN";
  /** What a correction must name as its ground: its newest history row. */
  readonly seen: string | null;
  readonly history: readonly OutageEventView[];
}

export interface OutageEventView {
  readonly id: string;
  readonly at: number;
  readonly kind: OutageEventKind;
  /** Null for the demo's own. */
  readonly byName: string | null;
  readonly system: string;
  readonly reason: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly note: string | null;
}

/** One fact that changed under an issued voucher; instants in ISO UTC, other values as the queue names them. */
export interface Contradiction {
  readonly field: string;
  readonly before: string | boolean | null;
  readonly after: string | boolean | null;
}

/** A correction that contradicts an issued voucher. Instants are epoch ms. */
export interface AlertView {
  readonly id: string;
  readonly at: number;
  readonly ticketId: string;
  readonly queueNumber: string | null;
  readonly last4: string | null;
  readonly serviceDate: string;
  readonly voucher: { readonly id: string; readonly number: string } | null;
  readonly changes: readonly Contradiction[];
  readonly resolved: { readonly at: number; readonly byName: string; readonly note: string } | null;
}

/** A quantile of waits, those still waiting included; `atLeast`: nobody can know it yet, but not less than. */
export interface WaitQuantile {
  readonly ms: number;
  readonly atLeast: boolean;
}
