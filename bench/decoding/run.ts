import { writeFileSync } from "node:fs";
import { decoders } from "./decoders";
import { seeded } from "./degrade";
import { degradedSamples, type Sample } from "./degraded-sets";
import { photographs } from "./photographs";

const SEED = 20_261_124;
/** Texts in other scripts are told apart by no decoder's guess of their encoding. */
const plain = (text: string) => text.replace(/\s+/g, " ").trim();

function isRead(sample: Sample, texts: readonly string[]): boolean {
  const { text } = sample;
  if (text === null || /[^\x20-\x7e\s]/.test(text)) return texts.length > 0;
  return texts.some((found) => plain(found) === plain(text));
}

const median = (values: readonly number[]) =>
  values.length === 0 ? NaN : ([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN);

const folders = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const photos = folders.flatMap((folder) => photographs(folder));
const samples = [...photos, ...degradedSamples(SEED)];
const all = await decoders();
const [ours] = all;
if (!ours) throw new Error("no decoder");

/** Milliseconds until the text was there, for each sample that the decoder read. */
const times = new Map(all.map(({ name }) => [name, new Map<Sample, number>()]));
const lot = seeded(SEED);
for (const [index, sample] of samples.entries()) {
  let picture;
  try {
    picture = sample.picture();
  } catch {
    console.error(`left out, no picture: ${sample.set}/${sample.name}`);
    samples.splice(index, 1, { ...sample, set: "left out" });
    continue;
  }
  // Over one picture all of them, in an order by lot: whoever comes after another finds its caches, warm or spoilt.
  const order = all.map((decoder) => ({ decoder, lot: lot() })).sort((a, b) => a.lot - b.lot);
  for (const { decoder } of order) {
    const started = performance.now();
    const texts = await Promise.resolve(decoder.read(picture)).catch(() => []);
    const took = performance.now() - started;
    if (isRead(sample, texts)) times.get(decoder.name)?.set(sample, took);
  }
}

const judged = samples.filter(({ set }) => set !== "left out");
const sets = [...new Set(judged.map(({ set }) => set))];
const isPhoto = (sample: Sample) => photos.includes(sample);
const kept = (name: string) => times.get(name) ?? new Map<Sample, number>();
const count = (name: string, keep: (sample: Sample) => boolean) => [...kept(name).keys()].filter(keep).length;

/** Median of the other's time over ours, on what both read in this run. */
function ratio(name: string, keep: (sample: Sample) => boolean): string {
  const both = [...kept(name)].filter(([sample]) => keep(sample) && kept(ours?.name ?? "").has(sample));
  const ratios = both.map(([sample, took]) => took / (kept(ours?.name ?? "").get(sample) ?? NaN));
  return ratios.length === 0 ? "–" : median(ratios).toFixed(1);
}

function table(title: string, keep: (sample: Sample) => boolean): string[] {
  const shown = sets.filter((set) => judged.some((sample) => sample.set === set && keep(sample)));
  if (shown.length === 0) return [];
  const of = (set: string) => (sample: Sample) => sample.set === set && keep(sample);
  const total = (set: string) => judged.filter(of(set)).length;
  const head = ["decoder", ...shown.map((set) => `${set} (${total(set)})`), "read", "time to first read"];
  const rows = all.map(({ name }) => [
    name,
    ...shown.map((set) => String(count(name, of(set)))),
    `${count(name, keep)} of ${judged.filter(keep).length}`,
    ratio(name, keep),
  ]);
  return [
    `## ${title}`,
    "",
    ...[head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`),
    "",
  ];
}

const report = [
  "# Decoders compared",
  "",
  `Made by \`npm run bench:decoding\` on ${new Date().toISOString().slice(0, 10)}; [README.md](README.md) says how and on what.`,
  "",
  ...table("Photographs", isPhoto),
  ...table("Degraded codes, 1280 × 720", (sample) => !isPhoto(sample)),
].join("\n");
console.log(report);
if (process.argv.includes("--missed"))
  for (const sample of judged)
    if (!kept(ours.name).has(sample)) {
      const by = all.filter(({ name }) => kept(name).has(sample)).map(({ name }) => name);
      console.log(`missed ${sample.set}/${sample.name}, read by: ${by.join(", ") || "nobody"}`);
    }
const output = process.argv.find((word) => word.startsWith("--output="))?.slice("--output=".length);
if (output) writeFileSync(output, report);
