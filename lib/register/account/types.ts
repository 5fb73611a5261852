import type { Letterhead } from "@/lib/office/schema";
import type { Period } from "@/lib/register/types";
import type { WaitQuantile } from "@/lib/queue/types";
import type { Clause, ClauseResult, Outcome } from "@/lib/rules/types";

/** Waits of everybody with a sound biometric number, those still waiting at the end included (decision 021). */
export interface WaitFigures {
  readonly count: number;
  readonly median: WaitQuantile | null;
  readonly ninetieth: WaitQuantile | null;
  /** The longest wait known; `atLeast` where that person had not been served. */
  readonly longest: WaitQuantile | null;
}

/**
 * Tickets by what had become of them at their day's end. `tickets` is the sum of served, unserved, noNumber and unclear.
 * `passed` counts waits above the promise in force on that date, served or not; `passedUnserved` and `disrupted`
 * (an outage fell into the promised time, F.2.f) are parts of it.
 */
export interface TicketFigures {
  readonly tickets: number;
  readonly served: number;
  readonly unserved: number;
  readonly noNumber: number;
  /** Times that contradict each other: a start without a number, or before it. */
  readonly unclear: number;
  readonly passed: number;
  readonly passedUnserved: number;
  readonly disrupted: number;
  readonly waits: WaitFigures;
}

/**
 * Vouchers by their state when the account is made, under their service date. `issued` is the sum of open, confirmed,
 * withheld and lapsed, and of kiosk and granted; `completed` is the part of confirmed whose three duties are settled.
 */
export interface VoucherFigures {
  readonly issued: number;
  readonly kiosk: number;
  readonly granted: number;
  readonly open: number;
  readonly confirmed: number;
  readonly completed: number;
  readonly withheld: number;
  readonly lapsed: number;
}

interface GroupFigures {
  readonly tickets: TicketFigures;
  readonly vouchers: VoucherFigures;
  /** Milliseconds of the office's hours in which some outage stood, overlaps counted once. */
  readonly outageMs: number;
}

export interface DayFigures extends GroupFigures {
  readonly date: string;
}

/** A month, or the part of it that lies in the period. */
export interface MonthFigures extends GroupFigures {
  /** `YYYY-MM` */
  readonly month: string;
  readonly serviceDays: number;
}

/** The hour in which the biometric number was given, on one ISO weekday; hours are local. */
export interface HourFigures {
  readonly weekday: number;
  readonly hour: number;
  readonly numbered: number;
  readonly passed: number;
  readonly median: WaitQuantile | null;
}

/** Waits from `fromMs` on, up to the next bin; the last one is open. */
export interface WaitBin {
  readonly fromMs: number;
  readonly ended: number;
  readonly goingOn: number;
}

export interface OutcomeFigures {
  readonly outcome: Outcome;
  readonly tickets: number;
  readonly vouchers: number;
}

/** Results of one clause over the tickets that passed the promise. F.2.g is for supervisors and above only. */
export interface ClauseFigures extends Readonly<Record<ClauseResult, number>> {
  readonly clause: Clause;
}

/** Evaluations in the register: every check at a kiosk, confirmation and decision of a person, repeats included. */
export interface DecisionFigures {
  readonly outcome: Outcome;
  readonly kiosk: number;
  readonly confirmation: number;
  readonly officer: number;
}

export interface DutyFigures {
  readonly step: "APOLOGY" | "SOUVENIR" | "PRIORITY";
  readonly done: number;
  readonly settled: number;
  readonly promised: number;
  readonly open: number;
}

/** From the instant a voucher was issued to its apology, over the apologies given. */
export interface ApologyFigures {
  readonly given: number;
  readonly medianMs: number | null;
  readonly ninetiethMs: number | null;
  readonly longestMs: number | null;
}

/** What happened to one souvenir within the period, by the instant of the movement; pieces. */
export interface SouvenirFigures {
  readonly name: string;
  readonly delivered: number;
  /** Handed out less taken back. */
  readonly handedOut: number;
  /** What counts changed, the first count included. */
  readonly corrected: number;
  /** At the period's end; null where it was never counted by then. */
  readonly stock: number | null;
}

export interface PromiseFigures {
  readonly made: number;
  readonly kept: number;
  /** Open when the account is made, whenever they were made. */
  readonly open: number;
}

/** One outage that touched the period. Instants are epoch ms; `endedAt` null is still going on. */
export interface OutageFigures {
  readonly system: string;
  readonly reason: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** Of its office hours within the period. */
  readonly officeMs: number;
  /** Tickets in whose promised time it fell, and those of them that passed the promise. */
  readonly touched: number;
  readonly passed: number;
}

/** The whole account of a period. Nothing personal; durations in ms, instants epoch ms UTC. */
export interface AccountFigures {
  readonly period: Period;
  /** Up to when things are known: the instant at which the account was made. */
  readonly asOf: number;
  readonly timeZone: string;
  /** The promise in force at the period's end, ms. */
  readonly promiseMs: number;
  readonly legalBasis: string;
  readonly serviceDays: number;
  readonly total: GroupFigures;
  readonly days: readonly DayFigures[];
  readonly months: readonly MonthFigures[];
  readonly hours: readonly HourFigures[];
  readonly bins: readonly WaitBin[];
  readonly outcomes: readonly OutcomeFigures[];
  /** Entitled at the day's end without a voucher: they never asked. */
  readonly unclaimed: number;
  readonly clauses: readonly ClauseFigures[];
  readonly decisions: readonly DecisionFigures[];
  readonly duties: readonly DutyFigures[];
  readonly apology: ApologyFigures;
  readonly souvenirs: readonly SouvenirFigures[];
  readonly promises: PromiseFigures;
  readonly outages: readonly OutageFigures[];
}

/** The office as a report's letterhead and signature have it. */
export interface ReportOffice {
  readonly name: string;
  readonly subtitle: string;
  readonly letterhead: Letterhead;
  readonly zoneLabel: string;
  /** Local time of day `HH:MM` up to which the unserved count as waiting. */
  readonly closes: string;
}

/** What an issued report keeps: everything that its pages are made of but the catalogue's words. */
export interface ReportSnapshot {
  readonly figures: AccountFigures;
  readonly office: ReportOffice;
}

/** An issued report in a list. `issuedAt` is epoch ms. */
export interface ReportRow {
  readonly id: string;
  readonly number: string;
  readonly period: Period;
  readonly issuedAt: number;
  readonly issuedBy: string;
}

/** A figure or word of a table; screens, paper and spreadsheets each write it in their own way. */
export type Cell =
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "count"; readonly value: number }
  /** Milliseconds; `atLeast`: known only to be no less. */
  | { readonly kind: "duration"; readonly value: number; readonly atLeast?: boolean }
  /** 0 to 1. */
  | { readonly kind: "share"; readonly value: number }
  /** Local date `YYYY-MM-DD`. */
  | { readonly kind: "date"; readonly value: string }
  /** Epoch ms, UTC. */
  | { readonly kind: "instant"; readonly value: number }
  | null;

export interface TableColumn {
  readonly label: string;
  /** Numbers stand at the right. */
  readonly align: "left" | "right";
  /** Its part of the width, against the others. */
  readonly width: number;
}

export interface Table {
  readonly key: string;
  readonly title: string;
  readonly note?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** The last row is the sum of the others. */
  readonly totalled?: boolean;
}
