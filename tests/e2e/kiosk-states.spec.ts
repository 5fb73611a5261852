import type { BrowserContext, Page } from "@playwright/test";
import Database from "better-sqlite3";
import path from "node:path";
import en from "@/messages/en/kiosk.json" with { type: "json" };
import { startBadNetwork } from "../support/bad-network";
import { fillDisk } from "../support/full-disk";
import { startPrinter } from "../support/printer-emulator";
import { changeSettings } from "../support/settings";
import { countPrints, expect, test } from "./fixtures";
import { awake, button, scan, screen, words } from "./kiosk";
import { accessible, fits, SIZES } from "./inspect";
import { arrive } from "./outcomes";

type Language = "Indonesia" | "English";

const names = { Indonesia: words, English: en };
const turn = (page: Page, language: Language) => button(page, language).click();
const larger = (page: Page, language: Language) => button(page, names[language].controls.largeText).click();

/** A screen at four sizes, and in the other language with larger text at the two small ones. */
async function inspect(page: Page, name: string, language: Language): Promise<void> {
  const other = language === "English" ? "Indonesia" : "English";
  await turn(page, other);
  await larger(page, other);
  await fits(page, `${name}, ${other}, larger text`, SIZES.slice(2));
  await larger(page, other);
  await turn(page, language);
  await fits(page, `${name}, ${language}`);
  await accessible(page, `${name}, ${language}`);
}

/** A dialog keeps everything behind it from being touched, so its language and size were chosen before. */
async function inspectDialog(page: Page, name: string): Promise<void> {
  await expect(page.locator(`[data-dialog="${name}"]`)).toBeVisible();
  await fits(page, name);
  await accessible(page, name);
}

async function kioskAt(context: BrowserContext): Promise<Page> {
  await countPrints(context);
  const page = await context.newPage();
  await page.goto("/kiosk");
  await awake(page);
  return page;
}

test("the dialogs fit, can be touched and are accessible", async ({ page, kiosk }) => {
  await page.clock.install();
  await page.reload();
  await awake(kiosk);
  await turn(kiosk, "English");
  await larger(kiosk, "English");
  await button(kiosk, en.controls.callOfficer).click();
  await expect(kiosk.getByText(en.officer.CALLED.title)).toBeVisible();
  await inspectDialog(kiosk, "officer-called");
  await button(kiosk, en.officer.cancel).click();

  await turn(kiosk, "Indonesia");
  await button(kiosk, words.attract.info).click();
  const heading = await screen(kiosk, "info").getByRole("heading", { level: 1 }).boundingBox();
  await page.mouse.move((heading?.x ?? 0) + 20, (heading?.y ?? 0) + 20);
  await page.mouse.down();
  await page.clock.runFor(5_500);
  await page.mouse.up();
  await inspectDialog(kiosk, "lens");
  await button(kiosk, words.lens.done).click();

  for (let second = 0; second < 31; second += 1) await page.clock.runFor(1_000);
  await inspectDialog(kiosk, "idle");
});

test("a lost server is told on screens that fit and are accessible", async ({
  office,
  browser,
  watch,
  expectedFaults,
}) => {
  expectedFaults.push(/Failed to load resource|net::ERR_|Failed to fetch/);
  const network = await startBadNetwork(office);
  const context = await browser.newContext({ baseURL: network.url, reducedMotion: "reduce" });
  watch(context);
  try {
    const [page, resting] = [await kioskAt(context), await kioskAt(context)];
    const booking = await arrive(office, 70);
    await turn(page, "English");
    network.set("stall");
    await button(page, en.controls.callOfficer).click();
    await expect(page.getByText(en.officer.CALLING.title)).toBeVisible();
    await inspectDialog(page, "officer-called");
    network.set("refuse");
    await expect(page.getByText(en.officer.UNREACHABLE.title)).toBeVisible();
    await inspectDialog(page, "officer-called");
    await button(page, en.officer.close).click();
    await scan(page, booking);
    await expect(screen(page, "lost-server")).toBeVisible();
    await inspect(page, "lost-server", "Indonesia");
    await expect(screen(resting, "rest-away")).toBeVisible({ timeout: 40_000 });
    await inspect(resting, "rest-away", "English");
  } finally {
    await context.close();
    await network.stop();
  }
});

test("a full disk, too many scans and a closed office are told on screens that fit and are accessible", async ({
  office,
  kiosk,
  expectedFaults,
}) => {
  expectedFaults.push(/Failed to load resource/);
  const booking = await arrive(office, 70);
  const disk = fillDisk(office.pid);
  try {
    await scan(kiosk, booking);
    await expect(screen(kiosk, "storage")).toBeVisible();
    await inspect(kiosk, "storage", "Indonesia");
  } finally {
    disk.free();
  }
  await expect(screen(kiosk, "not-yet")).toBeVisible();

  const code = "Kode billing 820261124000017";
  const ask = () =>
    kiosk.request.post("/kiosk/check", {
      data: { payload: code, key: crypto.randomUUID() },
      headers: { origin: office.url },
    });
  await Promise.all(Array.from({ length: 30 }, ask));
  await scan(kiosk, code);
  await expect(screen(kiosk, "too-many")).toBeVisible();
  await inspect(kiosk, "too-many", "English");
  await button(kiosk, en.tooMany.done).click();

  changeSettings(office, { workingDays: [1, 3, 4, 5] });
  try {
    await expect(screen(kiosk, "closed")).toBeVisible();
    await inspect(kiosk, "closed", "Indonesia");
  } finally {
    changeSettings(office, { workingDays: [1, 2, 3, 4, 5] });
  }
});

test("whatever a hall's printer says fits on the voucher's screen and is accessible", async ({
  office,
  kiosk,
}) => {
  const printer = await startPrinter();
  const db = new Database(path.join(office.dataDir, "janji.db"), { timeout: 20_000 });
  const slip = async (view: string, language: Language) => {
    await expect(kiosk.locator(`[data-print="${view}"]`)).toBeVisible({ timeout: 40_000 });
    await inspect(kiosk, view, language);
  };
  const next = async (waited: number) => {
    await kiosk.reload();
    await awake(kiosk);
    await scan(kiosk, await arrive(office, waited));
  };
  try {
    db.prepare(
      "INSERT INTO printers (id, name, host, port, paperWidth) VALUES ('states', 'Contoh', '127.0.0.1', ?, '80')",
    ).run(printer.port);
    db.prepare("UPDATE kiosks SET printerId = 'states' WHERE id = (SELECT max(id) FROM kiosks)").run();
    await next(130);
    await slip("confirmed", "English");
    printer.become({ paper: "OUT" });
    await next(131);
    await slip("paperOut", "Indonesia");
    printer.become({ paper: "OK", coverOpen: true });
    await next(132);
    await slip("coverOpen", "English");
    printer.become({ coverOpen: false, rollEndsAfter: 200 });
    await next(133);
    await slip("askWhole", "Indonesia");
    await button(kiosk, words.eligible.no).click();
    await slip("failed", "English");
    await printer.switchOff();
    await next(134);
    await slip("unreachable", "Indonesia");
  } finally {
    db.close();
    await printer.stop();
  }
});
