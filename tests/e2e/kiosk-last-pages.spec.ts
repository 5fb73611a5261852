import enFallback from "@/messages/en/fallback.json" with { type: "json" };
import en from "@/messages/en/kiosk.json" with { type: "json" };
import id from "@/messages/id/fallback.json" with { type: "json" };
import { expect, test } from "./fixtures";
import { accessible, fits } from "./inspect";
import { awake, screen, words } from "./kiosk";

test("the page that is left without a server fits and is accessible", async ({ page }) => {
  // Its script would leave it at once: the server is there.
  await page.route("**/kiosk-away.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: "" }),
  );
  await page.goto("/kiosk/away");
  await expect(screen(page, "away").getByRole("heading", { name: en.away.title })).toBeVisible();
  await fits(page, "away");
  await accessible(page, "away");
});

test("a wall screen whose page breaks says so in both languages and loads itself again", async ({
  page,
  expectedFaults,
}) => {
  expectedFaults.push(/TypeError/);
  await page.route("**/display/state", async (route) => {
    const state: unknown = await (await route.fetch()).json();
    await route.fulfill({ json: { ...(state as object), called: [null] } });
  });
  await page.goto("/display");
  const fallback = page.locator('[data-fallback="fault"]');
  await expect(fallback.getByRole("heading", { name: id.fault.title })).toBeVisible();
  await expect(fallback.getByRole("heading", { name: enFallback.fault.title })).toBeVisible();
  await accessible(page, "fault");
  await page.unroute("**/display/state");
  await expect(page.locator('[data-surface="display"]')).toBeVisible();
  await expect(fallback).toHaveCount(0);
});

test("an address that leads nowhere says so, and leads to the start", async ({ page, expectedFaults }) => {
  expectedFaults.push(/404/);
  await page.goto("/tidak-ada");
  await expect(page.getByRole("heading", { name: id.missing.title })).toBeVisible();
  await accessible(page, "missing");
  await page.getByRole("link", { name: id.missing.home }).click();
  await page.waitForURL("**/demo");
});

test("a page that crashes says so in both languages and starts anew, never in a hurry", async ({
  kiosk,
  expectedFaults,
}) => {
  // No clock can hold this instant: what the kiosk's frame makes of it throws.
  expectedFaults.push(/Invalid time value/);
  const loads: number[] = [];
  kiosk.on("request", (request) => {
    if (request.isNavigationRequest()) loads.push(Date.now());
  });
  await kiosk.route("**/kiosk/pulse", (route) => route.fulfill({ json: { now: 9e15, enrolled: true } }));
  await kiosk.reload();
  const crashed = screen(kiosk, "crashed");
  await expect(crashed.getByRole("heading", { name: words.crashed.title })).toBeVisible();
  await expect(crashed.getByRole("heading", { name: en.crashed.title })).toBeVisible();
  await fits(kiosk, "crashed");
  await accessible(kiosk, "crashed");
  await expect.poll(() => loads.length, { timeout: 30_000 }).toBe(2);
  const [first = 0, second = 0] = loads;
  expect(second - first).toBeGreaterThan(10_000);
  await kiosk.unroute("**/kiosk/pulse");
  await awake(kiosk);
});
