import type { Figures } from "./score";

interface Measured {
  readonly name: string;
  readonly predictions: number;
  readonly passed: number;
  readonly figures: Figures;
}

const three = (value: number) => (Number.isNaN(value) ? "–" : value.toFixed(3));
const minutes = (value: number) => (Number.isNaN(value) ? "–" : `${value.toFixed(0)} min`);
const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

/** The figures as they are, as a page of Markdown. */
export function report(measured: {
  readonly seed: number;
  readonly days: number;
  readonly earlierDays: number;
  readonly methods: readonly Measured[];
}): string {
  const { seed, days, earlierDays, methods } = measured;
  const own = methods.at(-1);
  const rest = methods.slice(0, -1).map(({ figures }) => figures.brier);
  const lines = [
    "# The hall's forecast, measured",
    "",
    `\`npm run bench:forecast -- --seed ${seed} --days ${days}\`: ${days} simulated days with a pace, crowd, staffing and disruptions of their own, looked at every five minutes. ${earlierDays} other days lay behind the hall: its profile is learned and the baselines are calibrated (logistic) on them. ${own?.predictions ?? 0} predictions about people still inside the promise; ${own?.passed ?? 0} of them came true.`,
    "",
    row([
      "",
      "Brier",
      "precision",
      "recall",
      "people: precision",
      "people: recall",
      "lead, median",
      "lead, lowest quarter",
    ]),
    row(["---", "---", "---", "---", "---", "---", "---", "---"]),
    ...methods.map(({ name, figures }) =>
      row([
        name,
        three(figures.brier),
        three(figures.precision),
        three(figures.recall),
        three(figures.peoplePrecision),
        three(figures.peopleRecall),
        minutes(figures.leadMedian),
        minutes(figures.leadQuarter),
      ]),
    ),
    "",
    "An alarm is a chance of one half or more. People: alarmed at least 15 minutes before the promise ran out. Lead: from that first alarm to the end of the promise, of those who did pass it.",
    "",
    `Brier score beside the better baseline: × ${three((own?.figures.brier ?? NaN) / Math.min(...rest))}.`,
    "",
    "## Calibration of Janji's chances",
    "",
    row(["said", "happened", "predictions"]),
    row(["---", "---", "---"]),
    ...(own?.figures.bins ?? []).map(({ said, happened, count }) =>
      row([three(said), three(happened), String(count)]),
    ),
    "",
  ];
  return lines.join("\n");
}
