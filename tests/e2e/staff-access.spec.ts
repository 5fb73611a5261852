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
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await axe(page, path);
  }
});

test("every page of an administrator's own is accessible", async ({ page }) => {
  await signIn(page, "admin");
  for (const path of ["/staff/devices", "/staff/devices/feed", "/staff/devices/accounts", "/staff/account"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await axe(page, path);
  }
});
