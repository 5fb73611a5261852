import { describe, expect, it } from "vitest";
import {
  NO_STEPS,
  OWN_UNDO_MS,
  transition,
  VOUCHER_STEPS,
  type StepRecord,
  type VoucherEvent,
  type VoucherState,
  type VoucherStatus,
  type VoucherStep,
} from "@/lib/rules/voucher-states";
import { at, DAY } from "./given";

const TOMORROW = "2026-03-11";
const YESTERDAY = "2026-03-09";
const DONE: StepRecord = { result: "DONE", by: "ani", at: at("11:10") };
const ALL_DONE = { APOLOGY: DONE, SOUVENIR: DONE, PRIORITY: DONE };

const aVoucher = (state: VoucherState, steps: Partial<VoucherStatus["steps"]> = {}): VoucherStatus => ({
  state,
  serviceDate: DAY,
  steps: { ...(state === "COMPLETED" ? ALL_DONE : NO_STEPS), ...steps },
});
type Fields<Type extends VoucherEvent["type"]> = Partial<Extract<VoucherEvent, { type: Type }>>;
const record = (step: VoucherStep, changes: Fields<"RECORD_STEP"> = {}): VoucherEvent => ({
  type: "RECORD_STEP",
  step,
  result: "DONE",
  reason: null,
  by: "ani",
  at: at("11:10"),
  today: DAY,
  ...changes,
});
const undo = (step: VoucherStep, changes: Fields<"UNDO_STEP"> = {}): VoucherEvent => ({
  type: "UNDO_STEP",
  step,
  by: "ani",
  supervisor: false,
  reason: null,
  at: at("11:12"),
  ...changes,
});
const refused = (reason: string) => ({ ok: false, reason });

describe("confirming", () => {
  it("given ISSUED today, then CONFIRMED", () => {
    const voucher = aVoucher("ISSUED");
    expect(transition(voucher, { type: "CONFIRM", today: DAY })).toEqual({
      ok: true,
      next: { ...voucher, state: "CONFIRMED" },
    });
  });

  it.each([TOMORROW, YESTERDAY])("given ISSUED for another day than %s, then refused", (today) => {
    expect(transition(aVoucher("ISSUED"), { type: "CONFIRM", today })).toEqual(refused("OTHER_DAY"));
  });

  it.each([
    ["CONFIRMED", "ALREADY_DONE"],
    ["COMPLETED", "ALREADY_DONE"],
    ["WITHHELD", "WITHHELD"],
    ["LAPSED", "LAPSED"],
  ] as const)("given %s, then refused as %s", (state, reason) => {
    expect(transition(aVoucher(state), { type: "CONFIRM", today: DAY })).toEqual(refused(reason));
  });
});

describe("recording a step", () => {
  it.each(VOUCHER_STEPS)("given CONFIRMED, then %s is recorded with who and when", (step) => {
    expect(transition(aVoucher("CONFIRMED"), record(step))).toEqual({
      ok: true,
      next: { state: "CONFIRMED", serviceDate: DAY, steps: { ...NO_STEPS, [step]: DONE } },
    });
  });

  it("given the other two done or settled, then the third completes", () => {
    const settled = { ...DONE, result: "SETTLED" } as const;
    const voucher = aVoucher("CONFIRMED", { APOLOGY: DONE, PRIORITY: settled });
    expect(transition(voucher, record("SOUVENIR"))).toEqual({
      ok: true,
      next: {
        state: "COMPLETED",
        serviceDate: DAY,
        steps: { APOLOGY: DONE, SOUVENIR: DONE, PRIORITY: settled },
      },
    });
  });

  it("given a settlement, then it needs a reason in words", () => {
    const settle = (reason: string | null) =>
      transition(aVoucher("CONFIRMED"), record("SOUVENIR", { result: "SETTLED", reason }));
    expect(settle(null)).toEqual(refused("REASON_MISSING"));
    expect(settle(" \n")).toEqual(refused("REASON_MISSING"));
    expect(settle("Persediaan habis")).toMatchObject({
      ok: true,
      next: { state: "CONFIRMED", steps: { SOUVENIR: { result: "SETTLED", by: "ani" } } },
    });
  });

  it("given a promise, then no reason is needed, it counts as recorded, and undoing opens the step again", () => {
    const before = aVoucher("CONFIRMED", { APOLOGY: DONE, PRIORITY: DONE });
    const promised = transition(before, record("SOUVENIR", { result: "PROMISED", reason: null }));
    expect(promised).toMatchObject({
      ok: true,
      next: { state: "COMPLETED", steps: { SOUVENIR: { result: "PROMISED", by: "ani" } } },
    });
    if (!promised.ok) return;
    expect(transition(promised.next, undo("SOUVENIR"))).toEqual({ ok: true, next: before });
  });

  it("given the step recorded already, then refused, also after the day", () => {
    const voucher = aVoucher("CONFIRMED", { APOLOGY: DONE });
    expect(transition(voucher, record("APOLOGY", { by: "budi", today: TOMORROW }))).toEqual(
      refused("ALREADY_DONE"),
    );
    expect(transition(aVoucher("COMPLETED"), record("SOUVENIR"))).toEqual(refused("ALREADY_DONE"));
  });

  it.each([TOMORROW, YESTERDAY])("given CONFIRMED but today is %s, then refused", (today) => {
    expect(transition(aVoucher("CONFIRMED"), record("APOLOGY", { today }))).toEqual(refused("OTHER_DAY"));
  });

  it.each([
    ["ISSUED", "NOT_CONFIRMED"],
    ["WITHHELD", "WITHHELD"],
    ["LAPSED", "LAPSED"],
  ] as const)("given %s, then refused as %s", (state, reason) => {
    expect(transition(aVoucher(state), record("APOLOGY"))).toEqual(refused(reason));
  });
});

