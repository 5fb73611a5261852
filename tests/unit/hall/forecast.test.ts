import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outlook } from "@/lib/hall/advice";
import { fewerThan, longerThan } from "@/lib/hall/chances";
import { forecast, type HallSituation } from "@/lib/hall/forecast";
import { learnDays, openCounters, type Service } from "@/lib/hall/hall-model";
import { turns } from "@/lib/hall/turns";

const MINUTE = 60_000;
const MIDNIGHT = Date.UTC(2026, 10, 23, 17);
const NOW = MIDNIGHT + 10.5 * 60 * MINUTE;
const ago = (minutes: number) => NOW - minutes * MINUTE;

/** Three counters, each serving ten minutes, without a pause, since 8:30; numbers were given two hours before. */
const SERVICES = [0, 1, 2].flatMap((counter) =>
  Array.from({ length: 12 }, (_, turn) => {
    const startedAt = ago(120 - turn * 10 - counter * 3);
    const completedAt = startedAt + 10 * MINUTE;
    const ticketAt = startedAt - 50 * MINUTE;
    return { lane: "B", ticketAt, startedAt, completedAt: completedAt <= NOW ? completedAt : null };
  }),
);

const person = (number: number, waited: number, lane = "B") => ({
  ticketId: `ticket-${String(number).padStart(3, "0")}`,
  lane,
  ticketAt: ago(waited),
  called: false,
});

const situation = (changes: Partial<HallSituation> = {}): HallSituation => ({
  now: NOW,
  midnight: MIDNIGHT,
  thresholdMs: 120 * MINUTE,
  waiting: Array.from({ length: 30 }, (_, index) => person(index, 60 - index * 2)),
  services: SERVICES,
  learned: null,
  disturbedSince: null,
  ...changes,
});

const chance = (of: HallSituation, id: string, more?: { more: number; from: number }) =>
  forecast(of, more ?? null).chances.get(id) ?? NaN;

const halls = fc.record({
  waits: fc.array(fc.integer({ min: 0, max: 119 }), { minLength: 1, maxLength: 60 }),
  counters: fc.integer({ min: 0, max: 8 }),
});
const hallOf = ({ waits, counters }: { waits: readonly number[]; counters: number }) =>
  situation({
    waiting: waits.map((waited, index) => person(index, waited)),
    // Whoever was served had come before all of them, so that nobody was passed over.
    services: SERVICES.map((service) => ({ ...service, ticketAt: service.startedAt - 300 * MINUTE })),
    counters,
  });

describe("the chance of passing the promise", () => {
  test("is a chance, and more counters never raise it, now or later", () => {
    fc.assert(
      fc.property(halls, fc.integer({ min: 0, max: 60 }), (hall, minutes) => {
        const of = hallOf(hall);
        const plain = forecast(of).chances;
        const wider = forecast({ ...of, counters: hall.counters + 1 }).chances;
        const later = forecast(of, { more: 1, from: NOW + minutes * MINUTE }).chances;
        for (const [id, value] of plain) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
          expect(wider.get(id)).toBeLessThanOrEqual(value + 1e-9);
          expect(later.get(id)).toBeLessThanOrEqual(value + 1e-9);
        }
      }),
    );
  });

  test("never falls while somebody waits longer at the same place in the queue", () => {
    fc.assert(
      fc.property(halls, fc.integer({ min: 1, max: 60 }), (hall, more) => {
        const of = hallOf(hall);
        // Everybody waits longer: no place changes.
        const longer = {
          ...of,
          waiting: of.waiting.map((one) => ({ ...one, ticketAt: one.ticketAt - more * MINUTE })),
        };
        const [before, after] = [forecast(of).chances, forecast(longer).chances];
        for (const [id, value] of before) expect(after.get(id)).toBeGreaterThanOrEqual(value - 1e-9);
      }),
    );
  });

  test("is small for the first in the queue, large for whom the counters cannot reach, and 1 once it has passed", () => {
    const of = situation({
      waiting: [person(0, 60), ...Array.from({ length: 60 }, (_, n) => person(n + 1, 40))],
    });
    expect(chance(of, "ticket-000")).toBeLessThan(0.1);
    expect(chance(of, "ticket-060")).toBeGreaterThan(0.9);
    expect(chance(situation({ waiting: [person(0, 121)] }), "ticket-000")).toBe(1);
  });

  test("takes a disruption for lost time, but not for closed counters", () => {
    const stopped = SERVICES.filter(({ completedAt }) => completedAt !== null && completedAt < ago(8));
    const during = situation({ services: stopped, disturbedSince: ago(15) });
    expect(forecast(during).counters).toBe(3);
    expect(chance(during, "ticket-020")).toBeGreaterThan(chance(situation(), "ticket-020"));
  });

  test("of somebody who was passed over hangs on being called again, not on their place", () => {
    const of = situation({ waiting: [person(0, 118), person(1, 30)] });
    const { turns: order } = turns(of.waiting, of.services, NOW);
    expect(order.map(({ passedAt }) => passedAt !== null)).toEqual([true, false]);
    expect(chance(of, "ticket-000")).toBeGreaterThan(0.3);
  });
});

