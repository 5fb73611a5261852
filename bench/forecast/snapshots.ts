import { simulateDay } from "@/lib/demo/simulate-day";
import type { SimulatedDay } from "@/lib/demo/types";
import { instantOf } from "@/lib/office/local-time";
import type { HallSituation } from "@/lib/hall/forecast";
import { learnDays, type LearnedDay, type Service } from "@/lib/hall/hall-model";

const ZONE = "Asia/Jakarta";
const DATE = "2026-11-24";
export const THRESHOLD_MS = 2 * 60 * 60_000;
const EVERY_MS = 5 * 60_000;
/** Officers declare a disruption some minutes after it began. */
const DECLARED_AFTER_MS = 3 * 60_000;

const at = (time: string) => instantOf(DATE, time, ZONE);

/** The hall at one instant as its data show it, and who of those waiting will pass the promise in the end. */
export interface Snapshot {
  readonly day: number;
  readonly situation: HallSituation;
  readonly passes: ReadonlyMap<string, boolean>;
}

export const variedDay = (seed: number): SimulatedDay =>
  simulateDay({ seed, serviceDate: DATE, timeZone: ZONE, varied: true });

/** What a hall has learned from some days before. */
export function learn(days: readonly SimulatedDay[]): LearnedDay | null {
  const services = (day: SimulatedDay): Service[] =>
    day.applicants.flatMap(({ timeline: { numberAt, startedAt, completedAt } }) =>
      numberAt === null || startedAt === null ? [] : [{ ticketAt: numberAt, startedAt, completedAt }],
    );
  return learnDays(days.map((day) => ({ midnight: at("00:00"), services: services(day) })));
}

/** A day every five minutes: nothing in a situation is later than its instant. */
export function snapshotsOf(day: SimulatedDay, number: number, learned: LearnedDay | null): Snapshot[] {
  const people = day.applicants.flatMap(({ facts, queueNumber, timeline }) =>
    timeline.numberAt === null || queueNumber === null
      ? []
      : [
          {
            ...timeline,
            ticketAt: timeline.numberAt,
            ticketId: facts.ticketId,
            lane: queueNumber.slice(0, 1),
          },
        ],
  );
  const passes = new Map(
    people.map(({ ticketId, ticketAt, startedAt }) => [
      ticketId,
      startedAt === null || startedAt > ticketAt + THRESHOLD_MS,
    ]),
  );
  const { startedAt: outageFrom, endedAt: outageTo } = day.outage;
  const result: Snapshot[] = [];
  for (let now = at("07:45"); now <= at("16:00"); now += EVERY_MS) {
    const waiting = people
      .filter(({ ticketAt, startedAt }) => ticketAt <= now && (startedAt ?? Infinity) > now)
      // Whoever has passed the promise needs no forecast, but still stands in the queue.
      .map(({ ticketId, lane, ticketAt, calledAt }) => ({
        ticketId,
        lane,
        ticketAt,
        called: calledAt !== null && calledAt <= now,
      }));
    if (waiting.length === 0) continue;
    const services = people.flatMap(({ lane, ticketAt, startedAt, completedAt }) =>
      startedAt === null || startedAt > now
        ? []
        : [
            {
              lane,
              ticketAt,
              startedAt,
              completedAt: completedAt !== null && completedAt <= now ? completedAt : null,
            },
          ],
    );
    const disturbed = outageTo > outageFrom && outageFrom + DECLARED_AFTER_MS <= now && outageTo > now;
    const situation = {
      now,
      midnight: at("00:00"),
      thresholdMs: THRESHOLD_MS,
      waiting,
      services,
      learned,
      disturbedSince: disturbed ? outageFrom : null,
    };
    result.push({ day: number, situation, passes });
  }
  return result;
}
