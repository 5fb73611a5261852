import { forecast, type HallSituation } from "@/lib/hall/forecast";
import { MODEL, openCounters } from "@/lib/hall/hall-model";
import { THRESHOLD_MS, type Snapshot } from "./snapshots";

/** One prediction: a score before its result is known, and the result. */
export interface Prediction {
  readonly day: number;
  readonly ticketId: string;
  readonly now: number;
  /** Milliseconds until the promise passes. */
  readonly left: number;
  readonly chance: number;
  readonly passed: boolean;
}

export type Score = (situation: HallSituation) => ReadonlyMap<string, number>;

/** What an officer sees without any model: how much of the promise has gone. */
export const elapsedTime: Score = ({ waiting, now }) =>
  new Map(waiting.map(({ ticketId, ticketAt }) => [ticketId, (now - ticketAt) / THRESHOLD_MS]));

/** The usual estimate of queue displays: people before you, times the mean service time, over the open counters. */
export const positionTimesService: Score = ({ waiting, services, now, learned }) => {
  const ended = services.flatMap(({ startedAt, completedAt }) =>
    completedAt === null ? [] : completedAt - startedAt + MODEL.pauseMs,
  );
  const usual = learned?.cycleMs ?? MODEL.cycleMs;
  const service =
    ended.length < 5 ? usual : ended.reduce((total, length) => total + length, 0) / ended.length;
  const counters = Math.max(1, openCounters(services, now, service));
  const ordered = [...waiting].sort((one, other) => one.ticketAt - other.ticketAt);
  return new Map(
    ordered.map(({ ticketId, ticketAt }, position) => [
      ticketId,
      (now - ticketAt + ((position + 1) * service) / counters) / THRESHOLD_MS,
    ]),
  );
};

/** The product's own, as the hall page shows it. */
export const janji: Score = (situation) => forecast(situation).chances;

/** Every prediction about somebody still inside the promise. */
export function predict(snapshots: readonly Snapshot[], score: Score): Prediction[] {
  return snapshots.flatMap(({ day, situation, passes }) => {
    const scores = score(situation);
    return situation.waiting.flatMap(({ ticketId, ticketAt }) => {
      const left = ticketAt + THRESHOLD_MS - situation.now;
      const passed = passes.get(ticketId);
      if (left < 0 || passed === undefined) return [];
      return { day, ticketId, now: situation.now, left, chance: scores.get(ticketId) ?? 0, passed };
    });
  });
}

/**
 * A baseline's score as a chance: the logistic curve that fits earlier days best. Without it a baseline could not be
 * compared by Brier score at all; it gets every advantage of calibration.
 */
export function calibrated(score: Score, training: readonly Snapshot[]): Score {
  const known = predict(training, score);
  let [slope, shift] = [1, 0];
  for (let round = 0; round < 60; round += 1) {
    // Newton's method on the log-likelihood of two parameters.
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-9, 0, 1e-9];
    for (const { chance: x, passed } of known) {
      const p = 1 / (1 + Math.exp(-(shift + slope * x)));
      const [residual, weight] = [Number(passed) - p, p * (1 - p)];
      g0 += residual;
      g1 += residual * x;
      h00 += weight;
      h01 += weight * x;
      h11 += weight * x * x;
    }
    const determinant = h00 * h11 - h01 * h01;
    shift += (h11 * g0 - h01 * g1) / determinant;
    slope += (h00 * g1 - h01 * g0) / determinant;
  }
  return (situation) =>
    new Map([...score(situation)].map(([id, x]) => [id, 1 / (1 + Math.exp(-(shift + slope * x)))]));
}
