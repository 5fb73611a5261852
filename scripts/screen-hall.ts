// The running office that `npm run screens` takes its pictures of: a server, a printer of the hall, a network that can fail.
import type { Browser } from "@playwright/test";
import Database from "better-sqlite3";
import path from "node:path";
import type { OfficeSettings } from "@/lib/office/schema";
import { startBadNetwork, type BadNetwork } from "../tests/support/bad-network";
import { startPrinter, type PrinterEmulator } from "../tests/support/printer-emulator";
import { ensureBuilt, startServer, type RunningServer } from "../tests/support/server";
import { changeSettings } from "../tests/support/settings";

export interface Hall {
  readonly office: RunningServer;
  /** What the demo page's booking numbers are by its own names of the cases. */
  readonly numbers: ReadonlyMap<string, string>;
  /** The way to the office over which kiosks of the pictures come. */
  readonly network: BadNetwork;
  readonly printer: PrinterEmulator;
  /** Gives the newest kiosk the hall's printer. */
  readonly connectPrinter: () => void;
  /** Puts other settings in force; what is not named is as at the start. */
  readonly become: (changes: Changes) => void;
  readonly close: () => Promise<void>;
}

export interface Changes {
  readonly hours?: OfficeSettings["hours"];
  /** When the complaint room closes, local time. */
  readonly roomCloses?: string;
  /** ISO weekdays, 1 is Monday; the pictures are of a Tuesday. */
  readonly workingDays?: OfficeSettings["workingDays"];
}

/** The demo page's numbers: what each one shows is its heading. */
async function showcase(browser: Browser, address: string): Promise<ReadonlyMap<string, string>> {
  const page = await browser.newPage();
  await page.goto(`${address}/demo`);
  const cards = page.locator("[data-case]");
  await cards.first().waitFor();
  const found = await cards.evaluateAll((all) =>
    all.map((card): [string, string] => [
      card.getAttribute("data-case") ?? "",
      /\d{4}\s\d{4}\s\d{4}\s\d{4}/.exec(card.textContent)?.[0].replace(/\s/g, "") ?? "",
    ]),
  );
  await page.close();
  return new Map(found);
}

/** Starts a demo office of its own, so that nothing of another one is in the pictures and nothing is left behind. */
export async function openHall(browser: Browser): Promise<Hall> {
  ensureBuilt();
  const office = await startServer();
  const [network, printer] = [await startBadNetwork(office), await startPrinter()];
  const file = path.join(office.dataDir, "janji.db");
  const write = (sql: string, ...values: unknown[]) => {
    const db = new Database(file, { timeout: 20_000 });
    db.prepare(sql).run(...values);
    db.close();
  };
  write(
    "INSERT INTO printers (id, name, host, port, paperWidth) VALUES ('hall', 'Printer pintu masuk', '127.0.0.1', ?, '80')",
    printer.port,
  );
  let now = "{}";
  return {
    office,
    numbers: await showcase(browser, office.url),
    network,
    printer,
    connectPrinter: () =>
      write("UPDATE kiosks SET printerId = 'hall' WHERE id = (SELECT max(id) FROM kiosks)"),
    become: (changes) => {
      const wanted = JSON.stringify(changes);
      if (wanted === now) return;
      now = wanted;
      const { hours = { opens: "07:00", closes: "16:00" }, roomCloses = "16:00" } = changes;
      const { workingDays = [1, 2, 3, 4, 5] } = changes;
      const db = new Database(file, { readonly: true });
      const newest = db.prepare("SELECT data FROM setting_versions ORDER BY version DESC").pluck().get();
      db.close();
      const { complaintRoom } = JSON.parse(String(newest)) as OfficeSettings;
      changeSettings(office, { hours, workingDays, complaintRoom: { ...complaintRoom, closes: roomCloses } });
    },
    close: async () => {
      await network.stop();
      await printer.stop();
      await office.stop();
    },
  };
}
