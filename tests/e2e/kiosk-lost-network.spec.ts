import type { BrowserContext, Page } from "@playwright/test";
import Database from "better-sqlite3";
import path from "node:path";
import en from "@/messages/en/kiosk.json" with { type: "json" };
import { startBadNetwork, type BadNetwork } from "../support/bad-network";
import { fillDisk } from "../support/full-disk";
import type { RunningServer } from "../support/server";
import { countPrints, expect, prints, test as base } from "./fixtures";
import { awake, button, scan, screen, words } from "./kiosk";
import { arrive } from "./outcomes";

/** A kiosk whose way to the server leads over a network that can fail. */
const test = base.extend<{ network: BadNetwork; hall: BrowserContext; remote: Page }>({
  network: async ({ office }, use) => {
    const network = await startBadNetwork(office);
    await use(network);
    await network.stop();
  },
  hall: async ({ browser, network, watch, expectedFaults }, use) => {
    expectedFaults.push(/Failed to load resource|net::ERR_|Failed to fetch/);
    const hall = await browser.newContext({
      baseURL: network.url,
      viewport: { width: 1080, height: 1920 },
    });
    watch(hall);
    await countPrints(hall);
    await use(hall);
    await hall.close();
  },
  remote: async ({ hall }, use) => {
    const page = await hall.newPage();
    await page.goto("/kiosk");
    await awake(page);
    await use(page);
  },
});

/** The vouchers of a booking. */
function vouchersOf(office: RunningServer, booking: string): { number: string; seq: number }[] {
  const db = new Database(path.join(office.dataDir, "janji.db"), { readonly: true });
  const rows = db.prepare("SELECT number, seq FROM vouchers WHERE bookingLast4 = ? ORDER BY seq");
  const found = rows.all(booking.slice(-4)) as { number: string; seq: number }[];
  db.close();
  return found;
}

/** The page for the time without a server is held from here on. */
async function awayPageHeld(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

test("whatever the network does with a question, it is answered once and printed once", async ({
  office,
  network,
  remote,
}) => {
  const booking = await arrive(office, 130);
  // The server issues the voucher, and its answer is lost on the way.
  network.set("cut");
  const cut = network.met("/kiosk/check");
  await scan(remote, booking);
  await cut;
  for (const weather of ["portal", "starting", "nonsense", "refuse", "stall"] as const) {
    network.set(weather);
    await network.met("/kiosk/check");
    await expect(screen(remote, "lost-server")).toBeVisible();
  }
  network.set("calm");
  await expect(screen(remote, "eligible")).toBeVisible();
  await expect(remote.locator('[data-print="askCameOut"]')).toBeVisible();
  expect(await prints(remote)).toBe(1);
  expect(vouchersOf(office, booking)).toHaveLength(1);
});

test("a browser that starts anew in the middle of a scan finds the same voucher", async ({
  office,
  network,
  remote,
}) => {
  await awayPageHeld(remote);
  const booking = await arrive(office, 130);
  network.set("cut");
  const cut = network.met("/kiosk/check");
  await scan(remote, booking);
  await cut;
  await remote.reload();
  await expect(screen(remote, "away")).toBeVisible();
  network.set("calm");
  await awake(remote);
  await scan(remote, booking);
  await expect(remote.locator('[data-print="rescan"]')).toBeVisible();
  const [voucher, ...more] = vouchersOf(office, booking);
  expect(more).toEqual([]);
  await expect(screen(remote, "eligible").getByRole("img", { name: voucher?.number ?? "" })).toBeVisible();
});

test("a reload without a server shows a page of ours, in both languages, that finds back by itself", async ({
  network,
  remote,
}) => {
  await awayPageHeld(remote);
  for (const weather of ["refuse", "portal", "starting", "cut"] as const) {
    network.set(weather);
    await remote.reload();
    const away = screen(remote, "away");
    await expect(away.getByRole("heading", { name: words.away.title })).toBeVisible();
    await expect(away.getByRole("heading", { name: en.away.title })).toBeVisible();
    const fits = await remote.evaluate(
      () => document.documentElement.scrollHeight <= document.documentElement.clientHeight,
    );
    expect(fits).toBe(true);
    network.set("calm");
    await awake(remote);
  }
  const held = await remote.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) paths.push(new URL(request.url).pathname);
    }
    return paths;
  });
  expect(held.filter((one) => !/^\/_next\/static\/.+\.(css|woff2)$/.test(one)).sort()).toEqual([
    "/kiosk-away.js",
    "/kiosk/away",
  ]);
});

