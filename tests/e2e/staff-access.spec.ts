import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { accessible, accessWords, signIn, tryPassword } from "./staff";

/** Each page in both languages. */
async function accessibleAll(page: Page, paths: readonly string[]): Promise<void> {
  const { origin } = new URL(page.url());
  for (const locale of ["id", "en"]) {
    await page.context().addCookies([{ name: "janji-locale", value: locale, url: origin }]);
    for (const path of paths) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      await accessible(page, `${path}, ${locale}`);
    }
  }
}

test("nobody sees a staff page without signing in", async ({ page }) => {
  for (const path of ["/staff", "/staff/vouchers", "/staff/tickets", "/staff/queue", "/staff/devices"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/staff\/sign-in/);
  }
});

test("before the page's script runs a press puts no name and no password into the address", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/staff/sign-in");
  await page.getByLabel(accessWords.field.username, { exact: true }).fill("nama-contoh");
  await page.getByLabel(accessWords.field.password, { exact: true }).fill("kata-sandi-contoh");
  await page.getByRole("button", { name: accessWords.signIn.submit, exact: true }).click();
  await expect(page.getByLabel(accessWords.field.password, { exact: true })).toHaveValue("");
  expect(page.url()).toMatch(/\/staff\/sign-in$/);
  await context.close();
});

test("five wrong passwords lock a name, even for the right one", async ({ page }) => {
  await page.goto("/staff/sign-in");
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await tryPassword(page, "nama-contoh", `salah-salah-${attempt}`);
    await expect(page.getByText(/tidak cocok/)).toBeVisible();
  }
  await tryPassword(page, "nama-contoh", "salah-salah-lagi");
  await expect(page.getByText(accessWords.refusal.SIGN_IN_LOCKED)).toBeVisible();
});

test("every page of an officer is accessible", async ({ page }) => {
  await page.goto("/staff/sign-in");
  await accessible(page, "sign-in");
  await signIn(page, "petugas");
  await accessibleAll(page, [
    "/staff",
    "/staff/hall",
    "/staff/vouchers",
    "/staff/tickets",
    "/staff/queue",
    "/staff/calls",
    "/staff/outages",
    "/staff/souvenirs",
    "/display",
  ]);
});

test("every page of an administrator's own is accessible", async ({ page }) => {
  await signIn(page, "admin");
  await accessibleAll(page, [
    "/staff/devices",
    "/staff/devices/feed",
    "/staff/devices/accounts",
    "/staff/account",
  ]);
});
