import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { machine, type Ratio } from "./rounds";

/** One figure of a bench: a ratio to something measured in the same call. */
export interface Line extends Ratio {
  readonly subject: string;
  readonly baseline: string;
  readonly goal?: { readonly atLeast: number } | { readonly atMost: number };
  readonly note?: string;
}

export interface Results {
  readonly bench: string;
  /** The date on which it ran, UTC. */
  readonly date: string;
  readonly machine: string;
  readonly lines: readonly Line[];
}

const FOLDER = path.resolve(import.meta.dirname, "..");

/** Keeps a bench's figures beside it, for docs/performance.md. */
export function keepResults(bench: string, lines: readonly Line[]): void {
  const date = new Date().toISOString().slice(0, 10);
  const results: Results = { bench, date, machine: machine(), lines };
  mkdirSync(path.join(FOLDER, bench), { recursive: true });
  writeFileSync(path.join(FOLDER, bench, "results.json"), `${JSON.stringify(results, null, 2)}\n`);
}
