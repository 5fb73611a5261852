// npm run printer-emulator -- --width 80 --port 9100 --folder printed: a receipt printer to try Janji with. It keeps each
// slip as SVG, and as PNG where there is a Chromium; typed words make it fail as printers do.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { CHROMIUM } from "../tests/support/chromium";
import type { PrintedPaper } from "../tests/support/escpos-paper";
import { paperPng, paperSvg } from "../tests/support/paper-picture";
import { startPrinter, type PrinterTroubles } from "../tests/support/printer-emulator";

const { values } = parseArgs({
  options: {
    width: { type: "string", default: "80" },
    port: { type: "string", default: "9100" },
    host: { type: "string", default: "127.0.0.1" },
    folder: { type: "string", default: "printed" },
  },
});

const WORDS: Readonly<Record<string, Partial<PrinterTroubles>>> = {
  ok: {
    paper: "OK",
    coverOpen: false,
    cutterJam: false,
    mute: false,
    losesAnswer: false,
    hangsUpAfter: null,
  },
  low: { paper: "LOW" },
  out: { paper: "OUT" },
  half: { rollEndsAfter: 400 },
  cover: { coverOpen: true },
  closed: { coverOpen: false },
  jam: { cutterJam: true },
  mute: { mute: true },
  drop: { hangsUpAfter: 300 },
  lost: { losesAnswer: true },
  slow: { slowMs: 150 },
  fast: { slowMs: 0 },
};

const say = (line: string) => process.stdout.write(`${line}\n`);
mkdirSync(values.folder, { recursive: true });
const browser = await chromium.launch(CHROMIUM).catch(() => null);
let count = 0;

async function keep(slip: PrintedPaper): Promise<void> {
  count += 1;
  const file = path.join(values.folder, `slip-${Date.now()}-${count}`);
  writeFileSync(`${file}.svg`, paperSvg(slip));
  if (browser) writeFileSync(`${file}.png`, await paperPng(browser, slip));
  say(`printed ${file}.${browser ? "png" : "svg"}`);
}

const printer = await startPrinter({
  paperWidth: values.width === "58" ? "58" : "80",
  port: Number(values.port),
  host: values.host,
  onSlip: (slip) => void keep(slip),
});
say(
  `a ${values.width} mm printer on ${values.host}:${printer.port}; type ${Object.keys(WORDS).join(", ")} or quit`,
);

const typed = createInterface({ input: process.stdin });
typed.on("line", (word) => {
  const troubles = WORDS[word.trim()];
  if (troubles) printer.become(troubles);
  else if (word.trim() === "quit") typed.close();
  else if (word.trim()) say(`it knows ${Object.keys(WORDS).join(", ")} and quit`);
});
typed.on("close", () => {
  void printer.stop();
  void browser?.close();
});
