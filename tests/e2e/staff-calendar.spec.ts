import calendar from "@/messages/id/calendar.json" with { type: "json" };
import { DEMO_DATE } from "../support/server";
import { expect, test } from "./fixtures";
import { screen } from "./kiosk";
import { accessible, signIn } from "./staff";

test("a holiday closes the kiosk within seconds and names the next opening; taken back, it opens", async ({
  office,
  page,
  browser,
  watch,
}) => {
  const hall = await browser.newContext({ baseURL: office.url, viewport: { width: 1080, height: 1920 } });
  watch(hall);
  const kiosk = await hall.newPage();
  await kiosk.goto("/kiosk");
  await expect(screen(kiosk, "attract")).toBeVisible();
  await signIn(page, "penyelia");
  await page.goto("/staff/calendar");
  const holidays = page.getByRole("region", { name: calendar.holidays });
  await holidays.getByRole("button", { name: calendar.add, exact: true }).click();
  await expect(holidays.getByRole("alert")).toHaveText(calendar.missing);
  await holidays.getByLabel(calendar.holidayDate).fill(DEMO_DATE);
  await holidays.getByLabel(calendar.holidayName).fill("Contoh libur daerah");
  await holidays.getByRole("button", { name: calendar.add, exact: true }).click();
  await page.getByRole("button", { name: calendar.save }).click();
  await expect(page.getByText("Hari ini kantor tutup, buka lagi Rabu, 25 November")).toBeVisible();
  await accessible(page);
  await expect(screen(kiosk, "closed")).toContainText("Rabu, 25 November");
  await holidays.getByRole("button", { name: /Selasa, 24 November/ }).click();
  await page.getByRole("button", { name: calendar.save }).click();
  await expect(page.getByText(calendar.openToday)).toBeVisible();
  await expect(screen(kiosk, "attract")).toBeVisible();
  await hall.close();
});

test("an officer is told that the calendar needs a supervisor", async ({ page }) => {
  await signIn(page, "petugas");
  await page.goto("/staff/calendar");
  await expect(page.locator("[data-not-allowed]")).toBeVisible();
});
