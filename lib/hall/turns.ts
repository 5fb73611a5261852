import "server-only";

/** One person waiting for biometrics; `ticketAt` is epoch ms. */
export interface WaitingPerson {
  readonly ticketId: string;
  /** The letters of the queue number: a hall may call one lane before the others. */
  readonly lane: string;
  readonly ticketAt: number;
  /** Called, and on the way to a counter. */
  readonly called: boolean;
}

export interface Turn {
  readonly person: WaitingPerson;
  /** How many of those waiting will be called before them. */
  readonly ahead: number;
  /** Of a lane that is called before the others. */
  readonly fast: boolean;
  /** When somebody with a later number of the same lane was first served, if they were passed over (epoch ms). */
  readonly passedAt: number | null;
}

interface Served {
  readonly lane: string;
  readonly ticketAt: number;
  readonly startedAt: number;
}

/** So many later numbers served first mean that somebody was not there when called; one or two happen anyway. */
const PASSED_BY = 3;
/** A lane is fast when its people wait less than this share of what the others do. */
const FAST = 0.5;

/**
 * In which order those waiting will be called, read off today's services: fast lanes first, then by number. Whoever was
 * passed over keeps their place for the others' sake, but their own time no longer depends on it.
 */
export function turns(
  waiting: readonly WaitingPerson[],
  services: readonly Served[],
  now: number,
): { readonly turns: readonly Turn[]; readonly fastShare: number } {
  const fast = fastLanes(services, now);
  const begun = services.filter(({ startedAt }) => startedAt <= now);
  const ordered = [...waiting].sort(
    (one, other) =>
      Number(other.called) - Number(one.called) ||
      Number(fast.has(other.lane)) - Number(fast.has(one.lane)) ||
      one.ticketAt - other.ticketAt ||
      (one.ticketId < other.ticketId ? -1 : 1),
  );
  const passed = new Map(ordered.map((person) => [person, passedAt(person, begun)]));
  const before = { there: 0, passed: 0 };
  const result = ordered.map((person): Turn => {
    const since = passed.get(person) ?? null;
    const ahead = since === null ? before.there + Math.floor(before.passed / 2) : before.passed;
    before[since === null ? "there" : "passed"] += 1;
    return { person, ahead, fast: fast.has(person.lane), passedAt: since };
  });
  const fastServed = begun.filter(({ lane }) => fast.has(lane)).length;
  return { turns: result, fastShare: begun.length < 10 ? 0 : Math.min(0.5, fastServed / begun.length) };
}

function passedAt(person: WaitingPerson, begun: readonly Served[]): number | null {
  if (person.called) return null;
  const later = begun
    .filter(({ lane, ticketAt }) => lane === person.lane && ticketAt > person.ticketAt)
    .map(({ startedAt }) => startedAt)
    .sort((one, other) => one - other);
  return later.length >= PASSED_BY ? (later[0] ?? null) : null;
}

function fastLanes(services: readonly Served[], now: number): ReadonlySet<string> {
  const waits = new Map<string, number[]>();
  for (const { lane, ticketAt, startedAt } of services) {
    if (startedAt > now) continue;
    waits.set(lane, [...(waits.get(lane) ?? []), startedAt - ticketAt]);
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const busiest = [...waits.values()].sort((one, other) => other.length - one.length)[0] ?? [];
  return new Set(
    [...waits]
      .filter(([, own]) => own.length >= 3 && own !== busiest && mean(own) < FAST * mean(busiest))
      .map(([lane]) => lane),
  );
}
