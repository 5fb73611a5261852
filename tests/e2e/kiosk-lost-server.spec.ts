import Database from "better-sqlite3";
import path from "node:path";
import { startServer } from "../support/server";
import { countPrints, expect, test } from "./fixtures";
import { awake, scan, screen } from "./kiosk";
import { arrive } from "./outcomes";

test("a lost server is said, and its answer comes by itself under the same key", async ({
  browser,
  watch,
  expectedFaults,
}) => {
  test.setTimeout(240_000);
  expectedFaults.push(/Failed to load resource|net::ERR_|Failed to fetch/);
  const first = await startServer();
  const context = await browser.newContext({ baseURL: first.url });
  watch(context);
  await countPrints(context);
  const page = await context.newPage();
  await page.goto("/kiosk");
  await awake(page);
  const keys: string[] = [];
  page.on("request", (request) => {
    const [, key] = /"key":"([\w-]+)"/.exec(request.postData() ?? "") ?? [];
    if (key && request.postData()?.includes('"payload"')) keys.push(key);
  });
  const booking = await arrive(first, 130);
  await first.stop({ keepData: true });
  await scan(page, booking);
  await expect(screen(page, "lost-server")).toBeVisible();

  const second = await startServer({ port: first.port, dataDir: first.dataDir });
  try {
    await expect(screen(page, "eligible")).toBeVisible({ timeout: 60_000 });
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
    const db = new Database(path.join(first.dataDir, "janji.db"), { readonly: true });
    const issued = db.prepare("SELECT number FROM vouchers WHERE bookingLast4 = ?").all(booking.slice(-4));
    db.close();
    expect(issued).toHaveLength(1);
  } finally {
    await context.close();
    await second.stop();
    await first.stop();
  }
});