describe("undoing a step", () => {
  const confirmed = aVoucher("CONFIRMED", { APOLOGY: DONE });
  const after = (ms: number) => at("11:10") + ms;
  const undone = { ok: true, next: aVoucher("CONFIRMED") };

  it("given one's own tap, then within 15 minutes and not later", () => {
    expect(OWN_UNDO_MS).toBe(900_000);
    expect(transition(confirmed, undo("APOLOGY", { at: after(OWN_UNDO_MS) }))).toEqual(undone);
    expect(transition(confirmed, undo("APOLOGY", { at: after(OWN_UNDO_MS + 1) }))).toEqual(
      refused("UNDO_TOO_LATE"),
    );
  });

  it("given a colleague's tap, then an officer may not, whatever the reason", () => {
    expect(transition(confirmed, undo("APOLOGY", { by: "budi", reason: "keliru" }))).toEqual(
      refused("NOT_YOURS"),
    );
  });

  it("given a supervisor, then any time with a reason", () => {
    const late = { by: "citra", supervisor: true, at: after(30 * 24 * 3_600_000) };
    expect(transition(confirmed, undo("APOLOGY", { ...late, reason: "salah orang" }))).toEqual(undone);
    expect(transition(confirmed, undo("APOLOGY", late))).toEqual(refused("REASON_MISSING"));
    expect(transition(confirmed, undo("APOLOGY", { ...late, reason: "  " }))).toEqual(
      refused("REASON_MISSING"),
    );
  });

  it("given a supervisor's own tap, then a reason is needed only after 15 minutes", () => {
    const own = { supervisor: true };
    expect(transition(confirmed, undo("APOLOGY", own))).toEqual(undone);
    expect(transition(confirmed, undo("APOLOGY", { ...own, at: after(OWN_UNDO_MS + 1) }))).toEqual(
      refused("REASON_MISSING"),
    );
  });

  it("given COMPLETED, then back to CONFIRMED with the other steps as they were", () => {
    expect(transition(aVoucher("COMPLETED"), undo("SOUVENIR"))).toEqual({
      ok: true,
      next: { state: "CONFIRMED", serviceDate: DAY, steps: { ...ALL_DONE, SOUVENIR: null } },
    });
  });

  it.each(["ISSUED", "CONFIRMED", "WITHHELD", "LAPSED"] as const)(
    "given %s without the step, then there is nothing to undo",
    (state) => {
      expect(transition(aVoucher(state), undo("APOLOGY", { supervisor: true, reason: "x" }))).toEqual(
        refused("NOT_RECORDED"),
      );
    },
  );
});

describe("withholding", () => {
  const withhold = (voucher: VoucherStatus, reason: string | null = "Berkas tidak lengkap", today = DAY) =>
    transition(voucher, { type: "WITHHOLD", reason, today });

  it.each(["ISSUED", "CONFIRMED"] as const)(
    "given %s and no step, then WITHHELD with a reason only",
    (state) => {
      expect(withhold(aVoucher(state))).toEqual({ ok: true, next: aVoucher("WITHHELD") });
      expect(withhold(aVoucher(state), null)).toEqual(refused("REASON_MISSING"));
      expect(withhold(aVoucher(state), "")).toEqual(refused("REASON_MISSING"));
      expect(withhold(aVoucher(state), "x", TOMORROW)).toEqual(refused("OTHER_DAY"));
      expect(withhold(aVoucher(state), "x", YESTERDAY)).toEqual(refused("OTHER_DAY"));
    },
  );

  it("given a step recorded, then it is too late", () => {
    expect(withhold(aVoucher("CONFIRMED", { APOLOGY: DONE }))).toEqual(refused("STEPS_RECORDED"));
    expect(withhold(aVoucher("COMPLETED"))).toEqual(refused("STEPS_RECORDED"));
  });

  it("given an end already, then refused", () => {
    expect(withhold(aVoucher("WITHHELD"))).toEqual(refused("ALREADY_DONE"));
    expect(withhold(aVoucher("LAPSED"))).toEqual(refused("LAPSED"));
  });
});

describe("lapsing", () => {
  it("given ISSUED, then only once its service date has ended", () => {
    expect(transition(aVoucher("ISSUED"), { type: "LAPSE", today: TOMORROW })).toEqual({
      ok: true,
      next: aVoucher("LAPSED"),
    });
    expect(transition(aVoucher("ISSUED"), { type: "LAPSE", today: DAY })).toEqual(refused("DAY_NOT_OVER"));
    expect(transition(aVoucher("ISSUED"), { type: "LAPSE", today: YESTERDAY })).toEqual(
      refused("DAY_NOT_OVER"),
    );
  });

  it.each([
    ["CONFIRMED", "ALREADY_DONE"],
    ["COMPLETED", "ALREADY_DONE"],
    ["LAPSED", "ALREADY_DONE"],
    ["WITHHELD", "WITHHELD"],
  ] as const)("given %s, then it does not lapse", (state, reason) => {
    expect(transition(aVoucher(state), { type: "LAPSE", today: TOMORROW })).toEqual(refused(reason));
  });
});
