import Database from "better-sqlite3";
import path from "node:path";
import { bandOf, paperImage } from "../support/paper-picture";
import { startPrinter } from "../support/printer-emulator";
import { inkHeight, readCodes } from "../support/slip-image";
import { awake, scan } from "./kiosk";
import { expect, test } from "./fixtures";
import { arrive } from "./outcomes";

const QUIET_MODULES = 4;

for (const { paperWidth, dots, least } of [
  { paperWidth: "80", dots: 576, least: 15 },
  { paperWidth: "58", dots: 384, least: 10 },
] as const) {
  test(`a server prints a voucher on ${paperWidth} mm paper: its number is large, its code reads`, async ({
    office,
    page,
    browser,
  }) => {
    const printer = await startPrinter({ paperWidth });
    try {
      await page.goto("/kiosk");
      await awake(page);
      const db = new Database(path.join(office.dataDir, "janji.db"), { timeout: 20_000 });
      const id = `printer-of-${paperWidth}`;
      db.prepare(
        "INSERT INTO printers (id, name, host, port, paperWidth) VALUES (?, 'Contoh', '127.0.0.1', ?, ?)",
      ).run(id, printer.port, paperWidth);
      db.prepare("UPDATE kiosks SET printerId = ?").run(id);

      const booking = await arrive(office, 130);
      await scan(page, booking);
      const stands = () => db.prepare("SELECT state FROM print_jobs WHERE printerId = ?").pluck().get(id);
      await expect.poll(stands).toBe("CONFIRMED");
      db.close();

      const [slip] = printer.slips;
      if (!slip) throw new Error("nothing was printed");
      expect(printer.unknown).toEqual([]);
      expect(slip.cut).toBe(true);
      expect(slip.width).toBe(dots);
      const image = await paperImage(browser, slip);
      expect(await readCodes(image)).toEqual([expect.stringMatching(/^JNJ1[0-9A-Z]{32}$/)]);
      const number = slip.lines.find((line) => /^K-\d{3}$/.test(line)) ?? "";
      const { from, to } = bandOf(slip, number);
      expect(inkHeight(image, from, to)).toBeGreaterThanOrEqual(least);
      expect(image.letters).toContain(booking.slice(-4));
      expect(image.letters).not.toContain(booking);

      const code = slip.marks.find((mark) => mark.kind === "QR");
      if (code?.kind !== "QR") throw new Error("no code");
      expect(code.module).toBeGreaterThanOrEqual(4);
      const quiet = QUIET_MODULES * code.module;
      const texts = slip.marks.filter((mark) => mark.kind === "TEXT" && mark.text.trim() !== "");
      const above = Math.max(
        ...texts.map((mark) => (mark.y < code.y && "height" in mark ? mark.y + mark.height : 0)),
      );
      const below = Math.min(...texts.map(({ y }) => (y > code.y ? y : Infinity)));
      expect(code.y - above).toBeGreaterThanOrEqual(quiet);
      expect(code.x).toBeGreaterThanOrEqual(quiet);
      expect(below - code.y).toBeGreaterThanOrEqual(code.module * 25 + quiet);
    } finally {
      await printer.stop();
    }
  });
}
