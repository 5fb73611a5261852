/**
 * `npm run bench:flat [-- --sizes 1000,20000,200000] [--rounds 60] [--database sqlite|postgres] [--write]`
 * Whether what people wait for stays as fast while an office's past grows: offices that differ in nothing but the number
 * of tickets of the days before, each in a process of its own, asked in turn. Fails when a statement among it reads a
 * growing table from end to end.
 */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Kind } from "../support/office";
import { keepResults, type Line } from "../support/results";
import { machine, median, ratioOf, shown } from "../support/rounds";
import { PIECES, type Piece } from "./pieces";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,20000,200000" },
    rounds: { type: "string", default: "60" },
    database: { type: "string" },
    write: { type: "boolean", default: false },
  },
});
const sizes = values.sizes.split(",").map(Number);
const rounds = Number(values.rounds);
const WARM_UP = 10;
const GOAL = 1.2;

const ends = new WeakMap<ChildProcess, Promise<never>>();

/** What an office says next. @throws when it ends before. */
function told<T>(office: ChildProcess): Promise<T> {
  const said = new Promise<T>((resolve) => office.once("message", (message) => resolve(message as T)));
  return Promise.race([said, ends.get(office) ?? said]);
}

async function openOffices(kind: Kind): Promise<ChildProcess[]> {
  const offices: ChildProcess[] = [];
  // One after another: filling the largest keeps a disk busy by itself.
  for (const size of sizes) {
    const office = fork(path.join(import.meta.dirname, "office-process.ts"), [
      ...[kind, String(size), String(rounds + WARM_UP)],
    ]);
    const end = once(office, "exit").then(() => Promise.reject(new Error("An office ended early")));
    end.catch(() => undefined);
    ends.set(office, end);
    await told(office);
    offices.push(office);
  }
  return offices;
}

async function measure(kind: Kind): Promise<Line[]> {
  const offices = await openOffices(kind);
  const times = new Map(PIECES.map((piece) => [piece, sizes.map(() => [] as number[])] as const));
  const ask = async (place: number, piece: Piece, count: boolean) => {
    const office = offices[place];
    if (!office) return;
    office.send(piece);
    const { ms } = await told<{ ms: number }>(office);
    if (count) times.get(piece)?.[place]?.push(ms);
  };
  for (let round = 0; round < WARM_UP + rounds; round += 1)
    for (const piece of PIECES)
      for (let place = 0; place < offices.length; place += 1)
        await ask((round + place) % offices.length, piece, round >= WARM_UP);
  const scans: string[] = [];
  for (const office of offices) {
    office.send("plans");
    scans.push(...(await told<{ scans: string[] }>(office)).scans);
    office.disconnect();
    await once(office, "exit");
  }
  if (scans.length > 0) throw new Error(`Read from end to end:\n${scans.join("\n")}`);
  const database = kind === "sqlite" ? "SQLite" : "PostgreSQL";
  return PIECES.map((piece) => {
    const [smallest = [], ...larger] = times.get(piece) ?? [];
    const largest = larger.at(-1) ?? smallest;
    const ratio = ratioOf(largest, smallest);
    const note = `ms at the median: ${sizes.map((size, place) => `${size} tickets ${median(times.get(piece)?.[place] ?? []).toFixed(2)}`).join(", ")}`;
    console.log(`${database}, ${piece}: ${shown(ratio)} (goal ${GOAL}); ${note}; ${machine()}`);
    const subject = `${piece} at ${sizes.at(-1)} tickets, ${database}`;
    return { subject, baseline: `the same at ${sizes[0]}`, ...ratio, goal: { atMost: GOAL }, note };
  });
}

const lines: Line[] = [];
for (const kind of ["sqlite", "postgres"] as const)
  if (!values.database || values.database === kind) lines.push(...(await measure(kind)));
if (values.write) keepResults("flat", lines);
process.exit();
