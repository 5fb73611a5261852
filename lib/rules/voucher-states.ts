/** The life of a compensation voucher (F.1, F.2.d) as a pure state machine. Instants are epoch ms. */

export const VOUCHER_STATES = ["ISSUED", "CONFIRMED", "COMPLETED", "WITHHELD", "LAPSED"] as const;
export type VoucherState = (typeof VOUCHER_STATES)[number];

/** The three parts of the compensation, F.1. */
export const VOUCHER_STEPS = ["APOLOGY", "SOUVENIR", "PRIORITY"] as const;
export type VoucherStep = (typeof VOUCHER_STEPS)[number];

/**
 * DONE: the applicant has received it. SETTLED: not needed, with a written reason. PROMISED: none was left, and the
 * applicant holds the office's promise of it; the day's part is done, the promise is followed by itself.
 */
export const STEP_RESULTS = ["DONE", "SETTLED", "PROMISED"] as const;
export type StepResult = (typeof STEP_RESULTS)[number];

/** A step that was recorded, by whom (an opaque account id) and when; null while it is open. */
export type StepRecord = { readonly result: StepResult; readonly by: string; readonly at: number } | null;
export type StepRecords = Readonly<Record<VoucherStep, StepRecord>>;

export interface VoucherStatus {
  readonly state: VoucherState;
  /** Local date in the office's time zone, `YYYY-MM-DD`. */
  readonly serviceDate: string;
  readonly steps: StepRecords;
}

/** `today` is the office's local date and `at` the instant of the event; both are the server's. */
export type VoucherEvent =
  | { readonly type: "CONFIRM"; readonly today: string }
  | {
      readonly type: "RECORD_STEP";
      readonly step: VoucherStep;
      readonly result: StepResult;
      /** Needed for SETTLED. */
      readonly reason: string | null;
      readonly by: string;
      readonly at: number;
      readonly today: string;
    }
  | {
      readonly type: "UNDO_STEP";
      readonly step: VoucherStep;
      readonly by: string;
      readonly supervisor: boolean;
      /** Needed where only the supervisor's role permits the undo. */
      readonly reason: string | null;
      readonly at: number;
    }
  | { readonly type: "WITHHOLD"; readonly reason: string | null; readonly today: string }
  | { readonly type: "LAPSE"; readonly today: string };

/** Stable codes; their wording is in the message catalogues. */
export const TRANSITION_REFUSALS = [
  "ALREADY_DONE",
  "NOT_CONFIRMED",
  "WITHHELD",
  "LAPSED",
  "OTHER_DAY",
  "DAY_NOT_OVER",
  "STEPS_RECORDED",
  "NOT_RECORDED",
  "NOT_YOURS",
  "UNDO_TOO_LATE",
  "REASON_MISSING",
] as const;
export type TransitionRefusal = (typeof TRANSITION_REFUSALS)[number];

export type Transition =
  | { readonly ok: true; readonly next: VoucherStatus }
  | { readonly ok: false; readonly reason: TransitionRefusal };

/** How long an officer may take back a tap of their own, inclusive. */
export const OWN_UNDO_MS = 15 * 60 * 1000;

export const NO_STEPS: StepRecords = { APOLOGY: null, SOUVENIR: null, PRIORITY: null };

/** What an event makes of a voucher, or why it cannot happen. A voucher is good on its service date only. */
export function transition(voucher: VoucherStatus, event: VoucherEvent): Transition {
  switch (event.type) {
    case "CONFIRM":
      return confirm(voucher, event.today);
    case "RECORD_STEP":
      return recordStep(voucher, event);
    case "UNDO_STEP":
      return undoStep(voucher, event);
    case "WITHHOLD":
      return withhold(voucher, event.reason, event.today);
    case "LAPSE":
      return lapse(voucher, event.today);
  }
}

