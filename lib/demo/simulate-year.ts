import "server-only";
import { addDays } from "@/lib/office/local-time";
import { seededRandom } from "./random";
import { simulateDay } from "./simulate-day";
import type { SimulatedDay } from "./types";

/** What makes a demo year: the same plan gives the same days, to the millisecond. */
export interface YearPlan {
  readonly seed: number;
  /** Local date `YYYY-MM-DD` of its first day. */
  readonly from: string;
  /** How many service days it has. */
  readonly days: number;
  /** IANA name. */
  readonly timeZone: string;
  readonly isServiceDay: (date: string) => boolean;
}

/** Hundredths of the usual number of people: about 140 a day. */
const CROWD = { fewest: 82, most: 99 } as const;

/** Hundredths of the usual length of a service by month: two months in which nobody waits long, and the holidays' rush. */
const PACE: readonly (readonly [quickest: number, slowest: number])[] = [
  [60, 84],
  [34, 38],
  [60, 80],
  [62, 84],
  [66, 90],
  [70, 96],
  [66, 90],
  [58, 78],
  [34, 38],
  [58, 80],
  [62, 84],
  [70, 98],
];

/** The service days of a pretended year, one after the other, each with a crowd, a pace and perhaps a disruption. Pure. */
export function* simulateYear(plan: YearPlan): Generator<SimulatedDay> {
  const { seed, timeZone } = plan;
  const random = seededRandom(seed);
  let given = 0;
  for (let date = plan.from; given < plan.days; date = addDays(date, 1)) {
    if (!plan.isServiceDay(date)) continue;
    given += 1;
    const [quickest, slowest] = PACE[Number(date.slice(5, 7)) - 1] ?? [80, 100];
    const crowd = random.between(CROWD.fewest, CROWD.most);
    const slowness = random.between(quickest, slowest);
    yield simulateDay({ seed, serviceDate: date, timeZone, varied: true, crowd, slowness });
  }
}
