import "server-only";

/**
 * The chance that fewer than `needed` events happen, when their number is a Poisson count whose pace is itself
 * uncertain: Gamma with `count` events seen in `time`, over `exposure` of the same unit (a negative binomial).
 * Falls as exposure grows, rises with `needed`.
 */
export function fewerThan(
  needed: number,
  pace: { readonly count: number; readonly time: number },
  exposure: number,
): number {
  if (needed <= 0) return 0;
  if (exposure <= 0) return 1;
  const success = pace.time / (pace.time + exposure);
  // Terms in logarithms: the first is tiny where the exposure is long.
  const step = Math.log1p(-success);
  let term = pace.count * Math.log(success);
  let total = Math.exp(term);
  for (let events = 1; events < needed; events += 1) {
    term += Math.log((pace.count + events - 1) / events) + step;
    total += Math.exp(term);
  }
  return Math.min(1, total);
}

/** The chance that an Erlang time of so many stages and this mean is longer than `span`. */
export function longerThan(span: number, meanTime: number, stages: number): number {
  if (span <= 0) return 1;
  const load = (span / meanTime) * stages;
  let term = -load;
  let total = Math.exp(term);
  for (let stage = 1; stage < stages; stage += 1) {
    term += Math.log(load / stage);
    total += Math.exp(term);
  }
  return Math.min(1, total);
}
