import "server-only";
import { fewerThan, longerThan } from "./chances";
import { binOf, MODEL, openCounters, paceOf, type LearnedDay, type Service } from "./hall-model";
import { turns, type Turn, type WaitingPerson } from "./turns";

/** All that the forecast may depend on; instants are epoch ms. */
export interface HallSituation {
  readonly now: number;
  /** The service date's local midnight. */
  readonly midnight: number;
  readonly thresholdMs: number;
  readonly waiting: readonly WaitingPerson[];
  /** Today's services begun so far, with the lane and number time of whom they served. */
  readonly services: readonly (Service & { readonly lane: string })[];
  readonly learned: LearnedDay | null;
  /** Since when a declared disruption goes on (epoch ms); null when none does. */
  readonly disturbedSince: number | null;
  /** How many counters are open; left out, it is estimated from the services. */
  readonly counters?: number;
}

/** More counters from an instant on. */
export interface Extra {
  readonly more: number;
  readonly from: number;
}

export interface Forecast {
  readonly counters: number;
  /** By ticket id: the chance, 0 to 1, that biometric service starts after the promise. */
  readonly chances: ReadonlyMap<string, number>;
}

const STEP_MS = 5 * 60_000;

/**
 * For each person waiting, the chance of passing the promise: that fewer services start than people are before them,
 * in the time that they have left, tempered by how far ahead that is. Starts come at today's pace a counter (drawn toward earlier days), at the counters
 * open now and, the later the more, at those usually open at that hour. A person who was passed over waits for being
 * called again instead. Pure; never rises with more counters, never falls as time passes without a service.
 */
export function forecast(situation: HallSituation, extra: Extra | null = null): Forecast {
  const { now, thresholdMs, waiting, services, learned } = situation;
  const priorCycleMs = learned?.cycleMs ?? MODEL.cycleMs;
  const counters = situation.counters ?? countersOf(situation, priorCycleMs);
  const { count, timeMs } = paceOf(services, now, priorCycleMs);
  // A service in stages is steadier than chance; how sure the day's pace is stays as it was.
  const pace = { count, time: timeMs / MODEL.stages };
  const queue = turns(waiting, services, now);
  const capacity = capacityOf(situation, counters, extra);
  const chanceBy = (turn: Turn, left: number): number => {
    const exposure = capacity(left) * (turn.fast ? 1 : 1 - queue.fastShare);
    // The services under way are half over on average.
    const needed = Math.round(MODEL.stages * (turn.ahead + 1) - (MODEL.stages - 1) / 2);
    return fewerThan(needed, pace, exposure);
  };
  const chances = queue.turns.map((turn): [string, number] => {
    const left = turn.person.ticketAt + thresholdMs - now;
    if (left < 0) return [turn.person.ticketId, 1];
    if (turn.passedAt !== null) {
      const since = now - turn.passedAt;
      const still = longerThan(since + left, MODEL.missedMs, MODEL.missedStages);
      const already = longerThan(since, MODEL.missedMs, MODEL.missedStages);
      const returns = already < 1e-9 ? 1 : still / already;
      // Back in the hall they are served with their old turn, so only a full counter holds them.
      return [turn.person.ticketId, tempered(Math.max(returns, chanceBy(turn, left)), left)];
    }
    const onTime = chanceBy(turn, left);
    const missed = turn.person.called || turn.fast ? 0 : MODEL.missedShare;
    const late = chanceBy(turn, left - MODEL.missedMs);
    return [turn.person.ticketId, tempered((1 - missed) * onTime + missed * late, left)];
  });
  return { counters, chances: new Map(chances) };
}

const HOUR_MS = 3_600_000;
/** Beyond these odds nothing is told apart. */
const SUREST = 1e-4;

/** A chance on the days as they were: rises with the counted one, and as the time left shrinks. */
function tempered(chance: number, left: number): number {
  const counted = Math.min(1 - SUREST, Math.max(SUREST, chance));
  const odds = MODEL.trust * Math.log(counted / (1 - counted)) - (MODEL.doubtPerHour * left) / HOUR_MS;
  return 1 / (1 + Math.exp(-odds));
}

/** The counters open now; a disruption empties them without closing them, so those before it count as well. */
function countersOf({ services, now, disturbedSince }: HallSituation, cycleMs: number): number {
  const before = disturbedSince === null ? 0 : openCounters(services, disturbedSince, cycleMs);
  return Math.max(before, openCounters(services, now, cycleMs));
}

/** Counter time (ms) that the hall offers from now until `left` ms later. */
function capacityOf(
  { now, midnight, learned, disturbedSince }: HallSituation,
  counters: number,
  extra: Extra | null,
): (left: number) => number {
  const usualNow = learned?.counters[binOf(now, midnight)] ?? 0;
  const usually = (instant: number) => {
    const usual = learned?.counters[binOf(instant, midnight)];
    if (usual === undefined) return counters;
    // A day with more counters than usual probably keeps some of that lead.
    return usualNow > 0.5
      ? usual * Math.max(0.25, Math.min(4, counters / usualNow)) ** MODEL.leadKept
      : usual;
  };
  const rate = (instant: number) => {
    const known = Math.exp(-(instant - now) / MODEL.memoryMs);
    const more = extra && instant >= extra.from ? extra.more : 0;
    return known * counters + (1 - known) * usually(instant) + more;
  };
  return (left) => {
    const from = now + (disturbedSince === null ? 0 : MODEL.stallMs);
    let total = 0;
    for (let at = from; at < now + left; at += STEP_MS) {
      const length = Math.min(STEP_MS, now + left - at);
      total += length * rate(at + length / 2);
    }
    return total;
  };
}
