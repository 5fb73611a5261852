import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { accessWords, signIn, tryPassword } from "./staff";

async function axe(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const problems = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120))}`);
  expect(problems, where).toEqual([]);
}

test("nobody sees a staff page without signing in", async ({ page }) => {
  for (const path of ["/staff", "/staff/vouchers", "/staff/tickets", "/staff/queue", "/staff/devices"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/staff\/sign-in/);
  }
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

test("the demo's people sign in by one tap", async ({ page }) => {
  await page.goto("/staff/sign-in");
  await page.locator('[data-demo-sign-in="petugas"]').click();
  await expect(page).toHaveURL(/\/staff$/);
});

test("every page of an officer is accessible", async ({ page }) => {
  await page.goto("/staff/sign-in");
  await axe(page, "sign-in");
  await signIn(page, "petugas");
  for (const path of [
    "/staff",
    "/staff/vouchers",
    "/staff/tickets",
    "/staff/queue",
    "/staff/calls",
    "/display",
  ]) {
    await page.goto(path);
    await expect(page.getByRole("main")).toBeVisible();
    await axe(page, path);
  }
});

test("every page of a supervisor's own is accessible", async ({ page }) => {
  await signIn(page, "penyelia");
  for (const path of ["/staff/devices", "/staff/devices/feed", "/staff/devices/accounts"]) {
    await page.goto(path);
    await expect(page.getByRole("main")).toBeVisible();
    await axe(page, path);
  }
});
