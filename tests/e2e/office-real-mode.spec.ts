import { test as base, expect } from "@playwright/test";
import { startRefused, startServer, type RunningServer } from "../support/server";
import { screen, words as kioskWords } from "./kiosk";
import { firstLink, inviteKiosk, makeFirstAccount } from "./real-office";
import { accessWords, tryPassword, words } from "./staff";

/** One real office for the tests of this file, which follow its first morning in order. */
const test = base.extend<object, { real: RunningServer }>({
  real: [
    async ({}, use) => {
      const server = await startServer({ mode: "real" });
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  baseURL: async ({ real }, use) => use(real.url),
});

test.describe.configure({ mode: "serial" });

test("a real office does not start without its secret, and says which", async () => {
  const { code, log } = await startRefused({ mode: "real", env: { JANJI_SECRET: "" } });
  expect(code).not.toBe(0);
  expect(log).toContain("JANJI_SECRET");
});

test("nothing of the demo is in it", async ({ real, page }) => {
  expect(real.log()).not.toContain("DEMO");
  const response = await page.goto("/demo");
  expect(response?.status()).toBe(404);
  await page.goto("/staff/sign-in");
  await expect(page.locator("[data-demo-sign-in]")).toHaveCount(0);
  await tryPassword(page, "petugas", "petugas-contoh");
  await expect(page.getByText(accessWords.refusal.SIGN_IN_REFUSED)).toBeVisible();
});

test("a screen of the hall is no kiosk before somebody says so", async ({ real, page }) => {
  await page.goto("/kiosk");
  await expect(screen(page, "not-enrolled")).toBeVisible();
  const answer = await page.request.post(`${real.url}/kiosk/check`, {
    headers: { origin: real.url },
    data: { payload: "9900000000000001", key: "0123456789abcdef" },
  });
  expect(await answer.json()).toEqual({ ok: false, code: "NOT_ENROLLED" });
});

test("the first account is made by a link that works once; its owner invites the first kiosk", async ({
  real,
  page,
  browser,
}) => {
  await makeFirstAccount(page, real);
  await expect(page.getByText(words.confirm.waitingNoneYet)).toBeVisible();

  const stranger = await browser.newContext({ baseURL: real.url });
  const late = await stranger.newPage();
  await late.goto(firstLink(real));
  await expect(late.getByLabel(accessWords.field.passwordAgain, { exact: true })).toBeHidden();

  const code = await inviteKiosk(page, "Kios pintu masuk");
  const hall = await browser.newContext({ baseURL: real.url });
  const kiosk = await hall.newPage();
  await kiosk.goto("/kiosk");
  await kiosk.getByLabel(kioskWords.enrol.label).fill("ZZZZZZZZ");
  await kiosk.getByRole("button", { name: kioskWords.enrol.submit }).click();
  await expect(kiosk.getByText(kioskWords.enrol.unknown)).toBeVisible();
  await kiosk.getByLabel(kioskWords.enrol.label).fill(code);
  await kiosk.getByRole("button", { name: kioskWords.enrol.submit }).click();
  // Today may be a day on which the office is closed: either way it is a kiosk now.
  await expect(screen(kiosk, "attract").or(screen(kiosk, "closed"))).toBeVisible();
  await expect(page.getByText(accessWords.kiosks.enrolledBody)).toBeVisible();
  await stranger.close();
  await hall.close();
});
