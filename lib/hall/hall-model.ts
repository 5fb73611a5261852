import "server-only";

/** One biometric service of a day; instants are epoch ms, `completedAt` null while it goes on. */
export interface Service {
  /** When its person got their number. */
  readonly ticketAt: number;
  readonly startedAt: number;
  readonly completedAt: number | null;
}

/** What earlier days of this hall taught; bins are half hours of the local day, 48 of them. */
export interface LearnedDay {
  /** Milliseconds between two starts at one counter. */
  readonly cycleMs: number;
  /** Counters usually at work in each half hour, whenever somebody waited. */
  readonly counters: readonly number[];
}

/**
 * The numbers that the model cannot learn from one hall's days. Fitted on simulated days (bench/forecast) by Brier
 * score; the days that its report tells of are others.
 */
export const MODEL = {
  /** Services that the prior cycle is worth beside today's. */
  priorServices: 5,
  /** A day's own pace stays uncertain however many services are known. */
  mostServices: 100,
  /** Service is steadier than pure chance: stages of a service (Erlang). */
  stages: 1,
  /** How long the counters open now say anything of those open later. */
  memoryMs: 20 * 60_000,
  /** How much of a lead over the usual number of counters a day keeps (a power of their ratio). */
  leadKept: 0.5,
  /** Who is not there when called, and how long it then takes until they are called again. */
  missedShare: 0.03,
  missedMs: 37 * 60_000,
  missedStages: 8,
  /** A disruption that goes on will probably go on this long. */
  stallMs: 8 * 60_000,
  /** From service to the next call, with the way to the counter. */
  pauseMs: 50_000,
  /** What the count says is too sure, the more so the further ahead: counters open, people leave. On the log odds. */
  trust: 0.77,
  doubtPerHour: 0.54,
  /** Without earlier days: what one service takes with its pause. */
  cycleMs: 9.5 * 60_000,
} as const;

const HALF_HOUR_MS = 30 * 60_000;
const BINS = 48;
const SAMPLE_MS = 2 * 60_000;
/** Where a counter always has somebody before it, this share of its time is service. */
const BUSY = 0.88;
/** A service noted as begun and never as ended is not believed for longer than this. */
const LONGEST_SERVICE_MS = 30 * 60_000;

interface LearntFrom {
  readonly midnight: number;
  readonly services: readonly Service[];
}

/**
 * What a hall's earlier days teach of its pace and its counters; null when they hold too few services to say.
 * @param days the services of each day, with the instant of that day's local midnight (epoch ms).
 */
export function learnDays(days: readonly LearntFrom[]): LearnedDay | null {
  const used = days.filter(({ services }) => services.length >= 10);
  const ended = used.flatMap(({ services }) => services.filter(isSound));
  if (used.length < 3 || ended.length < 60) return null;
  const cycleMs = mean(ended.map(lengthOf)) + MODEL.pauseMs;
  const counters = Array.from({ length: BINS }, (_, bin) => mean(used.map((day) => countersIn(day, bin))));
  return { cycleMs, counters };
}

/**
 * How many counters a half hour of one day had: those at work while somebody waited, since an idle one says nothing of
 * whether it was open; where nobody ever waited, the most seen at work together.
 */
function countersIn({ midnight, services }: LearntFrom, bin: number): number {
  const from = midnight + bin * HALF_HOUR_MS;
  const near = services.filter(
    ({ ticketAt, completedAt }) => ticketAt < from + HALF_HOUR_MS && (completedAt ?? 0) > from,
  );
  const needed: number[] = [];
  let most = 0;
  for (let at = from; at < from + HALF_HOUR_MS; at += SAMPLE_MS) {
    const working = near.filter(
      ({ startedAt, completedAt }) => startedAt <= at && (completedAt ?? 0) > at,
    ).length;
    most = Math.max(most, working);
    if (near.some(({ ticketAt, startedAt }) => ticketAt <= at - SAMPLE_MS && startedAt > at))
      needed.push(working);
  }
  return needed.length > 0 ? mean(needed) / BUSY : most;
}

/** Which half hour of the local day an instant lies in. */
export function binOf(instant: number, midnight: number): number {
  return Math.min(BINS - 1, Math.max(0, Math.floor((instant - midnight) / HALF_HOUR_MS)));
}

/** Over this time back the most counters seen at work together are the open ones. */
const RECENT_MS = 6 * 60_000;

/**
 * How many counters are open: the most services under way together in the last minutes. The queue's data name no
 * counters; where it never says that a service ended, the pace of the starts says it.
 */
export function openCounters(services: readonly Service[], now: number, cycleMs: number): number {
  const begun = services.filter(({ startedAt }) => startedAt <= now);
  const long = begun.filter(({ startedAt }) => now - startedAt > LONGEST_SERVICE_MS);
  if (long.length >= 8 && long.every(({ completedAt }) => completedAt === null)) {
    const recent = begun.filter(({ startedAt }) => now - startedAt <= HALF_HOUR_MS);
    return Math.round((recent.length * cycleMs) / HALF_HOUR_MS);
  }
  const at = (instant: number) =>
    begun.filter(
      ({ startedAt, completedAt }) =>
        startedAt <= instant &&
        (completedAt === null ? instant - startedAt < LONGEST_SERVICE_MS : completedAt > instant),
    ).length;
  let most = 0;
  for (let back = 0; back <= RECENT_MS; back += 30_000) most = Math.max(most, at(now - back));
  return most;
}

/** Today's pace at one counter, drawn toward what is known from before: services seen, and counter time they took. */
export function paceOf(
  services: readonly Service[],
  now: number,
  priorCycleMs: number,
): { readonly count: number; readonly timeMs: number } {
  const ended = services.filter((service) => isSound(service) && (service.completedAt ?? Infinity) <= now);
  const count = MODEL.priorServices + ended.length;
  const timeMs = MODEL.priorServices * priorCycleMs + sum(ended.map((one) => lengthOf(one) + MODEL.pauseMs));
  const kept = Math.min(1, MODEL.mostServices / count);
  return { count: count * kept, timeMs: timeMs * kept };
}

const isSound = (service: Service) =>
  service.completedAt !== null &&
  service.completedAt > service.startedAt &&
  service.completedAt - service.startedAt <= LONGEST_SERVICE_MS;
const lengthOf = ({ startedAt, completedAt }: Service) => (completedAt ?? startedAt) - startedAt;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => (values.length === 0 ? 0 : sum(values) / values.length);
