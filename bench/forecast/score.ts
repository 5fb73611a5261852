import type { Prediction } from "./methods";

const ALARM = 0.5;
/** An alarm later than this leaves no time to open a counter. */
const USEFUL_MS = 15 * 60_000;

export interface Figures {
  readonly brier: number;
  /** Of all instants with an alarm: how many were right; of all that needed one: how many had it. */
  readonly precision: number;
  readonly recall: number;
  /** The same for people: alarmed at least 15 minutes before the promise passed. */
  readonly peoplePrecision: number;
  readonly peopleRecall: number;
  /** Minutes from the first alarm to the promise's end, of those who did pass it: median and lowest quarter. */
  readonly leadMedian: number;
  readonly leadQuarter: number;
  readonly bins: readonly { readonly said: number; readonly happened: number; readonly count: number }[];
}

const share = (part: number, whole: number) => (whole === 0 ? NaN : part / whole);

export function figures(predictions: readonly Prediction[]): Figures {
  const count = (test: (one: Prediction) => boolean) => predictions.filter(test).length;
  const right = count(({ chance, passed }) => chance >= ALARM && passed);
  const people = new Map<string, Prediction[]>();
  for (const one of predictions) {
    const key = `${one.day}/${one.ticketId}`;
    const own = people.get(key);
    if (own) own.push(one);
    else people.set(key, [one]);
  }
  const firsts = [...people.values()].map((own) => ({
    passed: own[0]?.passed ?? false,
    first: own.find(({ chance, left }) => chance >= ALARM && left >= USEFUL_MS) ?? null,
  }));
  const alarmed = firsts.filter(({ first }) => first !== null);
  const found = alarmed.filter(({ passed }) => passed);
  const leads = found.map(({ first }) => (first?.left ?? 0) / 60_000).sort((one, other) => one - other);
  const bins = Array.from({ length: 10 }, (_, bin) => {
    const inside = predictions.filter(({ chance }) => Math.min(9, Math.floor(chance * 10)) === bin);
    const total = (value: (one: Prediction) => number) => inside.reduce((sum, one) => sum + value(one), 0);
    return {
      said: share(
        total(({ chance }) => chance),
        inside.length,
      ),
      happened: share(
        total(({ passed }) => Number(passed)),
        inside.length,
      ),
      count: inside.length,
    };
  });
  return {
    brier: share(
      predictions.reduce((sum, { chance, passed }) => sum + (chance - Number(passed)) ** 2, 0),
      predictions.length,
    ),
    precision: share(
      right,
      count(({ chance }) => chance >= ALARM),
    ),
    recall: share(
      right,
      count(({ passed }) => passed),
    ),
    peoplePrecision: share(found.length, alarmed.length),
    peopleRecall: share(found.length, firsts.filter(({ passed }) => passed).length),
    leadMedian: leads[Math.floor(leads.length / 2)] ?? NaN,
    leadQuarter: leads[Math.floor(leads.length / 4)] ?? NaN,
    bins,
  };
}
