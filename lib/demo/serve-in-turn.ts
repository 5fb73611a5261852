import "server-only";
import {
  COUNTERS,
  MISSED_CALL_PERCENT,
  MISSED_CALL_SECONDS,
  PAUSE_SECONDS,
  SERVICE_SECONDS,
} from "./hall-profile";
import type { Random } from "./random";
import type { Timeline } from "./types";

/** Someone in the hall; instants are epoch ms. */
export interface Waiting {
  readonly arrivedAt: number;
  readonly numberAt: number;
  readonly priority: boolean;
}

export type Service = Pick<Timeline, "calledAt" | "startedAt" | "completedAt">;

interface Hall {
  readonly random: Random;
  /** The instant of a local time of day. */
  readonly at: (time: string) => number;
  readonly outage: { readonly startedAt: number; readonly endedAt: number };
  /** When counters are staffed; the usual hours when left out. */
  readonly counters?: readonly (readonly { readonly opens: string; readonly closes: string }[])[];
  /** How long services take, in hundredths of the usual. */
  readonly slowness?: number;
}

interface Shift {
  freeAt: number;
  readonly closesAt: number;
}

/**
 * Plays the counters against the queue: whichever counter is free first calls whoever is next, the priority lane before
 * the others. Those who miss their call are called again later. People left when the counters close stay unserved.
 */
export function serveInTurn<T extends Waiting>(people: readonly T[], hall: Hall): Map<T, Service> {
  const { random, at } = hall;
  const served = new Map<T, Service>();
  const waiting = people.map((person) => ({ person, readyAt: person.numberAt, missed: false }));
  const shifts: Shift[] = (hall.counters ?? COUNTERS).flat().map(({ opens, closes }) => ({
    freeAt: at(opens),
    closesAt: at(closes),
  }));

  for (let shift = nextFree(shifts); shift !== null; shift = nextFree(shifts)) {
    const from = afterOutage(shift.freeAt, hall.outage);
    const present = waiting.filter((one) => one.readyAt <= from);
    const next = present.sort(byTurn)[0];
    if (next === undefined) {
      // Nobody is there: the counter looks again when the next person gets a number.
      shift.freeAt = Math.min(...waiting.map((one) => one.readyAt), Infinity);
      continue;
    }
    if (!next.missed && !next.person.priority && random.chance(MISSED_CALL_PERCENT)) {
      next.missed = true;
      next.readyAt = from + 1000 * random.between(MISSED_CALL_SECONDS.shortest, MISSED_CALL_SECONDS.longest);
      shift.freeAt = from + 1000 * PAUSE_SECONDS.longest;
      continue;
    }
    const calledAt = from;
    const startedAt = calledAt + 1000 * random.between(PAUSE_SECONDS.shortest, PAUSE_SECONDS.longest);
    const completedAt =
      startedAt +
      10 * (hall.slowness ?? 100) * random.between(SERVICE_SECONDS.shortest, SERVICE_SECONDS.longest);
    served.set(next.person, { calledAt, startedAt, completedAt });
    waiting.splice(waiting.indexOf(next), 1);
    shift.freeAt = completedAt;
  }
  return served;
}

function nextFree(shifts: readonly Shift[]): Shift | null {
  const open = shifts.filter((shift) => shift.freeAt < shift.closesAt);
  return open.reduce<Shift | null>((first, one) => (first && first.freeAt <= one.freeAt ? first : one), null);
}

function afterOutage(instant: number, outage: Hall["outage"]): number {
  return instant >= outage.startedAt && instant < outage.endedAt ? outage.endedAt : instant;
}

/** Whoever missed a call keeps the turn that their number gave them. */
function byTurn(a: { readonly person: Waiting }, b: { readonly person: Waiting }): number {
  if (a.person.priority !== b.person.priority) return a.person.priority ? -1 : 1;
  return a.person.numberAt - b.person.numberAt;
}
