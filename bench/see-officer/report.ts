import { CAUSES } from "../../tests/support/see-officer";
import {
  byCause,
  centred,
  difference,
  median,
  permutationTest,
  quantile,
  slowerShare,
  type Sample,
} from "./statistics";

const TIMES = 500;
const ms = (value: number) => value.toFixed(2);
const signed = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;

export interface Measured {
  readonly samples: readonly Sample[];
  readonly control: readonly Sample[];
  readonly machine: string;
  readonly rounds: number;
  readonly each: number;
  readonly sizes: ReadonlySet<number>;
  readonly seed: number;
}

/** The whole table in words; `told` is whether time told the cause, by the test that is named in it. */
export function report({ samples, control, machine, rounds, each, sizes, seed }: Measured) {
  const even = centred(samples);
  const groups = byCause(even);
  const raw = byCause(samples);
  const rows = CAUSES.map((cause) => {
    const own = groups.get(cause) ?? [];
    const others = [...groups].flatMap(([other, all]) => (other === cause ? [] : all));
    const { ms: by, from, to } = difference(own, others, TIMES, seed);
    const all = raw.get(cause) ?? [];
    const share = `${(slowerShare(own, others) * 100).toFixed(1)} %`;
    return `| ${cause} | ${ms(median(all))} | ${ms(quantile(all, 0.95))} | ${signed(by)} (${signed(from)} … ${signed(to)}) | ${share} |`;
  });
  const found = permutationTest(even, TIMES, seed);
  const nothing = permutationTest(centred(control), TIMES, seed);
  const percent = (distance: number) => `${(distance * 100).toFixed(1)} points`;
  const told = found.p < 0.01;
  const text = `# How long SEE_OFFICER takes, by its cause

\`npm run bench:see-officer -- --rounds ${rounds} --each ${each} --seed ${seed}\` on ${machine}. The built product on SQLite, asked over HTTP as a kiosk's page asks. In each of ${rounds} rounds every cause is asked once, in an order by chance, one after another, with applicants taken in turn; times are from the sending to the last byte. A difference is the median of a cause against the median of all others, each answer against the median of its own round, with its 95 % interval (bootstrap). Slower is how often an answer of this cause takes longer than one of another: 50 % tells nothing.

| cause | median ms | 95 % ms | difference ms | slower |
| --- | --- | --- | --- | --- |
${rows.join("\n")}

- **All answers together**: the furthest from 50 % is "${found.cause}" with ${percent(found.distance)}. Dealing the causes of each round out anew ${TIMES} times, chance alone puts some cause ${percent(found.usual)} away at the median and ${percent(found.far)} at the 95 % mark: p = ${found.p.toFixed(3)}.
- **The same without a cause**: as many labels, all of one cause ("under review"), asked in the same way between the others: furthest ${percent(nothing.distance)}, p = ${nothing.p.toFixed(3)}.
- **Verdict**: ${told ? "time tells something of the cause (p < 0.01)." : "nothing that chance does not do as well (p ≥ 0.01)."}
- **Size**: ${sizes.size === 1 ? `every answer had ${[...sizes].join()} bytes, headers included.` : `answers had different sizes: ${[...sizes].join(", ")} bytes.`}
`;
  return { text, told: told || sizes.size !== 1 };
}
