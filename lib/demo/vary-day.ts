import "server-only";
import { COUNTERS } from "./hall-profile";
import type { Random } from "./random";

/** In what one day of a hall differs from the usual; times of day are local `HH:MM`. */
export interface DayVariety {
  /** Hundredths of the usual number of people. */
  readonly crowd: number;
  readonly staffing: {
    /** Hundredths of the usual length of a service. */
    readonly slowness: number;
    readonly counters: readonly (readonly { readonly opens: string; readonly closes: string }[])[];
  };
  readonly outage: { readonly from: string; readonly to: string };
}

const STAYS_AWAY_PERCENT = 8;
const OUTAGE_PERCENT = 35;

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/**
 * A day with a pace of its own: officers who are quicker or slower, come late, go early or stay away, a larger or
 * smaller crowd, and on some days a disruption at some hour. What a forecast cannot know beforehand.
 */
export function varyDay(random: Random): DayVariety {
  const slowness = random.between(76, 120);
  const crowd = random.between(58, 96);
  const counters = COUNTERS.map((shifts, index) => {
    // The first counter is always staffed: somebody is.
    if (index > 0 && random.chance(STAYS_AWAY_PERCENT)) return [];
    return shifts.map(({ opens, closes }) => ({
      opens: clock(minutesOf(opens) + random.between(-5, 25)),
      closes: clock(minutesOf(closes) + random.between(-20, 15)),
    }));
  });
  const begins = random.between(7 * 60 + 15, 14 * 60);
  const lasts = random.chance(OUTAGE_PERCENT) ? random.between(10, 50) : 0;
  const outage = { from: clock(begins), to: clock(begins + lasts) };
  return { crowd, staffing: { slowness, counters }, outage };
}