test("at rest the kiosk says that the server is away, and invites again once it is back", async ({
  network,
  remote,
}) => {
  network.set("stall");
  await expect(screen(remote, "rest-away")).toBeVisible({ timeout: 40_000 });
  network.set("calm");
  await awake(remote);
});

test("a code scanned while the page is still loading is not lost", async ({ office, remote }) => {
  const booking = await arrive(office, 130);
  let release = () => {};
  const loaded = new Promise<void>((resolve) => (release = resolve));
  await remote.route("**/_next/static/chunks/*.js", async (route) => {
    await loaded;
    await route.continue();
  });
  await remote.goto("/kiosk", { waitUntil: "commit" });
  await remote.waitForFunction(() => "janjiEarlyKeys" in window);
  await scan(remote, booking);
  release();
  await expect(screen(remote, "eligible")).toBeVisible();
});

test("a network that goes away after the first screen leaves every other one", async ({
  network,
  remote,
}) => {
  await remote.waitForLoadState("networkidle");
  network.set("refuse");
  await button(remote, words.attract.keypad).click();
  await expect(screen(remote, "keypad")).toBeVisible();
  await button(remote, words.keypad.cancel).click();
  await button(remote, words.attract.info).click();
  await expect(screen(remote, "info")).toBeVisible();
  await button(remote, words.controls.callOfficer).click();
  await expect(remote.locator('[data-dialog="officer-called"]')).toBeVisible();
});

test("screens that do not come leave the first one, say that the server is lost, and come late", async ({
  office,
  network,
  remote,
}) => {
  const page = await (await remote.request.get(`${office.url}/kiosk`)).text();
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await remote.route("**/_next/static/chunks/*.js", async (route) => {
    if (!page.includes(new URL(route.request().url()).pathname)) await released;
    await route.continue();
  });
  await remote.goto(`${network.url}/kiosk`);
  await awake(remote);
  await button(remote, words.attract.keypad).click();
  await expect(screen(remote, "lost-server")).toBeVisible();
  await button(remote, words.lost.done).click();
  await expect(screen(remote, "attract")).toBeVisible();
  await scan(remote, await arrive(office, 130));
  await expect(screen(remote, "lost-server")).toBeVisible();
  release();
  await expect(screen(remote, "eligible")).toBeVisible();
});

test("a full disk takes no promise back and makes none: the kiosk says so and goes on once there is room", async ({
  office,
  remote,
}) => {
  const [before, after] = [await arrive(office, 130), await arrive(office, 131)];
  await scan(remote, before);
  await expect(screen(remote, "eligible")).toBeVisible();
  await button(remote, words.eligible.yes).click();
  await button(remote, words.eligible.done).click();
  await expect(screen(remote, "attract")).toBeVisible();
  const disk = fillDisk(office.pid);
  try {
    await scan(remote, after);
    await expect(screen(remote, "storage")).toBeVisible();
    const health = await fetch(`${office.url}/api/v1/health`);
    expect([health.status, await health.json()]).toEqual([503, { ok: false, reason: "STORAGE" }]);
    expect(vouchersOf(office, before)).toHaveLength(1);
    expect(vouchersOf(office, after)).toEqual([]);
  } finally {
    disk.free();
  }
  await expect(screen(remote, "eligible")).toBeVisible();
  const [[first], [second]] = [vouchersOf(office, before), vouchersOf(office, after)];
  expect(second?.seq).toBe((first?.seq ?? 0) + 1);
  expect((await fetch(`${office.url}/api/v1/health`)).status).toBe(200);
});
