import path from "node:path";
import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import health from "@/messages/id/health.json" with { type: "json" };
import { freePort } from "../support/server";
import { expect, test } from "./fixtures";
import { accessible, accessWords, signIn } from "./staff";

const SIZES = [
  { width: 1280, height: 800 },
  { width: 820, height: 1180 },
];

const check = (page: Page, key: keyof typeof health.checks) => page.locator(`[data-check="${key}"]`);

test("the head reads in plain words what the service rests on, and it fits both ways up", async ({
  page,
}) => {
  await signIn(page, "kepala");
  await page.goto("/staff/devices");
  await page.getByRole("link", { name: accessWords.devices.tabs.status, exact: true }).click();
  await expect(page.getByText(health.lead)).toBeVisible();
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const key of Object.keys(health.checks) as (keyof typeof health.checks)[])
      await expect(check(page, key)).toContainText(health.checks[key].title);
    await expect(check(page, "DATABASE")).toHaveAttribute("data-level", "OK");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await accessible(page);
  }
});

test("an administrator sees a printer that does not answer by itself, what it means and what to do", async ({
  office,
  page,
}) => {
  await signIn(page, "admin");
  await page.goto("/staff/status");
  const printers = check(page, "PRINTERS");
  // Other tests of this office may have left a slip or a printer in need; this one is not among them.
  await expect(printers).toBeVisible();
  await expect(printers).not.toContainText("Printer uji");
  const db = new Database(path.join(office.dataDir, "janji.db"), { timeout: 20_000 });
  try {
    // A port of this machine at which nobody listens: the server finds it out, and the open page with it.
    const insert = db.prepare("INSERT INTO printers (id, name, host, port) VALUES (?, ?, '127.0.0.1', ?)");
    insert.run("printer-away", "Printer uji", await freePort());
    await expect(printers).toHaveAttribute("data-level", "BAD");
    await expect(printers).toContainText("Printer uji");
    await expect(printers).toContainText(health.checks.PRINTERS.STANDS_STILL.meaning);
    await expect(printers).toContainText(health.checks.PRINTERS.STANDS_STILL.todo);
    await expect(page.locator('[role="status"][data-level]')).toHaveAttribute("data-level", "BAD");
    await accessible(page);
  } finally {
    db.prepare("UPDATE printers SET removedAt = ? WHERE id = 'printer-away'").run(new Date().toISOString());
    db.close();
  }
  await expect(printers).not.toContainText("Printer uji");
});

test("an officer sees nothing of it", async ({ page }) => {
  await signIn(page, "petugas");
  await page.goto("/staff/status");
  await expect(page.locator("[data-not-allowed]")).toBeVisible();
  await expect(page.locator("[data-check]")).toHaveCount(0);
});
