import "server-only";
import { forecast, type HallSituation } from "./forecast";
import type { Advice, ChanceWord, Prevention } from "./types";

/** Opening a counter takes somebody's walk and a login. */
const LEAD_MS = 5 * 60_000;
const ROUND_MS = 5 * 60_000;
const MOST_MORE = 3;
/** From here on a chance is called likely, and help is looked for. */
export const LIKELY = 0.5;

/** A chance in words: what an officer can act on, not a percentage that pretends to be exact. */
export function chanceWord(chance: number): ChanceWord {
  if (chance >= 0.85) return "ALMOST_SURE";
  if (chance >= LIKELY) return "LIKELY";
  return chance >= 0.2 ? "POSSIBLE" : "UNLIKELY";
}

export interface Outlook {
  readonly counters: number;
  readonly chances: ReadonlyMap<string, number>;
  readonly preventions: ReadonlyMap<string, Prevention>;
  /** How many of those still inside the promise are expected to pass it. */
  readonly expectedPast: number;
  readonly advice: Advice | null;
}

/** The forecast with what would change it: the smallest number of further counters that keeps people inside. Pure. */
export function outlook(situation: HallSituation): Outlook {
  const { now, thresholdMs, waiting } = situation;
  const plain = forecast(situation);
  const inside = waiting.filter(({ ticketAt }) => ticketAt + thresholdMs >= now);
  const expected = (chances: ReadonlyMap<string, number>) =>
    inside.reduce((total, { ticketId }) => total + (chances.get(ticketId) ?? 0), 0);
  const expectedPast = expected(plain.chances);
  const from = Math.ceil((now + LEAD_MS) / ROUND_MS) * ROUND_MS;
  const preventions = new Map<string, Prevention>();
  const inNeed = inside.filter(({ ticketId }) => (plain.chances.get(ticketId) ?? 0) >= LIKELY);
  let advice: Advice | null = null;
  if (inNeed.length > 0) {
    for (let more = 1; more <= MOST_MORE; more += 1) {
      const helped = forecast({ ...situation, counters: plain.counters }, { more, from });
      for (const { ticketId } of inNeed) {
        if (preventions.has(ticketId) || (helped.chances.get(ticketId) ?? 1) >= LIKELY) continue;
        preventions.set(ticketId, { kind: "COUNTERS", more });
      }
      const remaining = expected(helped.chances);
      const keeps = Math.round(expectedPast - remaining);
      // A further counter must be worth a person more than the advice before it.
      if (keeps >= (advice?.keeps ?? 0) + 1 && (advice === null || advice.remaining >= 1)) {
        advice = { more, from, keeps, remaining: Math.round(remaining) };
      }
    }
    for (const { ticketId } of inNeed) {
      if (!preventions.has(ticketId)) preventions.set(ticketId, { kind: "CALL_FIRST" });
    }
  }
  return { counters: plain.counters, chances: plain.chances, preventions, expectedPast, advice };
}