function confirm(voucher: VoucherStatus, today: string): Transition {
  switch (voucher.state) {
    case "ISSUED":
      return today === voucher.serviceDate ? become(voucher, "CONFIRMED") : refuse("OTHER_DAY");
    case "CONFIRMED":
    case "COMPLETED":
      return refuse("ALREADY_DONE");
    case "WITHHELD":
    case "LAPSED":
      return refuse(voucher.state);
  }
}

function recordStep(voucher: VoucherStatus, event: VoucherEvent & { type: "RECORD_STEP" }): Transition {
  switch (voucher.state) {
    case "ISSUED":
      return refuse("NOT_CONFIRMED");
    case "WITHHELD":
    case "LAPSED":
      return refuse(voucher.state);
    case "CONFIRMED":
    case "COMPLETED": {
      if (voucher.steps[event.step] !== null) return refuse("ALREADY_DONE");
      if (event.today !== voucher.serviceDate) return refuse("OTHER_DAY");
      if (event.result === "SETTLED" && isBlank(event.reason)) return refuse("REASON_MISSING");
      const { result, by, at } = event;
      return withStep(voucher, event.step, { result, by, at });
    }
  }
}

/** Also the way back from COMPLETED to CONFIRMED. History is kept by the caller; the step is open again. */
function undoStep(voucher: VoucherStatus, event: VoucherEvent & { type: "UNDO_STEP" }): Transition {
  const record = voucher.steps[event.step];
  if (record === null) return refuse("NOT_RECORDED");
  const refusal = undoRefusal(record, event);
  return refusal === null ? withStep(voucher, event.step, null) : refuse(refusal);
}

/** Why a tap may not be taken back: its own officer may for a while, a supervisor with a written reason at any time. */
export function undoRefusal(
  record: NonNullable<StepRecord>,
  ask: Pick<VoucherEvent & { type: "UNDO_STEP" }, "by" | "supervisor" | "reason" | "at">,
): Extract<TransitionRefusal, "UNDO_TOO_LATE" | "NOT_YOURS" | "REASON_MISSING"> | null {
  const own = record.by === ask.by;
  if (own && ask.at - record.at <= OWN_UNDO_MS) return null;
  if (!ask.supervisor) return own ? "UNDO_TOO_LATE" : "NOT_YOURS";
  return isBlank(ask.reason) ? "REASON_MISSING" : null;
}

function withhold(voucher: VoucherStatus, reason: string | null, today: string): Transition {
  switch (voucher.state) {
    case "ISSUED":
    case "CONFIRMED":
    case "COMPLETED":
      if (recorded(voucher.steps) > 0) return refuse("STEPS_RECORDED");
      if (today !== voucher.serviceDate) return refuse("OTHER_DAY");
      return isBlank(reason) ? refuse("REASON_MISSING") : become(voucher, "WITHHELD");
    case "WITHHELD":
      return refuse("ALREADY_DONE");
    case "LAPSED":
      return refuse("LAPSED");
  }
}

function lapse(voucher: VoucherStatus, today: string): Transition {
  switch (voucher.state) {
    case "ISSUED":
      return today > voucher.serviceDate ? become(voucher, "LAPSED") : refuse("DAY_NOT_OVER");
    case "CONFIRMED":
    case "COMPLETED":
    case "LAPSED":
      return refuse("ALREADY_DONE");
    case "WITHHELD":
      return refuse("WITHHELD");
  }
}

function withStep(voucher: VoucherStatus, step: VoucherStep, record: StepRecord): Transition {
  const steps = { ...voucher.steps, [step]: record };
  const complete = recorded(steps) === VOUCHER_STEPS.length;
  return become({ ...voucher, steps }, complete ? "COMPLETED" : "CONFIRMED");
}

function recorded(steps: StepRecords): number {
  return VOUCHER_STEPS.filter((step) => steps[step] !== null).length;
}

function isBlank(reason: string | null): boolean {
  return reason === null || reason.trim() === "";
}

function become(voucher: VoucherStatus, state: VoucherState): Transition {
  return { ok: true, next: { ...voucher, state } };
}

function refuse(reason: TransitionRefusal): Transition {
  return { ok: false, reason };
}
