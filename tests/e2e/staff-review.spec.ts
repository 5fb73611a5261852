import { ActionClient } from "../support/action-client";
import { expect, test } from "./fixtures";
import { arrive } from "./outcomes";
import { accessible, signIn, words } from "./staff";

const flag = words.ticket.flag;

test("a supervisor looks at the review flag, raises it with a reason, and the kiosk sends its applicant to an officer; an officer sees none of it", async ({
  office,
  page,
  browser,
  watch,
}) => {
  const booking = await arrive(office, 130);
  const kiosk = await new ActionClient(office).enrol();
  const find = async (tablet: typeof page) => {
    await tablet.goto("/staff/tickets");
    await tablet.getByRole("textbox").fill(booking);
    await tablet.keyboard.press("Enter");
    await tablet.locator('a[href^="/staff/tickets/"]').first().click();
    await expect(tablet.getByText(words.ticket.back)).toBeVisible();
  };
  await signIn(page, "penyelia");
  await find(page);
  await expect(page.getByText(flag.CLEAR)).toBeHidden();
  await page.getByRole("button", { name: flag.look, exact: true }).click();
  await page.getByRole("button", { name: flag.raise, exact: true }).click();
  const dialog = page.locator('[data-dialog="reason"]');
  await dialog.getByRole("button", { name: flag.raise, exact: true }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await dialog.getByRole("textbox").fill("Contoh: dokumen perlu dilihat");
  await dialog.getByRole("button", { name: flag.raise, exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(flag.UNDER_REVIEW)).toBeVisible();
  await accessible(page);
  expect(await kiosk.check(booking)).toMatchObject({ ok: true, value: { outcome: "SEE_OFFICER" } });

  const second = await browser.newContext({ baseURL: office.url, viewport: { width: 820, height: 1180 } });
  watch(second);
  const officer = await second.newPage();
  await signIn(officer, "petugas");
  await find(officer);
  const shown = await officer.locator("main").innerText();
  for (const telling of [flag.title, flag.look, flag.UNDER_REVIEW]) expect(shown).not.toContain(telling);
  expect(await officer.content()).not.toContain("dokumen perlu dilihat");
  await second.close();
});
