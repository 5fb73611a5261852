import Database from "better-sqlite3";
import path from "node:path";
import { startPrinter } from "../support/printer-emulator";
import { countPrints, expect, prints, test } from "./fixtures";
import { button, scan } from "./kiosk";
import { signIn, words } from "./staff";
import { issue } from "./vouchers";

const text = words.voucher;

test("a tablet without a hall's printer prints by its browser, and asks until the slip is out", async ({
  office,
  page,
  context,
}) => {
  await countPrints(context);
  const { slip } = await issue(office);
  await signIn(page, "petugas");
  await scan(page, slip.shortCode);
  await button(page, text.reprint).click();
  await expect(page.getByText(text.slipView.askCameOut)).toBeVisible();
  await expect.poll(() => prints(page)).toBe(1);
  await button(page, text.reprintNo).click();
  await expect(page.getByText(text.slipView.failed)).toBeVisible();
  // What did not come out is told to everybody who could help, until it has.
  const alert = page.locator('[data-alert="SLIP"]').filter({ hasText: slip.number });
  await expect(alert).toBeVisible();
  await button(page, text.reprintAgain).click();
  await expect(page.getByText(text.slipView.askCameOut)).toBeVisible();
  await expect.poll(() => prints(page)).toBe(2);
  await button(page, text.reprintDone).click();
  await expect(page.getByText(text.slipView.confirmed)).toBeVisible();
  await expect(alert).toHaveCount(0);
});

test("a tablet prints on the hall's printer, which says itself what became of the slip", async ({
  office,
  page,
  context,
}) => {
  await countPrints(context);
  const { slip } = await issue(office);
  const printer = await startPrinter();
  const db = new Database(path.join(office.dataDir, "janji.db"), { timeout: 20_000 });
  try {
    db.prepare(
      "INSERT INTO printers (id, name, host, port, paperWidth) VALUES ('by-the-desk', 'Printer pengaduan', '127.0.0.1', ?, '80')",
    ).run(printer.port);
    printer.become({ paper: "OUT" });
    await signIn(page, "petugas");
    await scan(page, slip.shortCode);
    await button(page, text.reprint).click();
    const choice = page.getByRole("group", { name: text.reprintWhere });
    await expect(choice.getByRole("button", { name: text.reprintHere })).toBeVisible();
    await choice.getByRole("button", { name: /Printer pengaduan/ }).click();
    await expect(page.locator('[data-slip="paperOut"]')).toContainText("Printer pengaduan");
    printer.become({ paper: "OK" });
    await button(page, text.reprintAgain).click();
    await choice.getByRole("button", { name: /Printer pengaduan/ }).click();
    await expect(page.getByText(text.slipView.confirmed)).toBeVisible();
    await button(page, text.reprintClose).click();
    await expect(button(page, text.reprint)).toBeVisible();
    expect(await prints(page)).toBe(0);
    expect(printer.slips.length).toBeGreaterThan(0);
  } finally {
    db.prepare("UPDATE printers SET removedAt = 1 WHERE id = 'by-the-desk'").run();
    db.close();
    await printer.stop();
  }
});