describe("what would prevent it", () => {
  const crowded = situation({ waiting: Array.from({ length: 40 }, (_, index) => person(index, 75 - index)) });

  test("names counters, from when, and how many people they keep inside", () => {
    const { advice, preventions, expectedPast } = outlook(crowded);
    expect(advice).not.toBeNull();
    expect(advice?.from).toBeGreaterThanOrEqual(NOW + 5 * MINUTE);
    expect(((advice?.from ?? 0) - MIDNIGHT) % (5 * MINUTE)).toBe(0);
    expect(advice?.keeps).toBeGreaterThan(0);
    expect((advice?.keeps ?? 0) + (advice?.remaining ?? 0)).toBeCloseTo(expectedPast, -0.5);
    expect(preventions.size).toBeGreaterThan(0);
  });

  test("is nothing where nobody is in danger", () => {
    expect(outlook(situation({ waiting: [person(0, 10)] }))).toMatchObject({ advice: null });
  });
});

describe("what the hall's data tell", () => {
  test("open counters are the most seen at work together, also where ends are never told", () => {
    expect(openCounters(SERVICES, NOW, 10 * MINUTE)).toBe(3);
    const endless = SERVICES.map((service) => ({ ...service, completedAt: null }));
    expect(openCounters(endless, NOW, 10 * MINUTE)).toBe(3);
    expect(openCounters([], NOW, 10 * MINUTE)).toBe(0);
  });

  test("earlier days teach the pace and the usual counters, too few of them nothing", () => {
    const services: readonly Service[] = SERVICES.map((service) => ({
      ...service,
      completedAt: service.startedAt + 10 * MINUTE,
    }));
    const day = { midnight: MIDNIGHT, services };
    expect(learnDays([day, day])).toBeNull();
    const learned = learnDays([day, day, day]);
    expect(learned?.cycleMs).toBeGreaterThan(10 * MINUTE);
    expect(learned?.counters[18]).toBeGreaterThan(2.5);
    expect(learned?.counters[0]).toBe(0);
  });

  test("a lane that is called before the others is known by its waits", () => {
    const quick = [1, 2, 3, 4].map((n) => ({ lane: "D", ticketAt: ago(30 + n), startedAt: ago(28 + n) }));
    const { turns: order } = turns([person(0, 50), person(1, 5, "D")], [...SERVICES, ...quick], NOW);
    expect(order.map(({ person: { lane }, ahead }) => [lane, ahead])).toEqual([
      ["D", 0],
      ["B", 1],
    ]);
  });
});

test("the two distributions agree with values worked out otherwise", () => {
  // Poisson with an almost certain pace of 2 in the exposure: P(N < 2) = 3 e^-2.
  expect(fewerThan(2, { count: 1e7, time: 1e7 }, 2)).toBeCloseTo(3 * Math.exp(-2), 4);
  // One stage is an exponential time.
  expect(longerThan(3, 2, 1)).toBeCloseTo(Math.exp(-1.5), 9);
  expect([fewerThan(0, { count: 1, time: 1 }, 5), fewerThan(3, { count: 1, time: 1 }, 0)]).toEqual([0, 1]);
});
