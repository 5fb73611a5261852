import "server-only";
import { instantOf } from "@/lib/office/local-time";
import { ARRIVALS, DESK_SECONDS, OUTAGE, PRIORITY_PERCENT } from "./hall-profile";
import { inventedBooking, inventedName } from "./invented-people";
import { seededRandom, type Random } from "./random";
import { serveInTurn, type Waiting } from "./serve-in-turn";
import { varyDay } from "./vary-day";
import type { ApplicantFacts, SimulatedApplicant, SimulatedDay } from "./types";

/** What makes a demo day: the same three give the same day, to the millisecond. */
export interface DayPlan {
  readonly seed: number;
  /** Local date `YYYY-MM-DD`. */
  readonly serviceDate: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Whether the day also differs from others in pace, crowd, staffing and disruption; the demo's days do not. */
  readonly varied?: boolean;
  /** Hundredths of the usual number of people, and of the usual length of a service; instead of the variety's own. */
  readonly crowd?: number;
  readonly slowness?: number;
}

/** A realistic day of about 150 invented applicants, from the doors at 07:00 to the last one served. Pure. */
export function simulateDay(plan: DayPlan): SimulatedDay {
  const random = seededRandom(plan.seed * 1_000_003 + Number(plan.serviceDate.replaceAll("-", "")));
  const at = (time: string) => instantOf(plan.serviceDate, time, plan.timeZone);
  const variety = plan.varied ? varyDay(random) : null;
  const disruption = variety?.outage ?? OUTAGE;
  const outage = { ...OUTAGE, startedAt: at(disruption.from), endedAt: at(disruption.to) };

  const arrivals = arrivalInstants(random, at, plan.crowd ?? variety?.crowd ?? 100);
  const oddities = oddFacts(random, arrivals.length);
  const waiting = arrivals.map((arrivedAt, index): Waiting & { facts: ApplicantFacts } => {
    const priority = random.chance(PRIORITY_PERCENT);
    const numberAt = arrivedAt + 1000 * random.between(DESK_SECONDS.shortest, DESK_SECONDS.longest);
    const facts = { ...applicantFacts(random, plan, index, priority), ...oddities.get(index) };
    return { arrivedAt, numberAt, priority, facts };
  });

  const queueNumbers = numbersByLane(waiting);
  const pace = plan.slowness === undefined ? {} : { slowness: plan.slowness };
  const timelines = serveInTurn(waiting, { random, at, outage, ...variety?.staffing, ...pace });
  const applicants = waiting.map((one, index): SimulatedApplicant => {
    const service = timelines.get(one) ?? { calledAt: null, startedAt: null, completedAt: null };
    const { arrivedAt, numberAt, facts } = one;
    return {
      facts,
      queueNumber: queueNumbers.get(index) ?? null,
      timeline: { arrivedAt, numberAt, ...service },
    };
  });
  const { system, reason, startedAt, endedAt } = outage;
  return { serviceDate: plan.serviceDate, applicants, outage: { system, reason, startedAt, endedAt } };
}

/** @param crowd hundredths of the usual number of people */
function arrivalInstants(random: Random, at: (time: string) => number, crowd: number): number[] {
  return ARRIVALS.flatMap(({ from, to, people }) => {
    const length = (at(to) - at(from)) / 1000;
    const count = Math.round((people * crowd) / 100) + random.between(-1, 1);
    return Array.from({ length: count }, () => at(from) + 1000 * random.between(0, length - 1));
  }).sort((a, b) => a - b);
}

function applicantFacts(random: Random, plan: DayPlan, index: number, priority: boolean): ApplicantFacts {
  const digits = String(index + 1).padStart(3, "0");
  const walkIn = priority && random.chance(80);
  const facts = {
    ticketId: `demo-${plan.serviceDate}-${plan.seed}-${digits}`,
    bookingCode: walkIn ? null : inventedBooking("HALL", plan.serviceDate, plan.seed % 100, index),
    serviceDate: plan.serviceDate,
    applicantName: inventedName(random),
    bookingChannel: walkIn ? "WALK_IN" : random.chance(90) ? "M_PASPOR" : "ONLINE_QUEUE",
    registeredInSmart: true,
    underReview: false,
  } as const;
  if (random.chance(4)) return { ...facts, applicationType: "OTHER", replacementReason: null };
  if (random.chance(58)) return { ...facts, applicationType: "NEW", replacementReason: null };
  const replacementReason = random.pick([
    "EXPIRED",
    "EXPIRED",
    "EXPIRED",
    "EXPIRED",
    "FULL",
    "FULL",
    "DATA_CHANGE",
    "DAMAGED",
    "LOST",
  ]);
  return { ...facts, applicationType: "REPLACEMENT", replacementReason };
}

/** A few of each thing that only an officer can settle, spread over the day: every day has them all. */
function oddFacts(random: Random, people: number): Map<number, Partial<ApplicantFacts>> {
  const odd: readonly Partial<ApplicantFacts>[] = [
    { underReview: true },
    { underReview: true },
    { underReview: true },
    { underReview: null },
    { registeredInSmart: false },
    { registeredInSmart: false },
    { registeredInSmart: null },
    { applicationType: null, replacementReason: null },
    { applicationType: null, replacementReason: null },
    { bookingChannel: null },
  ];
  const chosen = random.shuffled(Array.from({ length: people }, (_, index) => index));
  return new Map(odd.flatMap((facts, index) => [[chosen[index] ?? 0, facts] as const]));
}

/** B for bookings, D for the priority lane; each counts from 001 in the order in which numbers are given out. */
function numbersByLane(waiting: readonly Waiting[]): Map<number, string> {
  const counters = { B: 0, D: 0 };
  const order = waiting.map((one, index) => ({ one, index })).sort((a, b) => a.one.numberAt - b.one.numberAt);
  return new Map(
    order.map(({ one, index }) => {
      const lane = one.priority ? "D" : "B";
      counters[lane] += 1;
      return [index, `${lane}-${String(counters[lane]).padStart(3, "0")}`] as const;
    }),
  );
}
