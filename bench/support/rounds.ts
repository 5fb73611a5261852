import os from "node:os";

/** The value below which `share` of a list lies; NaN of an empty one. */
export function quantile(list: readonly number[], share: number): number {
  const sorted = [...list].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

export const median = (list: readonly number[]) => quantile(list, 0.5);

/** Milliseconds that some work took. */
export async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Milliseconds of processor time that some work took of this process, whoever else wants the processor meanwhile. */
export async function processorTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

type Work = (round: number) => unknown;

/**
 * Each subject once a round, and another one first in each round, so that whatever else the machine does meets them all
 * alike. The first rounds warm up and are not counted. Milliseconds by name, in the order of the rounds.
 */
export async function interleaved<Name extends string>(
  subjects: Readonly<Record<Name, Work>>,
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Promise<Record<Name, number[]>> {
  const names = Object.keys(subjects) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (let place = 0; place < names.length; place += 1) {
      const name = names[(round + place) % names.length] as Name;
      const took = await timed(() => subjects[name](round));
      if (round >= warmUp) times[name].push(took);
    }
  }
  return times;
}

export interface Ratio {
  /** Median of the one over median of the other. */
  readonly ratio: number;
  /** The same of each tenth of the rounds: the lowest and the highest say how far to trust it. */
  readonly low: number;
  readonly high: number;
}

/** How many times `below` goes into `above`, by medians. */
export function ratioOf(above: readonly number[], below: readonly number[], parts = 5): Ratio {
  const size = Math.max(1, Math.floor(above.length / parts));
  const each = Array.from({ length: Math.floor(above.length / size) }, (_, part) => {
    const [from, to] = [part * size, (part + 1) * size];
    return median(above.slice(from, to)) / median(below.slice(from, to));
  });
  return { ratio: median(above) / median(below), low: Math.min(...each), high: Math.max(...each) };
}

export const shown = ({ ratio, low, high }: Ratio) =>
  `${ratio.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;

/** What the figures were taken on, and what else the machine did. */
export function machine(): string {
  const [processor] = os.cpus();
  const load = os.loadavg()[0]?.toFixed(1);
  return `${os.cpus().length} cores (${processor?.model.trim() ?? "?"}), Node ${process.versions.node}, load ${load}`;
}
