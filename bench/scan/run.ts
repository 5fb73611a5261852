/**
 * `npm run bench:scan [-- --rounds 8] [--write]`
 * One scan as a person sees it: from the picture with a code in the kiosk's video to the answer painted, with its parts,
 * in a real browser whose camera plays a film, on the built product. Compared with the least that any answer of a server
 * takes in that browser: a small request and one painted change, in the same page.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { writeFilm } from "../../tests/support/camera";
import { cameraArgs, CHROMIUM } from "../../tests/support/chromium";
import { applicant, officeNow, pushTickets } from "../../tests/support/feed";
import { ensureBuilt, startServer } from "../../tests/support/server";
import { keepResults } from "../support/results";
import { machine, median, ratioOf, shown } from "../support/rounds";
import { watchTheScan, type Noted } from "./in-page";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "8" },
    write: { type: "boolean", default: false },
  },
});
const WALL_FRAMES = 120;
const CODE_FRAMES = 90;
const SLOWEST_MS = 60_000;

ensureBuilt();
const server = await startServer();
const folder = mkdtempSync(path.join(tmpdir(), "janji-film-"));
const parts = {
  "frame shown to question sent: camera, decoding": [] as number[],
  "question sent to answer heard": [] as number[],
  "of it the server's": [] as number[],
  "answer heard to result painted": [] as number[],
};
const [whole, least] = [[] as number[], [] as number[]];
try {
  const ticket = applicant(await officeNow(server), 30);
  await pushTickets(server, [ticket]);
  const film = path.join(folder, "camera.mjpeg");
  writeFilm(film, [
    { text: null, frames: WALL_FRAMES },
    { text: ticket.bookingCode, frames: CODE_FRAMES },
  ]);
  for (let round = 0; round < Number(values.rounds); round += 1) {
    // A browser of its own each: the film begins with the wall, and nothing is warm but the server.
    const browser = await chromium.launch({ ...CHROMIUM, args: cameraArgs(film) });
    try {
      const context = await browser.newContext({
        baseURL: server.url,
        viewport: { width: 1080, height: 1920 },
      });
      // The loader names functions by a helper that the page does not know.
      await context.addInitScript(`globalThis.__name = (value) => value;`);
      await context.addInitScript(watchTheScan);
      const page = await context.newPage();
      await page.goto("/kiosk");
      await page.waitForFunction(
        () => ((window as unknown as { noted: { paintedAt?: number } }).noted.paintedAt ?? -1) > 0,
        undefined,
        { timeout: SLOWEST_MS },
      );
      const noted = await page.evaluate(() => (window as unknown as { noted: Noted }).noted);
      const { shownAt = NaN, askedAt = NaN, answeredAt = NaN, serverMs = NaN, paintedAt = NaN } = noted;
      const nothing = await page.evaluate(async () => {
        const begun = performance.now();
        await (await fetch("/kiosk/pulse")).text();
        document.body.dataset.bench = String(begun);
        const at = await new Promise<number>((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame((painted) => resolve(painted))),
        );
        return at - begun;
      });
      if (round === 0) continue;
      parts["frame shown to question sent: camera, decoding"].push(askedAt - shownAt);
      parts["question sent to answer heard"].push(answeredAt - askedAt);
      parts["of it the server's"].push(serverMs);
      parts["answer heard to result painted"].push(paintedAt - answeredAt);
      whole.push(paintedAt - shownAt);
      least.push(nothing);
    } finally {
      await browser.close();
    }
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
const ratio = ratioOf(whole, least);
const each = Object.entries(parts).map(([name, list]) => `${name} ${median(list).toFixed(0)}`);
const note = `ms at the median: ${median(whole).toFixed(0)} in all; ${each.join(", ")}`;
console.log(`scan: ${shown(ratio)} × a small request and one painted change; ${note}; ${machine()}`);
if (values.write)
  keepResults("scan", [
    {
      subject: "a scan, from the frame shown to the result painted",
      baseline: "a small request and one painted change in the same page",
      ...ratio,
      note,
    },
  ]);
process.exit();
