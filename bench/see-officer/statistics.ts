/** One answer: which cause it had, in which round it was asked, and how long it took (ms). */
export interface Sample {
  readonly cause: string;
  readonly round: number;
  readonly ms: number;
}

/** Numbers as by chance, the same from the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** In an order by chance. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const all = [...items];
  for (let last = all.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [all[last], all[other]] = [all[other] as T, all[last] as T];
  }
  return all;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)] ?? NaN, sorted[Math.ceil(place)] ?? NaN];
  return below + (above - below) * (place - Math.floor(place));
}
export const median = (values: readonly number[]) => quantile(values, 0.5);

/** Each answer against the median of its round, in which every cause was asked once: the machine's moods fall out. */
export function centred(samples: readonly Sample[]): Sample[] {
  const rounds = new Map<number, number[]>();
  for (const { round, ms } of samples) rounds.set(round, [...(rounds.get(round) ?? []), ms]);
  const middles = new Map([...rounds].map(([round, all]) => [round, median(all)]));
  return samples.map((one) => ({ ...one, ms: one.ms - (middles.get(one.round) ?? 0) }));
}

export function byCause(samples: readonly Sample[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const { cause, ms } of samples) {
    const group = groups.get(cause);
    if (group) group.push(ms);
    else groups.set(cause, [ms]);
  }
  return groups;
}

/** How often an answer of the one group is the slower of two, ties counted half: 0.5 tells nothing (Mann and Whitney). */
export function slowerShare(one: readonly number[], others: readonly number[]): number {
  const sorted = [...others].sort((left, right) => left - right);
  const below = (value: number, inclusive: boolean) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = sorted[middle] ?? Infinity;
      if (inclusive ? at <= value : at < value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const wins = one.reduce((sum, value) => sum + (below(value, false) + below(value, true)) / 2, 0);
  return wins / (one.length * others.length);
}

/** The furthest that any cause's share of slower answers lies from a half, each against all others. */
export function furthest(samples: readonly Sample[]): { readonly cause: string; readonly distance: number } {
  const groups = byCause(samples);
  let worst = { cause: "", distance: -1 };
  for (const [cause, own] of groups) {
    const others = [...groups].flatMap(([other, all]) => (other === cause ? [] : all));
    const distance = Math.abs(slowerShare(own, others) - 0.5);
    if (distance > worst.distance) worst = { cause, distance };
  }
  return worst;
}

/** The same answers with the causes of each round dealt out anew. */
function dealt(samples: readonly Sample[], random: () => number): Sample[] {
  const rounds = new Map<number, Sample[]>();
  for (const one of samples) rounds.set(one.round, [...(rounds.get(one.round) ?? []), one]);
  return [...rounds.values()].flatMap((round) => {
    const causes = shuffled(
      round.map(({ cause }) => cause),
      random,
    );
    return round.map((one, place) => ({ ...one, cause: causes[place] ?? one.cause }));
  });
}

/**
 * How likely chance alone puts some cause as far from the others as it was found: the share of rounds' causes dealt out
 * anew that come as far. Small means that time tells.
 */
export function permutationTest(samples: readonly Sample[], times: number, seed: number) {
  const random = chance(seed);
  const found = furthest(samples);
  const byChance = Array.from({ length: times }, () => furthest(dealt(samples, random)).distance);
  const asFar = byChance.filter((distance) => distance >= found.distance).length;
  return { ...found, p: (asFar + 1) / (times + 1), usual: median(byChance), far: quantile(byChance, 0.95) };
}

/** The difference of medians of a group to all others, with its 95 % interval by drawing anew (bootstrap). */
export function difference(own: readonly number[], others: readonly number[], times: number, seed: number) {
  const random = chance(seed);
  const draw = (values: readonly number[]) =>
    values.map(() => values[Math.floor(random() * values.length)] ?? 0);
  const drawn = Array.from({ length: times }, () => median(draw(own)) - median(draw(others)));
  return { ms: median(own) - median(others), from: quantile(drawn, 0.025), to: quantile(drawn, 0.975) };
}
