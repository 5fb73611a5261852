// Writes the table of docs/performance.md from the results that the parts of `npm run bench` kept beside them.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Line, Results } from "./support/results";
import { shown } from "./support/rounds";

const PAGE = path.resolve(import.meta.dirname, "../docs/performance.md");
const PARTS = ["check", "issue", "flat", "kiosk-js", "scan", "process"];
const [BEGIN, END] = ["<!-- figures: written by npm run bench -->", "<!-- end of figures -->"];

function goalOf({ goal, ratio }: Line): [goal: string, met: string] {
  if (!goal) return ["–", "–"];
  if ("atMost" in goal) return [`≤ ${goal.atMost}`, ratio <= goal.atMost ? "yes" : "no"];
  return [`≥ ${goal.atLeast}`, ratio >= goal.atLeast ? "yes" : "no"];
}

/** Figures beneath the table, so that the page stays as wide as its words. */
function tableOf({ bench, date, machine, lines }: Results): string {
  const rows = lines.map((line) => {
    const [goal, met] = goalOf(line);
    return `| ${line.subject} | ${line.baseline} | ${shown(line)} | ${goal} | ${met} |`;
  });
  const notes = lines.flatMap(({ subject, note }) => (note ? [`- ${subject}: ${note}`] : []));
  return [
    `### ${bench}`,
    `${date}, ${machine}.`,
    [
      "| subject | measured against | ratio (lowest to highest part) | goal | met |",
      "| --- | --- | --- | --- | --- |",
    ]
      .concat(rows)
      .join("\n"),
    notes.join("\n"),
  ].join("\n\n");
}

const tables = PARTS.flatMap((part) => {
  const file = path.join(import.meta.dirname, part, "results.json");
  return existsSync(file) ? [tableOf(JSON.parse(readFileSync(file, "utf8")) as Results)] : [];
});
const page = readFileSync(PAGE, "utf8");
const [before, after] = [page.split(BEGIN)[0] ?? "", page.split(END)[1] ?? ""];
writeFileSync(PAGE, `${before}${BEGIN}\n\n${tables.join("\n\n")}\n\n${END}${after}`);
console.log(`${PAGE} holds the figures of ${tables.length} benches.`);
