import type { Page } from "@playwright/test";
import hallWords from "@/messages/id/hall.json" with { type: "json" };
import { applicant, officeNow, pushTickets } from "../support/feed";
import { expect, test } from "./fixtures";
import { signIn, words } from "./staff";

const row = (page: Page, queue: string) => page.locator(`li[data-queue="${queue}"]`);
const alertOf = (page: Page, queue: string) => page.locator(`[data-alert="${queue}"]`);

test("the hall is fresh on two tablets without a reload, and an alert seen on one is silent on both, by name", async ({
  office,
  page,
  browser,
  watch,
}) => {
  const second = await browser.newContext({ baseURL: office.url, viewport: { width: 1180, height: 820 } });
  watch(second);
  const other = await second.newPage();
  await signIn(other, "penyelia");
  await signIn(page, "petugas");
  for (const tablet of [page, other]) {
    await tablet.goto("/staff/hall");
    await expect(tablet.getByRole("heading", { name: hallWords.title })).toBeVisible();
    await expect(tablet.getByText(words.live.connected)).toBeVisible();
    await tablet.evaluate(() => Object.assign(window, { sameDocument: true }));
  }
  // The demo's own hall is full; one who has waited longest of all stands first, also among the alerts.
  const ticket = applicant(await officeNow(office), 179, { queueNumber: "Z-901" });
  await pushTickets(office, [ticket]);
  for (const tablet of [page, other]) {
    await expect(row(tablet, "Z-901")).toBeVisible();
    await expect(row(tablet, "Z-901")).toHaveAttribute("data-state", "over");
    await expect(alertOf(tablet, "Z-901")).toBeVisible();
    expect(await tablet.content()).not.toContain(ticket.applicantName);
  }
  await alertOf(page, "Z-901").getByRole("button").click();
  for (const tablet of [page, other]) {
    await expect(alertOf(tablet, "Z-901")).toBeHidden();
    await expect(tablet.getByText(/^Z-901 ditangani/)).toBeVisible();
  }
  const started = new Date(await officeNow(office)).toISOString();
  await pushTickets(office, [{ ...ticket, biometricStartedAt: started, updatedAt: started }]);
  for (const tablet of [page, other]) {
    await expect(row(tablet, "Z-901")).toBeHidden();
    expect(await tablet.evaluate(() => "sameDocument" in window)).toBe(true);
  }
  await second.close();
});
