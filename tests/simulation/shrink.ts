import type { Failure } from "./run-day";
import type { Act, Day, Moment } from "./world";

const withMoments = (day: Day, moments: readonly Moment[]): Day => ({
  ...day,
  moments: moments.filter(({ acts }) => acts.length > 0),
});

/** Simpler acts than this one, the simplest first. */
function simpler(act: Act): Act[] {
  const { fault, copies, again } = act;
  if (!fault && copies === 1 && !again) return [];
  return [
    { ...act, fault: null, copies: 1, again: false },
    { ...act, fault: null },
    { ...act, copies: 1 },
  ];
}

/**
 * Takes away from a failing day whatever it fails without: moments in halves, quarters and so on, then single acts, then
 * faults. What remains need not fail in the same way, only fail.
 * @param limitMs stops with the best so far after this time of the system's clock.
 */
export async function shrink(
  day: Day,
  failure: Failure,
  run: (day: Day) => Promise<Failure | null>,
  limitMs = 60_000,
): Promise<{ readonly day: Day; readonly failure: Failure }> {
  let best = {
    day: withMoments(
      day,
      day.moments.filter(({ at }) => at <= failure.at),
    ),
    failure,
  };
  const until = performance.now() + limitMs;
  const attempt = async (candidate: Day): Promise<boolean> => {
    if (performance.now() > until) return false;
    const found = await run(candidate);
    if (found) best = { day: candidate, failure: found };
    return found !== null;
  };
  for (
    let size = Math.ceil(best.day.moments.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  )
    for (let from = best.day.moments.length - size; from > -size; from -= size) {
      const { moments } = best.day;
      const start = Math.max(0, from);
      await attempt(
        withMoments(day, [...moments.slice(0, start), ...moments.slice(Math.max(0, from + size))]),
      );
    }
  const replaced = (moment: number, acts: readonly Act[]) =>
    withMoments(
      day,
      best.day.moments.map((one, index) => (index === moment ? { ...one, acts } : one)),
    );
  for (let moment = best.day.moments.length - 1; moment >= 0; moment -= 1) {
    const { length } = best.day.moments[moment]?.acts ?? [];
    for (let act = length - 1; act >= 0; act -= 1) {
      const acts = best.day.moments[moment]?.acts ?? [];
      const one = acts[act];
      if (!one || (acts.length > 1 && (await attempt(replaced(moment, acts.toSpliced(act, 1)))))) continue;
      for (const other of simpler(one))
        if (await attempt(replaced(moment, acts.toSpliced(act, 1, other)))) break;
    }
  }
  if (best.day.removal) await attempt({ ...best.day, removal: null });
  return best;
}

const clock = (at: number) =>
  new Date(at).toISOString().slice(11, 23) + (at >= 86_400_000 ? " next day" : "");

/** A failing day for people: how to replay it, what is left of it, and what did not hold. */
export function told(
  seed: number,
  { day, failure }: { readonly day: Day; readonly failure: Failure },
): string {
  const people = new Set(
    day.moments.flatMap(({ acts }) =>
      acts.flatMap((act) =>
        "person" in act ? [act.person] : act.do === "deliver" ? act.items.map(({ person }) => person) : [],
      ),
    ),
  );
  const dull = (key: string, value: unknown) => (value === null || value === undefined ? undefined : value);
  return [
    `Day ${seed} fails (npm run simulate -- --seed ${seed} --days 1). The smallest that still does:`,
    ...day.people.flatMap((person, index) =>
      people.has(index) ? [`  person ${index}: ${JSON.stringify(person.tickets, dull)}`] : [],
    ),
    ...day.moments.flatMap(({ at, acts }) =>
      acts.map((act) => `  ${clock(at)} ${JSON.stringify(act, dull)}`),
    ),
    ...(day.removal ? [`  removal of personal data: ${JSON.stringify(day.removal)}`] : []),
    `At ${clock(failure.at)}:`,
    ...failure.violations.map((violation) => `  ${violation}`),
  ].join("\n");
}
