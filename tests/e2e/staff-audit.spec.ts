import type { Page } from "@playwright/test";
import audit from "@/messages/id/audit.json" with { type: "json" };
import { expect, test } from "./fixtures";
import { accessible, signIn } from "./staff";

const SIZES = [
  { width: 1180, height: 820 },
  { width: 820, height: 1180 },
];

async function expectSound(page: Page): Promise<void> {
  await expect(page.getByText(audit.state.sound)).toBeVisible();
  await expect(page.getByRole("region", { name: audit.heads }).getByRole("listitem").first()).toBeVisible();
}

test("a supervisor sees that the record is sound, has it checked at once, and fits both ways up", async ({
  page,
}) => {
  await signIn(page, "penyelia");
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await page.goto("/staff/audit");
    await expectSound(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await accessible(page);
  }
  await expect(page.getByText(/, oleh server$/)).toBeVisible();
  await page.getByRole("button", { name: audit.verifyNow }).click();
  await expect(page.getByText(/, oleh (?!server)/)).toBeVisible();
  await expect(page.getByRole("button", { name: audit.verifyNow })).toBeEnabled();
  await expectSound(page);
});

test("an officer sees nothing of it", async ({ page }) => {
  await signIn(page, "petugas");
  await page.goto("/staff/audit");
  await expect(page.locator("[data-not-allowed]")).toBeVisible();
  await expect(page.getByText(audit.rows)).toHaveCount(0);
});
